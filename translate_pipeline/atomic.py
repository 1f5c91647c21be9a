"""Files that are written whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from translate_pipeline.errors import OutputError

_UNFINISHED = re.compile(r"\..+\.[a-z0-9_]{8}\.part", re.DOTALL)


def write_atomically(path: Path, text: str) -> None:
    """Writes UTF-8 text to `path` as `atomic_file` does."""
    with atomic_file(path) as write:
        write(text)


def write_bytes_atomically(path: Path, data: bytes) -> None:
    """Writes bytes to `path` as `atomic_file` does."""
    with _atomic_stream(path) as stream:
        stream.write(data)


@contextlib.contextmanager
def atomic_file(path: Path) -> Iterator[Callable[[str], None]]:
    """Opens a temporary file in the same folder, which is renamed to `path` when all is written.

    A device or a pipe is written through instead of being replaced; a link keeps pointing where it does.

    Yields:
        A function that appends UTF-8 text.

    Raises:
        OutputError: the folder is missing, read-only or full; what stood at `path` before is untouched.
    """
    with _atomic_stream(path) as stream:
        yield lambda text: _append(stream, text)


@contextlib.contextmanager
def _atomic_stream(path: Path) -> Iterator[BinaryIO]:
    """The file that becomes `path` when the block ends.

    Raises:
        OutputError: the folder is missing, read-only or full; what stood at `path` before is untouched.
    """
    try:
        if path.exists() and not path.is_file():
            with path.open("wb") as file:
                yield file
            return
        # Path.resolve raises RuntimeError on a link to itself before Python 3.13.
        target = Path(os.path.realpath(path)) if path.is_symlink() else path
        if target.is_symlink():
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
        descriptor, name = tempfile.mkstemp(prefix=f".{target.name[:50]}.", suffix=".part", dir=target.parent)
        try:
            with os.fdopen(descriptor, "wb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask()
            Path(name).chmod(mode)
            Path(name).replace(target)
        except BaseException:
            with contextlib.suppress(OSError):
                Path(name).unlink()
            raise
    except OSError as error:
        raise OutputError.from_os_error(path, error) from None


def remove_unfinished(folder: Path, tree: bool = False) -> None:
    """Removes what processes that were killed in `atomic_file` left in a folder that no other process writes to.

    Args:
        folder: the folder.
        tree: also look in the folders in it.
    """
    for where, folders, names in os.walk(folder):
        for name in filter(_UNFINISHED.fullmatch, names):
            with contextlib.suppress(OSError):
                (Path(where) / name).unlink()
        if not tree:
            folders.clear()


def _append(stream: BinaryIO, text: str) -> None:
    stream.write(text.encode("utf-8", errors="replace"))


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
