"""A lock on a folder, which dies with the process that holds it."""

from __future__ import annotations

import contextlib
import json
import os
import socket
import time
from collections.abc import Iterator
from pathlib import Path

from translate_pipeline.atomic import write_atomically
from translate_pipeline.errors import LockedError, OutputError

_NAME = ".tsum.lock"


def _holder(note: Path) -> str:
    """Who holds the lock, as far as it can be read."""
    try:
        fields = json.loads(note.read_text(encoding="utf-8"))
        since = time.strftime("%Y-%m-%d %H:%M", time.localtime(fields["began"]))
        return f"process {fields['process']} on {fields['host']}, since {since}"
    except (OSError, ValueError, KeyError, TypeError):
        return "another process"


@contextlib.contextmanager
def folder_lock(folder: Path, wait_seconds: float = 0.0) -> Iterator[None]:
    """Holds the lock of a folder; the operating system takes it from a process that dies.

    Args:
        folder: the folder; it must exist.
        wait_seconds: how long to wait for another process to end.

    Raises:
        LockedError: another process holds it.
        OutputError: the folder cannot be written to.
    """
    from filelock import FileLock, Timeout

    lock, note = FileLock(folder / _NAME), folder / f"{_NAME}.json"
    try:
        lock.acquire(timeout=wait_seconds)
    except Timeout:
        waited = f" (waited {wait_seconds:g} s)" if wait_seconds else ""
        raise LockedError(
            f"{folder}: {_holder(note)} works on it{waited}: try later, or let it wait with --wait SECONDS"
        ) from None
    except OSError as error:
        raise OutputError.from_os_error(folder, error) from None
    except NotImplementedError:
        raise OutputError(f"{folder}: its file system has no locks: choose another place with -o") from None
    try:
        holder = {"process": os.getpid(), "host": socket.gethostname(), "began": int(time.time())}
        write_atomically(note, json.dumps(holder))
        yield
    finally:
        with contextlib.suppress(OSError):
            note.unlink()
        lock.release()
