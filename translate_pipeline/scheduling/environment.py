"""The environment of a scheduled job: what cron leaves out, by a list, so that no secret gets into a crontab."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

# The folders of the XDG Base Directory Specification, and where they are in the home folder if nothing is said.
_XDG = {
    "XDG_CACHE_HOME": ".cache",
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
}
_PATHS = ("ARGOS_PACKAGES_DIR", "ARGOS_TRANSLATE_PACKAGE_DIR")
_PLAIN = ("ARGOS_INTER_THREADS", "ARGOS_INTRA_THREADS", "TSUM_DEBUG", "TSUM_PROFILE")
_SEARCH_PATHS = ("PYTHONPATH",)
_PROXIES = ("http_proxy", "https_proxy", "all_proxy", "no_proxy")
_ADDRESSES = (*_PROXIES, *map(str.upper, _PROXIES), "ARGOS_PACKAGE_INDEX")


def job_environment(current: Mapping[str, str]) -> tuple[dict[str, str], list[str]]:
    """The variables to set for a job, in order, and the names of those that are set now and left out.

    A proxy is left out if its address holds a password, and so is every variable of tsum that is not on the list.

    Args:
        current: the environment of this process.
    """
    kept = {"LANG": "C.UTF-8"}
    home = current.get("HOME")
    if home and home != _account_home():
        kept["HOME"] = str(Path(home).absolute())
    usual = {name: str(Path(home or "/") / folder) for name, folder in _XDG.items()}
    for name in (*_XDG, *_PATHS):
        if current.get(name) and current[name] != usual.get(name):
            kept[name] = str(Path(current[name]).absolute())
    for name in _SEARCH_PATHS:
        if current.get(name):
            kept[name] = os.pathsep.join(str(Path(part).absolute()) for part in current[name].split(os.pathsep))
    for name in (*_PLAIN, *_ADDRESSES):
        if current.get(name) and not (name in _ADDRESSES and _holds_password(current[name])):
            kept[name] = current[name]
    ours = [name for name in current if name.startswith(("TSUM_", "ARGOS_")) or name in _ADDRESSES]
    return kept, sorted(name for name in ours if current[name] and name not in kept)


def _account_home() -> str | None:
    """The home that cron sets: the one of the account."""
    try:
        import pwd

        return pwd.getpwuid(os.getuid()).pw_dir
    except (ImportError, KeyError):
        return None


def _holds_password(address: str) -> bool:
    try:
        return "@" in urlsplit(address if "://" in address else f"//{address}").netloc
    except ValueError:
        return True
