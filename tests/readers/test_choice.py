"""What reads an input, by its content."""

from __future__ import annotations

import gzip
import io
import json
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_pipeline.readers.choice import choose_collection, choose_reader

HTML = b"<!doctype html><html><head><title>A</title></head><body><p>Hola.</p></body></html>"
RSS = b"<?xml version='1.0'?><rss version='2.0'><channel><title>A</title></channel></rss>"
SITEMAP = b"<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'></urlset>"
ROW = json.dumps({"text": "Hola."}).encode()


def zipped(*names: str, mimetype: str = "") -> bytes:
    """An office file as far as its head tells."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        if mimetype:
            archive.writestr("mimetype", mimetype)
        for name in names:
            archive.writestr(name, "<x/>")
    return data.getvalue()


DOCX = zipped("[Content_Types].xml", "word/document.xml")


@pytest.mark.parametrize(
    ("data", "name", "reader"),
    [
        (HTML, "page", "HtmlReader"),
        (HTML, "wrong.txt", "HtmlReader"),
        (b"\xef\xbb\xbf" + HTML, "page", "HtmlReader"),
        (HTML.decode().encode("utf-16"), "page", "HtmlReader"),
        (b"%PDF-1.7\n", "wrong.docx", "PdfReader"),
        (DOCX, "wrong.pdf", "DocxReader"),
        (zipped(mimetype="application/vnd.oasis.opendocument.text"), "a", "OdtReader"),
        (zipped("META-INF/container.xml", mimetype="application/epub+zip"), "a", "EpubReader"),
        (b"From: a@b.example\nTo: c@d.example\nSubject: Hola\n\nHola.\n", "a.eml", "EmlReader"),
        (b"Hola: esto no es un correo.\n", "a.txt", "PlainTextReader"),
        (b"3 < 4 y 5 > 2, dice el profesor.\n", "a.txt", "PlainTextReader"),
        (b"", "a.html", "PlainTextReader"),
        (b"PK\x03\x04 damaged", "a.docx", "DocxReader"),
    ],
)
def test_readers(data: bytes, name: str, reader: str) -> None:
    assert type(choose_reader(data, name)).__name__ == reader


@pytest.mark.parametrize(
    ("data", "name", "collection"),
    [
        (RSS, "wrong.txt", "FeedCollection"),
        (b"<feed xmlns='http://www.w3.org/2005/Atom'></feed>", "a", "FeedCollection"),
        (b"<opml version='2.0'><body/></opml>", "a.xml", "OpmlCollection"),
        (SITEMAP, "sitemap.xml", "SitemapCollection"),
        (gzip.compress(SITEMAP, mtime=0), "sitemap.xml.gz", "SitemapCollection"),
        (b"PAR1\x00", "a", "ParquetCollection"),
        (ROW + b"\n" + ROW, "a", "JsonLinesCollection"),
        (b"\xef\xbb\xbf" + ROW, "a.jsonl", "JsonLinesCollection"),
        (gzip.compress(ROW, mtime=0), "a.jsonl.gz", "JsonLinesCollection"),
        (b"[" + ROW + b"]", "a.json", "JsonLinesCollection"),
        (HTML, "a.xml", None),
        (DOCX, "a.docx", None),
        (b"[1] Nota al pie.\n", "a.txt", None),
        (b"{Comentario} Hola.\n", "a.txt", None),
        (b"", "a.txt", None),
    ],
)
def test_collections(data: bytes, name: str, collection: str | None) -> None:
    found = choose_collection(data, name)
    assert (type(found).__name__ if found else None) == collection


@given(st.binary(max_size=300), st.sampled_from(["", "a.txt", "a.json", "a.xml", "a.docx"]))
def test_any_bytes_have_a_reader(data: bytes, name: str) -> None:
    assert choose_reader(data, name).format_name
    choose_collection(data, name)


@given(
    st.sampled_from([b"<rss>", b"<", b"PK\x03\x04", b"%PDF-", b"{", b"[{", b"\x1f\x8b", b"A: b\n"]),
    st.binary(max_size=99),
)
def test_what_begins_like_a_format(beginning: bytes, rest: bytes) -> None:
    assert choose_reader(beginning + rest, "a").format_name
    choose_collection(beginning + rest, "a")
