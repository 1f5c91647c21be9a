"""Where packages are: those that Argos installed, the bundled one, or one named by its path."""

from __future__ import annotations

import contextlib
import io
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import packaging.version

from translate_pipeline.errors import InputError, PackageError
from translate_pipeline.scratch import scratch_folder
from translate_pipeline.translation.archive import unpack
from translate_pipeline.translation.package import TranslationPackage


@dataclass(frozen=True)
class BrokenPackage:
    """A folder among the installed packages that cannot be used, and why."""

    path: Path
    problem: str


def argos_folders() -> list[Path]:
    """The folders in which Argos keeps installed packages; empty if it has none yet.

    Importing `argostranslate.settings` makes folders in the user's home, so it is asked only where Argos was
    used before.
    """
    home = Path(os.environ.get("SNAP_USER_DATA") or Path.home()) if "SNAP" in os.environ else Path.home()
    data = Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share") / "argos-translate"
    config = Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config") / "argos-translate" / "settings.json"
    used = data.is_dir() or config.is_file() or "SNAP" in os.environ
    if not used and not {"ARGOS_PACKAGES_DIR", "ARGOS_TRANSLATE_PACKAGE_DIR"} & os.environ.keys():
        return []
    try:
        settings = _argos_settings()
    except (OSError, ValueError, AssertionError):  # a home that cannot be written, or settings that are broken
        return [folder for folder in [data / "packages"] if folder.is_dir()]
    return [Path(folder) for folder in settings.package_dirs]


def _argos_settings() -> Any:
    """Argos' settings, with what it prints about broken ones kept off standard output."""
    with contextlib.redirect_stdout(io.StringIO()):
        from argostranslate import settings
    return settings


def install_folder() -> Path:
    """The folder into which packages are installed, as Argos itself has it."""
    try:
        return Path(_argos_settings().package_data_dir)
    except (ValueError, AssertionError):
        raise PackageError("Argos' own settings.json is broken: mend or remove it, then install") from None


def bundled_packages() -> list[TranslationPackage]:
    """The packages that came with tsum."""
    data = Path(__file__).resolve().parent.parent / "data"
    return [TranslationPackage(folder, bundled=True) for folder in sorted(data.glob("translate-*")) if folder.is_dir()]


def _by_age(package: TranslationPackage) -> tuple[packaging.version.Version, str]:
    return packaging.version.parse(package.metadata.version), package.path.name


def installed_packages() -> tuple[list[TranslationPackage], list[BrokenPackage]]:
    """The packages that Argos installed, the newest version first, and the folders that are no usable package."""
    found, broken = [], []
    for folder in argos_folders():
        if not folder.is_dir():
            continue
        for path in sorted(p for p in folder.iterdir() if p.is_dir() and not p.name.startswith(".")):
            try:
                found.append(TranslationPackage(path))
            except PackageError as error:
                broken.append(BrokenPackage(path, str(error)))
    return sorted(found, key=_by_age, reverse=True), broken


def open_package(path: Path) -> TranslationPackage:
    """A package from a folder or an `.argosmodel` file; a file is unpacked for the life of the process only.

    Raises:
        InputError: there is nothing at `path`.
        PackageError: it is no usable package.
    """
    if not os.path.exists(path):  # noqa: PTH110 (Path.exists raises on names that are too long)
        raise InputError(f"{path}: no such package: give a folder or an .argosmodel file")
    if path.is_dir():
        return TranslationPackage(path)
    return TranslationPackage(unpack(path, scratch_folder() / "unpacked"))


def find_packages(name: str) -> list[TranslationPackage]:
    """The packages that a pair, a folder name, or a path names.

    Raises:
        InputError: there is none.
        PackageError: what is at the path is no usable package.
    """
    if os.path.exists(name):  # noqa: PTH110 (Path.exists raises on names that are too long)
        return [open_package(Path(name))]
    known = [*installed_packages()[0], *bundled_packages()]
    found = [p for p in known if name in (p.path.name, p.metadata.pair, p.metadata.pair.replace("-", "_"))]
    if not found:
        raise InputError(f"{name}: no such package: see `tsum packages list`")
    return found
