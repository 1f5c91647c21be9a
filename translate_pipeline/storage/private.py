"""Files and folders that no other user may read: sources are confidential."""

from __future__ import annotations

import contextlib
import os
import stat
from pathlib import Path

from translate_pipeline.storage.folders import cache_folder, data_folder, state_folder

_FOLDER_MODE, _FILE_MODE = 0o700, 0o600


def private_folder(path: Path) -> None:
    """Makes a folder for its user alone; one that is there with a wider mode is narrowed. Raises `OSError`."""
    path.mkdir(mode=_FOLDER_MODE, parents=True, exist_ok=True)
    _narrow(path, _FOLDER_MODE)


def private_file(path: Path) -> None:
    """Makes an empty file for its user alone; one that is there is narrowed and keeps its text. Raises `OSError`."""
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT, _FILE_MODE))
    _narrow(path, _FILE_MODE)


def make_folder_for(path: Path) -> None:
    """Makes the folder of a file: tsum's own, and the logs in it, for its user alone; another as the umask has it.

    Raises:
        OSError: it cannot be made.
    """
    if _is_own(path.parent):
        private_folder(path.parent)
        for log in path.parent.glob("*.log"):
            _narrow(log, _FILE_MODE)
    else:
        path.parent.mkdir(parents=True, exist_ok=True)


def _is_own(folder: Path) -> bool:
    try:
        return folder in (state_folder(), data_folder(), cache_folder())
    except RuntimeError:  # a user without a home
        return False


def _narrow(path: Path, mode: int) -> None:
    """Takes away what a mode does not allow, where the file is the user's own."""
    now = stat.S_IMODE(path.stat().st_mode)
    if now & ~mode:
        with contextlib.suppress(PermissionError):
            path.chmod(now & mode)
