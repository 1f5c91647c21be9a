"""One process at a time may train in a folder; others can see which (POSIX systems)."""

from __future__ import annotations

import contextlib
import fcntl
import os
from collections.abc import Iterator
from pathlib import Path

from translate_pipeline.errors import ExitCode, InputError, OutputError, TsumError


class LockedError(TsumError):
    """A folder in which another process trains."""

    exit_code = ExitCode.LOCKED


@contextlib.contextmanager
def locked(path: Path) -> Iterator[None]:
    """Holds the lock at `path` with this process's id in it.

    Raises:
        LockedError: another process holds it.
        InputError: its folder is missing.
        OutputError: the file cannot be written.
    """
    try:
        file = path.open("a+", encoding="ascii")
    except FileNotFoundError:
        raise InputError(f"{path.parent}: no such folder: run `prepare` first") from None
    except OSError as error:
        raise OutputError.from_os_error(path, error) from None
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise LockedError(f"{path.parent}: process {holder(path)} trains there: stop it first") from None
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        yield


def holder(path: Path) -> int | None:
    """The id of the process that holds the lock at `path`, or None."""
    try:
        with path.open(encoding="ascii") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
            except OSError:
                return int(file.read() or 0) or None
    except OSError:
        pass
    return None
