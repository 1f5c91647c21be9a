from __future__ import annotations

import codecs

import pytest

from translate_pipeline.errors import NotTextError
from translate_pipeline.readers.html_encoding import decode_html

TEXT = (
    "<html><head>{}</head><body>El niño comió paella en A Coruña — «ayer» a las cinco y pico de la tarde.</body></html>"
)


def _page(declaration: str = "") -> str:
    return TEXT.format(declaration)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_is_believed_before_everything(encoding: str) -> None:
    page = _page('<meta charset="iso-8859-1">')
    assert decode_html(page.encode(encoding), "x", "iso-8859-1").text == page


def test_the_servers_charset_is_believed_before_the_pages() -> None:
    page = _page('<meta charset="koi8-r">')
    assert decode_html(page.encode("cp1252"), "x", "windows-1252").text == page


@pytest.mark.parametrize(
    "declaration",
    [
        "<meta charset=cp1251>",
        "<META CHARSET='windows-1251'>",
        '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">',
        "<!-- " + "x" * 5000 + ' --><meta charset="windows-1251">',
    ],
)
def test_the_declaration_of_a_page_is_found(declaration: str) -> None:
    page = f"<html><head>{declaration}</head><body>Москва</body></html>"
    decoded = decode_html(page.encode("cp1251"), "x")
    assert (decoded.text, decoded.encoding) == (page, "cp1251")


def test_an_xml_declaration_counts() -> None:
    page = '<?xml version="1.0" encoding="windows-1251"?><html><body>Москва</body></html>'
    assert decode_html(page.encode("cp1251"), "x").text == page


@pytest.mark.parametrize("label", ["iso-8859-1", "latin1", "us-ascii"])
def test_latin_1_is_windows_1252_as_in_browsers(label: str) -> None:
    page = _page(f"<meta charset={label}>")
    assert decode_html(page.encode("cp1252"), "x").text == page


def test_utf_8_that_calls_itself_latin_1_is_utf_8() -> None:
    page = _page("<meta charset=iso-8859-1>")
    decoded = decode_html(page.encode(), "x", "iso-8859-1")
    assert (decoded.text, decoded.encoding) == (page, "utf-8")


def test_latin_1_that_calls_itself_utf_8_is_latin_1() -> None:
    page = _page("<meta charset=utf-8>")
    assert decode_html(page.encode("cp1252"), "x", "utf-8").text == page


def test_one_damaged_byte_does_not_change_the_encoding_of_a_page() -> None:
    page = (_page("<meta charset=utf-8>") + "áéíóú" * 20).encode()
    decoded = decode_html(page + b"\xf1", "x")
    assert decoded.encoding == "utf-8"
    assert decoded.text == page.decode() + "\ufffd"


@pytest.mark.parametrize("label", ["rot13", "zip", "unicode_escape", "idna", "nada", "", "utf-7", "\x00", "utf-16"])
def test_what_is_no_encoding_of_the_web_is_not_used(label: str) -> None:
    page = _page(f"<meta charset='{label}'>")
    assert decode_html(page.encode(), "x", label).text == page


def test_without_a_declaration_spanish_is_expected() -> None:
    assert decode_html(_page().encode("cp1252"), "x").text == _page()
    assert decode_html(_page().encode(), "x").text == _page()


def test_an_image_is_no_page() -> None:
    with pytest.raises(NotTextError, match="PNG image"):
        decode_html(b"\x89PNG\r\n\x1a\n\xff\xfe\x00\x01" + bytes(100), "x")


def test_a_mark_alone_is_empty() -> None:
    assert decode_html(codecs.BOM_UTF8, "x").text == ""
