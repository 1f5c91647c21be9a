"""Zip archives of documents (DOCX, ODT, EPUB) as hostile input: bounded, and never unpacked to disk."""

from __future__ import annotations

import io
import zipfile
import zlib
from types import TracebackType

from translate_pipeline.errors import UnreadableFormatError

MOST_MEMBERS = 20_000
MOST_BYTES = 200 << 20
# A part becomes a tree of about ten times its size.
MOST_PART_BYTES = 50 << 20
_MOST_RATIO = 200
_RATIO_FROM = 10 << 20
_CHUNK_BYTES = 1 << 20
_ZIP_MAGIC = b"PK"
_LONGEST_MIMETYPE = 100
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OverflowError,
    OSError,
)


class OfficeArchive:
    """The parts of a document that is a zip archive.

    Only parts that are read count towards the limits, since pictures are never unpacked; a part that would grow out of
    all proportion is refused wherever it is.

    Args:
        data: the bytes of the archive.
        name: what errors call the document.
        format_name: its format with an article.

    Raises:
        UnreadableFormatError: the archive is broken, encrypted, or would unpack to far more than a document.
    """

    def __init__(self, data: bytes, name: str, format_name: str) -> None:
        self._name, self._format_name = name, format_name
        self._left = MOST_BYTES
        try:
            self._file = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN:
            raise self.unreadable("its zip archive is broken or cut off: get the file again") from None
        self._members = {member.filename: member for member in self._file.infolist()}
        try:
            self._check()
        except UnreadableFormatError:
            self._file.close()
            raise

    def __enter__(self) -> OfficeArchive:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._file.close()

    def unreadable(self, reason: str) -> UnreadableFormatError:
        """The error that says why this document cannot be read."""
        return UnreadableFormatError(self._name, self._format_name, reason)

    def _check(self) -> None:
        if len(self._members) > MOST_MEMBERS:
            raise self.unreadable(f"it holds {len(self._members):,} parts, more than any document")
        for name, member in self._members.items():
            if member.file_size > _RATIO_FROM and member.file_size > _MOST_RATIO * max(1, member.compress_size):
                grown = member.file_size // max(1, member.compress_size)
                raise self.unreadable(f"{name[:80]!r} in it would grow {grown:,}-fold: it looks like a zip bomb")

    def names(self) -> list[str]:
        """The names of its parts, in the order of the archive."""
        return list(self._members)

    def read(self, part: str) -> bytes:
        """The bytes of one part.

        Raises:
            UnreadableFormatError: it is missing, damaged, encrypted, or larger than it may be or says.
        """
        member = self._members.get(part)
        if member is None:
            raise self.unreadable(f"{part!r} is missing in it: get the file again")
        if member.flag_bits & 1:
            raise self.unreadable("it is protected by a password: save it without one")
        if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise self.unreadable(f"{part!r} in it is packed in a way that documents are not")
        most = min(self._left, MOST_PART_BYTES, member.file_size)
        if most < member.file_size:
            raise self.unreadable(
                f"{part!r} in it would unpack to {member.file_size:,} bytes: too large for a document"
            )
        chunks: list[bytes] = []
        try:
            with self._file.open(member) as stream:
                while chunk := stream.read(_CHUNK_BYTES):
                    most -= len(chunk)
                    self._left -= len(chunk)
                    if most < 0:
                        raise self.unreadable(f"{part!r} in it is larger than it says: it looks like a zip bomb")
                    chunks.append(chunk)
        except _BROKEN:
            raise self.unreadable(f"{part!r} in it is damaged: get the file again") from None
        return b"".join(chunks)

    def read_if_present(self, part: str) -> bytes | None:
        """The bytes of one part, or None if the archive has none of that name."""
        return self.read(part) if part in self._members else None


def part_names(data: bytes) -> list[str] | None:
    """The names of the parts of a zip archive; None if `data` is no whole zip archive."""
    if not data.startswith(_ZIP_MAGIC):
        return None
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            return file.namelist()
    except _BROKEN:
        return None


def mimetype_of(data: bytes) -> str | None:
    """What the part `mimetype` says an OpenDocument or EPUB archive is; None if there is none."""
    if not data.startswith(_ZIP_MAGIC):
        return None
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            member = file.getinfo("mimetype")
            if member.flag_bits & 1 or member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                return None
            with file.open(member) as stream:
                return stream.read(_LONGEST_MIMETYPE).decode("ascii", errors="replace").strip()
    except (KeyError, *_BROKEN):
        return None


def is_cut_off(data: bytes, name: str, endings: tuple[str, ...]) -> bool:
    """Whether `data` begins as a zip archive, is no whole one, and `name` says what it was."""
    return data.startswith(_ZIP_MAGIC) and name.lower().endswith(endings) and part_names(data) is None
