"""Opens `.argosmodel` archives as hostile input: everything is checked before anything is written."""

from __future__ import annotations

import contextlib
import re
import shutil
import stat
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from translate_pipeline.errors import OutputError, PackageError
from translate_pipeline.translation.metadata import PackageMetadata, parse_metadata

MOST_FILES = 5_000
MOST_BYTES = 4 << 30
_MOST_RATIO = 200
_RATIO_FROM = 10 << 20
_MOST_METADATA = 1 << 20
_COPY_BYTES = 1 << 20
_FOLDER_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")


def _refused(archive: Path, why: str) -> PackageError:
    return PackageError(f"{archive}: refused: {why}: get the package from a place you trust")


def _check_member(archive: Path, member: zipfile.ZipInfo) -> None:
    path = PurePosixPath(member.filename)
    shown = member.filename[:80]
    if not path.parts:
        raise _refused(archive, f"the name {shown!r} in it is empty")
    if "\\" in member.filename or ":" in member.filename or "\0" in member.filename:
        raise _refused(archive, f"the name {shown!r} in it is not portable")
    if path.is_absolute() or ".." in path.parts:
        raise _refused(archive, f"{shown!r} would be written outside the package's folder")
    mode = member.external_attr >> 16
    if stat.S_IFMT(mode) not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise _refused(archive, f"{shown!r} is a link or a device")
    if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise _refused(archive, f"{shown!r} is packed in a way that packages are not")
    if member.flag_bits & 1:
        raise _refused(archive, f"{shown!r} is encrypted")


def _check_names(archive: Path, members: list[zipfile.ZipInfo]) -> None:
    """Refuses two members of one name, and files that are folders of other members."""
    paths = [PurePosixPath(member.filename.casefold()) for member in members]
    files = {path for path, member in zip(paths, members, strict=True) if not member.is_dir()}
    if len(set(paths)) != len(paths) or any(parent in files for path in paths for parent in path.parents):
        raise _refused(archive, "it holds two files of the same name")


def _check_size(archive: Path, members: list[zipfile.ZipInfo]) -> None:
    """Refuses archives that are too large, or grow out of all proportion, when they are unpacked."""
    total, packed = (sum(sizes) for sizes in zip(*((m.file_size, m.compress_size) for m in members), strict=True))
    if total > MOST_BYTES:
        raise _refused(archive, f"it would unpack to {total:,} bytes")
    if total > _RATIO_FROM and total > _MOST_RATIO * max(1, packed):
        raise _refused(archive, f"it would grow {total // max(1, packed)}-fold")
    for member in members:
        if member.file_size > _RATIO_FROM and member.file_size > _MOST_RATIO * max(1, member.compress_size):
            grown = member.file_size // max(1, member.compress_size)
            raise _refused(archive, f"{member.filename[:80]!r} would grow {grown}-fold")


def _check_members(archive: Path, members: list[zipfile.ZipInfo]) -> str:
    """The name of the one folder in an archive whose members are harmless."""
    if len(members) > MOST_FILES:
        raise _refused(archive, f"it holds {len(members):,} files, more than any package")
    for member in members:
        _check_member(archive, member)
    if members:
        _check_names(archive, members)
        _check_size(archive, members)
    roots = {PurePosixPath(member.filename).parts[0] for member in members}
    if len(roots) != 1:
        raise PackageError(f"{archive}: no Argos package: it must hold one folder, not {len(roots)}")
    root = roots.pop()
    if not _FOLDER_NAME.fullmatch(root):
        raise _refused(archive, f"the folder name {root[:80]!r} is not portable")
    return root


def _inspect(archive: Path, file: zipfile.ZipFile) -> tuple[str, PackageMetadata]:
    members = file.infolist()
    root = _check_members(archive, members)
    by_name = {member.filename: member for member in members}
    metadata = by_name.get(f"{root}/metadata.json")
    if metadata is None:
        raise PackageError(f"{archive}: no Argos package: metadata.json is missing")
    if metadata.file_size > _MOST_METADATA:
        raise _refused(archive, "its metadata.json is larger than any package's")
    if f"{root}/model/model.bin" not in by_name:
        raise PackageError(f"{archive}: no Argos package: model/model.bin is missing")
    if not {f"{root}/sentencepiece.model", f"{root}/bpe.model"} & by_name.keys():
        raise PackageError(f"{archive}: no Argos package: it has no sentencepiece.model or bpe.model")
    with file.open(metadata) as stream:
        return root, parse_metadata(stream.read(_MOST_METADATA + 1), str(archive))


def _copy_member(archive: Path, file: zipfile.ZipFile, member: zipfile.ZipInfo, folder: Path) -> None:
    target = folder.joinpath(*PurePosixPath(member.filename).parts)
    if member.is_dir():
        target.mkdir(parents=True, exist_ok=True)
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    left = member.file_size
    with file.open(member) as source, target.open("xb") as out:
        while chunk := source.read(_COPY_BYTES):
            left -= len(chunk)
            if left < 0:
                raise _refused(archive, f"{member.filename[:80]!r} is larger than it says")
            out.write(chunk)


@contextlib.contextmanager
def _opened(archive: Path) -> Iterator[zipfile.ZipFile]:
    """Opens an archive; damage found while reading it becomes a `PackageError`."""
    try:
        with zipfile.ZipFile(archive) as file:
            yield file
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError) as error:
        raise PackageError(f"{archive}: damaged or no .argosmodel archive ({error}): get it again") from None


def read_archive_metadata(archive: Path) -> PackageMetadata:
    """The metadata of an archive that passes every check; nothing is written."""
    with _opened(archive) as file:
        return _inspect(archive, file)[1]


def unpack(archive: Path, into: Path) -> Path:
    """Unpacks an `.argosmodel` archive into the folder `into`, whole or not at all.

    The archive must hold one folder of plain files with relative names, metadata, a model and a tokenizer;
    links, devices, encrypted or repeated files and archives that grow out of proportion are refused.

    Args:
        archive: the file.
        into: the folder for the package's folder; made if missing.

    Returns:
        The package's folder.

    Raises:
        PackageError: the archive is damaged, hostile or no package, or its folder is there already.
        OutputError: the folder cannot be written.
    """
    with _opened(archive) as file:
        root, _ = _inspect(archive, file)
        target = into / root
        if target.exists():
            raise PackageError(f"{target} is there already: remove it first with `tsum packages remove`")
        try:
            into.mkdir(parents=True, exist_ok=True)
            # Not in `into` itself, where Argos would take it for a package.
            staging = Path(tempfile.mkdtemp(prefix=".tsum-unpack-", dir=into.parent))
            try:
                for member in file.infolist():
                    _copy_member(archive, file, member, staging)
                (staging / root).rename(target)
            finally:
                shutil.rmtree(staging, ignore_errors=True)
        except OSError as error:
            raise OutputError(f"{into}: the package cannot be written there ({error.strerror})") from None
    return target
