from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.readers.office_files import BILLION_LAUGHS, EXTERNAL_ENTITY
from translate_pipeline.readers.safe_xml import BadXmlError, EntitiesError, parse_html, parse_xhtml, parse_xml, text_of


@pytest.mark.parametrize("body", ["<x>&j;</x>", '<x y="&j;"/>', "<x/>"])
def test_a_billion_laughs_are_refused_fast(body: str) -> None:
    start = time.perf_counter()
    with pytest.raises(BadXmlError):
        parse_xml((BILLION_LAUGHS + body).encode())
    assert time.perf_counter() - start < 1


def test_declared_entities_are_refused_in_any_encoding() -> None:
    hidden = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'
    with pytest.raises(EntitiesError):
        parse_xml(hidden.encode("utf-16"))


def test_a_page_that_declares_entities_is_not_read_as_html_instead() -> None:
    with pytest.raises(EntitiesError):
        parse_xhtml(b'<!DOCTYPE x [<!ENTITY a "b">]><html><body>&a;</body></html>', "a.xhtml")


def test_an_external_entity_is_not_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("contraseña")
    hostile = EXTERNAL_ENTITY.format(path=secret) + "<x>&secret;</x>"
    with pytest.raises(EntitiesError):
        parse_xml(hostile.encode())
    assert "contraseña" not in text_of(parse_html(hostile.encode(), "utf-8"))


def test_a_doctype_alone_is_harmless() -> None:
    page = b'<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "http://example.org/x.dtd"><html><body>A</body></html>'
    assert text_of(parse_xml(page)) == "A"


def test_html_entities_and_self_closing_tags_of_xhtml() -> None:
    page = b"<html><head><title/></head><body><p>El a&ntilde;o&nbsp;2024 &amp; m&aacute;s</p></body></html>"
    assert text_of(parse_xhtml(page, "a.xhtml")) == "El año 2024 & más"


def test_a_page_that_is_not_well_formed_is_read_as_html() -> None:
    page = "<html><body><p>Uno<br>dos á<p>Tres</body>".encode("cp1252")
    assert text_of(parse_xhtml(page, "a.xhtml")) == "Unodos áTres"


def test_deep_nesting_is_never_fatal() -> None:
    with pytest.raises(BadXmlError):
        parse_xml(b"<x>" * 50_000 + b"</x>" * 50_000)
    assert parse_html(b"<div>" * 50_000 + b"texto", "utf-8").tag == "html"


def test_a_page_after_a_huge_script_is_read() -> None:
    page = b"<script>" + b"x" * (11 << 20) + b"</script><p>texto</p>"
    assert text_of(parse_html(page, "utf-8").find(".//p")) == "texto"
