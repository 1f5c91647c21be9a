"""Where files are kept between runs (XDG Base Directory Specification)."""

from __future__ import annotations

import os
from pathlib import Path


def _folder(variable: str, *default: str) -> Path:
    base = os.environ.get(variable) or ""
    return (Path(base) if Path(base).is_absolute() else Path.home().joinpath(*default)) / "tsum"


def state_folder() -> Path:
    """What scheduled runs have done, and their logs."""
    return _folder("XDG_STATE_HOME", ".local", "state")


def data_folder() -> Path:
    """What is worth keeping, such as the translation memory."""
    return _folder("XDG_DATA_HOME", ".local", "share")


def config_folder() -> Path:
    """The user's own settings."""
    return _folder("XDG_CONFIG_HOME", ".config")
