"""Where configuration files are: the project's, and the user's own."""

from __future__ import annotations

from pathlib import Path

from translate_pipeline.storage.folders import config_folder

FILE_NAME = "tsum.toml"


def find_project(start: Path | None = None) -> Path | None:
    """The project file of a folder: in it or in one above, up to the home folder and within the file system.

    Args:
        start: the folder; the working directory if None.
    """
    try:
        folder = (start or Path.cwd()).resolve()
        home, device = Path.home().resolve(), folder.stat().st_dev
        while folder.stat().st_dev == device:
            if (folder / FILE_NAME).is_file():
                return folder / FILE_NAME
            if folder in (home, folder.parent):
                break
            folder = folder.parent
    except (OSError, RuntimeError):
        return None
    return None


def user_file() -> Path | None:
    """Where the user's own file is, or would be; None for a user without a home."""
    try:
        return config_folder() / FILE_NAME
    except RuntimeError:
        return None


def configuration_files(start: Path | None = None) -> tuple[Path, ...]:
    """The files that are read, in order of precedence: the project's, then the user's.

    Args:
        start: the folder whose project is meant; the working directory if None.
    """
    project, user = find_project(start), user_file()
    try:
        users = [user.resolve()] if user is not None and user.is_file() else []
    except OSError:
        users = []
    return tuple(dict.fromkeys([*([project] if project else []), *users]))
