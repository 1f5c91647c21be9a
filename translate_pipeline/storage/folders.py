"""Where files are kept between runs (XDG Base Directory Specification)."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path


def base_folder(variable: str, *default: str, environment: Mapping[str, str] = os.environ) -> Path:
    """The folder that a variable names, else one below the home folder; relative names count for nothing.

    Args:
        variable: its name, such as `XDG_STATE_HOME`.
        default: the names from the home folder to the default.
        environment: where the variable is looked up.
    """
    base = environment.get(variable) or ""
    return Path(base) if Path(base).is_absolute() else Path.home().joinpath(*default)


def state_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """What scheduled runs have done, and their logs."""
    return base_folder("XDG_STATE_HOME", ".local", "state", environment=environment) / "tsum"


def data_folder() -> Path:
    """What is worth keeping, such as the translation memory."""
    return base_folder("XDG_DATA_HOME", ".local", "share") / "tsum"


def cache_folder() -> Path:
    """What can be worked out again."""
    return base_folder("XDG_CACHE_HOME", ".cache") / "tsum"


def user_units_folder() -> Path:
    """The user's own systemd units (systemd.unit(5))."""
    return base_folder("XDG_CONFIG_HOME", ".config") / "systemd" / "user"


def config_folder() -> Path:
    """The user's own settings."""
    return base_folder("XDG_CONFIG_HOME", ".config") / "tsum"
