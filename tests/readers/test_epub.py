from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.readers.hostile_bytes import arbitrary, damaged, read_or_refuse
from tests.readers.office_files import BILLION_LAUGHS, archive_of
from translate_pipeline.document import Document
from translate_pipeline.errors import EmptyInputError, UnreadableFormatError
from translate_pipeline.readers.epub import EpubReader

READER = EpubReader()
CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
)
METADATA = (
    '<dc:title>Crónica del año</dc:title><dc:creator id="a">Ana Pérez</dc:creator>'
    '<dc:creator id="t">Luis Gil</dc:creator>'
    '<meta refines="#t" property="role">trl</meta><dc:publisher>Editorial Sur</dc:publisher>'
    '<dc:date opf:event="modification">2024-01-01</dc:date><dc:date opf:event="publication">1915-03-02</dc:date>'
)
ITEMS = (
    '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
    '<item id="two" href="text/cap%C3%ADtulo%202.xhtml" media-type="application/xhtml+xml"/>'
    '<item id="one" href="text/1.xhtml#inicio" media-type="application/xhtml+xml"/>'
    '<item id="pic" href="pic.svg" media-type="image/svg+xml"/>'
    '<item id="side" href="side.xhtml" media-type="application/xhtml+xml"/>'
)
SPINE = '<itemref idref="nav"/><itemref idref="one"/><itemref idref="two"/><itemref idref="pic"/>' + (
    '<itemref idref="side" linear="no"/><itemref idref="nobody"/>'
)


def page(body: str) -> str:
    return f'<html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>{body}</body></html>'


def book(metadata: str = METADATA, items: str = ITEMS, spine: str = SPINE, **parts: str) -> bytes:
    return archive_of(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": CONTAINER,
            "OEBPS/book.opf": '<package xmlns="http://www.idpf.org/2007/opf" xmlns:opf="http://www.idpf.org/2007/opf"'
            f' xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>{metadata}</metadata>'
            f"<manifest>{items}</manifest><spine>{spine}</spine></package>",
            "OEBPS/nav.xhtml": page("<p>Índice del libro</p>"),
            "OEBPS/side.xhtml": page("<p>Aparte</p>"),
            "OEBPS/text/1.xhtml": page("<h1>Capítulo uno</h1><p>Llovía&nbsp;mucho.</p>"),
            "OEBPS/text/capítulo 2.xhtml": page("<h1>Capítulo dos</h1><p>Salió el sol.</p>"),
            **parts,
        }
    )


def read(data: bytes) -> Document:
    return READER.read(data, "libro.epub")


def test_chapters_in_the_order_of_the_spine() -> None:
    document = read(book())
    assert [p.text for p in document.paragraphs] == [
        "Crónica del año",
        "Capítulo uno",
        "Llovía mucho.",
        "Capítulo dos",
        "Salió el sol.",
    ]
    assert document.notes == []


def test_dublin_core() -> None:
    assert read(book()).metadata.known() == {
        "title": "Crónica del año",
        "date": "1915-03-02",
        "author": "Ana Pérez",
        "source": "Editorial Sur",
    }
    unknown = '<dc:date>0101-01-01T00:00:00+00:00</dc:date><dc:creator opf:role="aut">Ana</dc:creator>'
    assert read(book(unknown)).metadata.known() == {"author": "Ana"}


def test_a_missing_chapter_is_noted() -> None:
    items = ITEMS.replace("side.xhtml", "lost.xhtml")
    document = read(book(items=items, spine='<itemref idref="one"/><itemref idref="side"/>'))
    assert document.notes == ["chapters missing or damaged: OEBPS/lost.xhtml"]
    assert document.paragraphs[-1].text == "Llovía mucho."


def encryption(uri: str, algorithm: str) -> str:
    return (
        '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" xmlns:e="http://www.w3.org/2001/04/xmlenc#">'
        f'<e:EncryptedData><e:EncryptionMethod Algorithm="{algorithm}"/><e:CipherData>'
        f'<e:CipherReference URI="{uri}"/></e:CipherData></e:EncryptedData></encryption>'
    )


def test_copy_protection_is_refused_but_hidden_fonts_are_not() -> None:
    aes = "http://www.w3.org/2001/04/xmlenc#aes128-cbc"
    with pytest.raises(UnreadableFormatError, match="copy-protected"):
        read(book(**{"META-INF/encryption.xml": encryption("OEBPS/text/cap%C3%ADtulo%202.xhtml", aes)}))
    for uri, algorithm in (
        ("OEBPS/font.otf", "http://www.idpf.org/2008/embedding"),
        ("OEBPS/font.otf", "http://ns.adobe.com/pdf/enc#RC"),
        ("OEBPS/other.bin", aes),
    ):
        assert read(book(**{"META-INF/encryption.xml": encryption(uri, algorithm)})).paragraphs


def test_a_container_that_is_missing_or_wrong() -> None:
    parts = {"mimetype": "application/epub+zip"}
    with pytest.raises(UnreadableFormatError, match="names no package document"):
        read(archive_of(parts))
    with pytest.raises(UnreadableFormatError, match=r"'OEBPS/book\.opf' is missing"):
        read(archive_of({**parts, "META-INF/container.xml": CONTAINER}))
    with pytest.raises(EmptyInputError):
        read(archive_of({**parts, "book.opf": "<package/>"}))


def test_no_chapter_outside_of_the_archive_is_read() -> None:
    items = '<item id="one" href="../../../../etc/hostname" media-type="application/xhtml+xml"/>'
    with pytest.raises(EmptyInputError):
        read(book(items=items))


def test_hostile_files() -> None:
    with pytest.raises(UnreadableFormatError, match="entit"):
        read(book(**{"META-INF/container.xml": BILLION_LAUGHS + "<x>&j;</x>"}))
    document = read(book(**{"OEBPS/text/1.xhtml": BILLION_LAUGHS + page("<p>&j;</p>")}))
    assert document.notes == ["chapters missing or damaged: OEBPS/text/1.xhtml"]
    with pytest.raises(UnreadableFormatError, match="zip bomb"):
        read(book(**{"OEBPS/text/1.xhtml": " " * (60 << 20)}))


def test_only_books_are_recognised() -> None:
    assert READER.recognises(book(), "sin ending")
    assert READER.recognises(book()[:300], "libro.epub")
    assert not READER.recognises(archive_of({"a.txt": "hola"}), "libro.epub")
    assert not READER.recognises(archive_of({"mimetype": "application/vnd.oasis.opendocument.text"}), "libro.epub")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(arbitrary(b"PK\x03\x04"), damaged(book())))
def test_no_bytes_raise_anything_but_our_errors(data: bytes) -> None:
    read_or_refuse(READER, data, "libro.epub")
