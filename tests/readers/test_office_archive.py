from __future__ import annotations

import struct
import zipfile

import pytest

from tests.readers.office_files import archive_of
from translate_pipeline.errors import UnreadableFormatError
from translate_pipeline.readers import office_archive
from translate_pipeline.readers.office_archive import OfficeArchive, is_cut_off, mimetype_of, part_names

KIND = "a Word document"


def opened(data: bytes) -> OfficeArchive:
    return OfficeArchive(data, "a.docx", KIND)


def test_parts_are_read_by_name() -> None:
    with opened(archive_of({"a.xml": "<a/>", "b.xml": "<b/>"})) as archive:
        assert archive.names() == ["a.xml", "b.xml"]
        assert archive.read("b.xml") == b"<b/>"
        assert archive.read_if_present("c.xml") is None


def test_a_missing_part_is_named() -> None:
    with opened(archive_of({"a.xml": "<a/>"})) as archive, pytest.raises(UnreadableFormatError, match=r"'c\.xml'"):
        archive.read("c.xml")


def test_a_cut_off_archive_is_one_clear_line() -> None:
    whole = archive_of({"a.xml": "<a/>" * 100})
    with pytest.raises(UnreadableFormatError, match="broken or cut off") as error:
        opened(whole[:-30])
    assert str(error.value).startswith("a.docx: a Word document that cannot be read: ")
    assert "\n" not in str(error.value)
    assert is_cut_off(whole[:-30], "A.DOCX", (".docx",))
    assert not is_cut_off(whole, "a.docx", (".docx",))
    assert not is_cut_off(whole[:-30], "a.zip", (".docx",))


def test_a_zip_bomb_in_a_part_that_is_never_read_is_refused_at_once() -> None:
    with pytest.raises(UnreadableFormatError, match="zip bomb"):
        opened(archive_of({"a.xml": "<a/>", "media/zeros": b"\0" * (30 << 20)}))


def test_a_part_larger_than_any_text_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office_archive, "MOST_PART_BYTES", 1000)
    with (
        opened(archive_of({"a.xml": "x" * 1001})) as archive,
        pytest.raises(UnreadableFormatError, match="1,001 bytes"),
    ):
        archive.read("a.xml")


def test_the_parts_read_together_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office_archive, "MOST_BYTES", 1500)
    with opened(archive_of({"a.xml": "x" * 1000, "b.xml": "x" * 1000})) as archive:
        archive.read("a.xml")
        with pytest.raises(UnreadableFormatError, match="too large"):
            archive.read("b.xml")


def test_a_part_that_lies_about_its_size_is_refused() -> None:
    data = bytearray(archive_of({"a.xml": b"x" * 5000}))
    directory = data.rindex(b"PK\x01\x02")
    data[directory + 24 : directory + 28] = struct.pack("<I", 10)
    with opened(bytes(data)) as archive, pytest.raises(UnreadableFormatError, match=r"damaged|larger than it says"):
        archive.read("a.xml")


def test_a_damaged_part_is_named() -> None:
    data = bytearray(archive_of({"a.xml": b"palabra " * 50}, zipfile.ZIP_STORED))
    data[60] ^= 0xFF
    with opened(bytes(data)) as archive, pytest.raises(UnreadableFormatError, match=r"'a\.xml' in it is damaged"):
        archive.read("a.xml")


def test_an_encrypted_part_is_called_protected() -> None:
    data = bytearray(archive_of({"a.xml": b"x"}))
    data[6] |= 1
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    with opened(bytes(data)) as archive, pytest.raises(UnreadableFormatError, match="password"):
        archive.read("a.xml")


def test_other_compression_than_a_documents_is_refused() -> None:
    data = archive_of({"a.xml": b"x" * 100}, zipfile.ZIP_LZMA)
    with opened(data) as archive, pytest.raises(UnreadableFormatError, match="packed in a way"):
        archive.read("a.xml")


def test_an_absurd_number_of_parts_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office_archive, "MOST_MEMBERS", 10)
    with pytest.raises(UnreadableFormatError, match="11 parts"):
        opened(archive_of({str(number): "" for number in range(11)}))


def test_peeking_never_raises() -> None:
    assert part_names(b"PK\x03\x04 nonsense") is None
    assert mimetype_of(b"PK\x03\x04 nonsense") is None
    assert mimetype_of(archive_of({"a": "b"})) is None
    assert mimetype_of(archive_of({"mimetype": "application/epub+zip\n"})) == "application/epub+zip"
