"""Files that are written whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from pathlib import Path

from translate_pipeline.errors import OutputError


def write_atomically(path: Path, text: str) -> None:
    """Writes UTF-8 text to a temporary file in the same folder and renames it to `path`.

    A device, a pipe or a link is written through instead of being replaced.

    Raises:
        OutputError: the folder is missing, read-only or full; what stood at `path` before is untouched.
    """
    data = text.encode("utf-8", errors="surrogatepass")
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(data)
            return
        # Path.resolve raises RuntimeError on a link to itself before Python 3.13.
        target = Path(os.path.realpath(path)) if path.is_symlink() else path
        if target.is_symlink():
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
        descriptor, name = tempfile.mkstemp(prefix=f".{target.name[:50]}.", suffix=".part", dir=target.parent)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(data)
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


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
