"""Installs and removes packages where Argos keeps them.

argostranslate's own functions for this import its translator, and with it PyTorch, and unpack without checks.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from translate_pipeline.errors import InputError, OutputError, PackageError
from translate_pipeline.progress import Progress
from translate_pipeline.translation.archive import unpack
from translate_pipeline.translation.download import check_sha256, download, is_url
from translate_pipeline.translation.index import find_in_index
from translate_pipeline.translation.package import TranslationPackage
from translate_pipeline.translation.store import install_folder, installed_packages
from translate_pipeline.translation.verification import Verification, verify


def parse_pair(text: str) -> tuple[str, str] | None:
    """`es-en`, `es_en` or `translate-es_en` as two language codes, or None."""
    codes = text.removeprefix("translate-").replace("_", "-").split("-")
    if len(codes) == 2 and all(2 <= len(code) <= 3 and code.isalpha() and code.islower() for code in codes):
        return codes[0], codes[1]
    return None


def _fetched(what: str, scratch: Path, progress: Progress | None) -> Path:
    """A local archive for what was asked for: a file, a URL, or a language pair in the index."""
    if is_url(what):
        archive = scratch / "package.argosmodel"
        download(what, archive, progress)
        return archive
    if os.path.isdir(what):  # noqa: PTH112 (Path.is_dir raises on names that are too long)
        raise InputError(f"{what}: is a directory: `tsum run --package {what}` uses it without installing")
    if os.path.exists(what):  # noqa: PTH110
        return Path(what)
    pair = parse_pair(what)
    if pair is None:
        raise InputError(f"{what}: no such file: give an .argosmodel file, a URL, or a language pair such as es-en")
    links = [link for link in find_in_index(*pair).links if is_url(link)]
    if not links:
        raise InputError(f"{what}: the index has no address for it that can be downloaded")
    return _fetched(links[0], scratch, progress)


def install(
    what: str, sha256: str | None = None, trusted: bool = False, progress: Progress | None = None
) -> tuple[TranslationPackage, Verification]:
    """Installs a package whole or not at all: fetched, checked, unpacked aside, verified, then moved in.

    Args:
        what: an `.argosmodel` file, a URL, or a language pair such as `es-en` from the Argos index.
        sha256: the archive's expected SHA-256 in hexadecimal digits.
        trusted: install even a package that fails verification.
        progress: told how the download goes on, in bytes.

    Raises:
        TsumError: it cannot be had, is refused, fails verification, or is installed already.
    """
    try:
        folder = install_folder()
        folder.mkdir(parents=True, exist_ok=True)
        # On the same disk as the packages, also where their folder is a link.
        scratch = Path(tempfile.mkdtemp(prefix=".tsum-install-", dir=folder.resolve().parent))
    except OSError as error:
        raise OutputError(f"packages cannot be installed: {error.filename}: {error.strerror}") from None
    try:
        archive = _fetched(what, scratch, progress)
        if sha256 is not None:
            check_sha256(archive, sha256)
        staged = TranslationPackage(unpack(archive, scratch / "unpacked" / "package"))
        seen = verify(staged)
        if seen.problem is not None and not trusted:
            raise PackageError(f"{what}: not installed, it fails verification: {seen.problem}")
        target = folder / staged.path.name
        if target.exists():
            raise PackageError(f"{target.name} is installed already: `tsum packages remove {target.name}` removes it")
        try:
            staged.path.rename(target)
        except OSError as error:
            raise OutputError.from_os_error(target, error) from None
        return TranslationPackage(target), seen
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def remove(what: str) -> Path:
    """Removes an installed package, named by its folder or by a language pair that only one package has.

    Raises:
        InputError: there is none, or there are several.
        OutputError: it cannot be removed.
    """
    found, broken = installed_packages()
    pair = parse_pair(what)
    paths = [p.path for p in found if p.path.name == what] + [b.path for b in broken if b.path.name == what]
    if not paths and pair is not None:
        paths = [p.path for p in found if (p.metadata.from_code, p.metadata.to_code) == pair]
    if not paths:
        raise InputError(f"{what}: no such package is installed: see `tsum packages list`")
    if len(paths) > 1:
        names = ", ".join(path.name for path in paths)
        raise InputError(f"{what}: several packages are installed for it: name one of {names}")
    try:
        if paths[0].is_symlink():
            paths[0].unlink()
        else:
            shutil.rmtree(paths[0])
    except OSError as error:
        raise OutputError(f"{paths[0]}: cannot be removed ({error.strerror or error})") from None
    return paths[0]
