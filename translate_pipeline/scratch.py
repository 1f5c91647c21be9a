"""Scratch folders that live as long as the process."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from pathlib import Path

_folders: list[Path] = []


def scratch_folder() -> Path:
    """A new empty folder, which is removed when the process ends."""
    _folders.append(Path(tempfile.mkdtemp(prefix="tsum-")))
    return _folders[-1]


@atexit.register
def remove_scratch_folders() -> None:
    """Removes them now; the `tsum` command leaves without Python's own end, so it calls this itself."""
    while _folders:
        shutil.rmtree(_folders.pop(), ignore_errors=True)
