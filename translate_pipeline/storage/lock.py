"""A lock on a folder, which dies with the process that holds it."""

from __future__ import annotations

import contextlib
import json
import os
import socket
import time
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from translate_pipeline.atomic import write_atomically
from translate_pipeline.errors import LockedError, OutputError
from translate_pipeline.storage.lock_holder import NOTE_NAME, LockHolder

_NAME = ".tsum.lock"


def _work_of(holder: LockHolder | None) -> str:
    """Who holds the lock and since when, as far as it is known."""
    if holder is None:
        return "another process works on it"
    since = time.strftime("%Y-%m-%d %H:%M", time.localtime(holder.began))
    return f"process {holder.process} on {holder.host} has worked on it since {since}"


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

    lock, note = FileLock(folder / _NAME), folder / NOTE_NAME
    try:
        lock.acquire(timeout=wait_seconds)
    except Timeout:
        waited = f" (waited {wait_seconds:g} s)" if wait_seconds else ""
        work = _work_of(LockHolder.of(folder))
        raise LockedError(f"{folder}: {work}{waited}: try later, or let it wait with --wait SECONDS") from None
    except OSError as error:
        raise OutputError.from_os_error(folder, error) from None
    except NotImplementedError:
        raise OutputError(f"{folder}: its file system has no locks: choose another place with -o") from None
    try:
        this = LockHolder(os.getpid(), socket.gethostname(), int(time.time()))
        write_atomically(note, json.dumps(asdict(this)))
        yield
    finally:
        with contextlib.suppress(OSError):
            note.unlink()
        lock.release()
