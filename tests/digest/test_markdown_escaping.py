from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.digest.minimal import digest_of
from tests.digest.read_markdown import active_elements, links, parsed, read_text
from translate_pipeline.digest.model import Digest
from translate_pipeline.digest.renderers.markdown import MarkdownRenderer
from translate_pipeline.digest.renderers.markdown_escaping import escaped, link
from translate_pipeline.digest.renderers.plain_line import plain_line
from translate_pipeline.digest.renderers.web_address import web_address
from translate_pipeline.metadata import Metadata

MARKS = st.text(st.sampled_from("\\`*_[]<>|&~$^{}#+-=.:!()\"'/@ %1aW\n\t\u00a0é") | st.characters())


def markdown_of(digest: Digest) -> str:
    return MarkdownRenderer().render(digest).decode("utf-8")


@pytest.mark.parametrize(
    "text",
    [
        "![x](https://spy.example/p.png)",
        "[x](javascript:alert(1))",
        "<https://spy.example>",
        "a | b \\| c",
        "# no heading #",
        "- no item",
        "1. no item",
        "1) no item",
        "123456789. no item",
        "+ no item",
        "***",
        "`code` ~~gone~~ $x$ ^1^ {.class}",
        "&lt;b&gt; &copy; &#65;",
        "> quoted\n\n    code",
        "ends with a backslash\\",
        "[^1]: note",
        "[id]: https://spy.example",
        "| a |\n|---|",
        "text\n===",
        "```\ncode",
    ],
)
def test_marks_of_markdown_in_articles_are_text(text: str) -> None:
    digest = digest_of(text)
    assert active_elements(markdown_of(digest)) == set()
    assert links(markdown_of(digest)) == []
    texts = [read_text(token) for token in parsed(markdown_of(digest)) if token.type == "inline"]
    assert plain_line(text) in texts
    assert f"1. {plain_line(text)}" in texts


@given(MARKS)
def test_any_text_is_read_in_a_cell_as_it_was_written(text: str) -> None:
    tokens = parsed(f"| a | b |\n|---|---|\n| {escaped(text)} | end |")
    cells = [token for token in tokens if token.type == "inline"]
    assert [read_text(cell) for cell in cells] == ["a", "b", plain_line(text), "end"]
    assert {child.type for cell in cells for child in cell.children or []} <= {"text", "text_special"}


@given(MARKS)
def test_any_text_is_read_in_a_paragraph_a_heading_and_an_item_as_it_was_written(text: str) -> None:
    expected = plain_line(text)
    for before in ("", "## ", "- "):
        tokens = parsed(before + escaped(text))
        assert "".join(read_text(token) for token in tokens if token.type == "inline") == expected
        kinds = {child.type for token in tokens for child in token.children or []}
        assert kinds <= {"text", "text_special"}


@given(MARKS)
def test_a_digest_of_any_text_has_nothing_active_in_it(text: str) -> None:
    markdown = markdown_of(digest_of(text))
    assert active_elements(markdown) == set()
    assert all(address.startswith(("http://", "https://")) for address in links(markdown))


@pytest.mark.parametrize(
    "text",
    ["see https://spy.example/x now", "www.spy.example", "ana@spy.example", "spy.example", "mailto:a", "HTTP://X"],
)
def test_addresses_in_text_are_written_so_that_no_site_makes_links_of_them(text: str) -> None:
    written = escaped(text)
    assert not re.search(r"(?<!\\)://|www\.|spy\.example|(?<!\\)@|mailto:", written)


@pytest.mark.parametrize(
    "address",
    [
        "https://news.example/a_(b)*c*?x=1&copy;=2&y=[3]#$f$~g~",
        "https://news.example/ñandú y más|barra`código`<b>",
        "http://[2001:db8::1]:8080/a\\b",
    ],
)
def test_a_link_leads_to_the_address_of_the_article(address: str) -> None:
    known = web_address(address)
    assert known is not None
    (href,) = links(f"| a |\n|---|\n| {link(known)} |")
    assert href == known.replace("[3]", "%5B3%5D")
    assert active_elements(f"*{link(known)}*") == set()


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//x", "http://", "x"]
)
def test_only_addresses_of_the_web_become_links(address: str) -> None:
    assert links(markdown_of(digest_of("x", Metadata(url=address)))) == []


def test_braces_are_written_so_that_no_site_generator_runs_them() -> None:
    assert escaped("{{ 7 * 7 }} {% raw %} {# note #}") == r"\{\{ 7 \* 7 \}\} \{\% raw %\} \{\# note \#\}"


def test_a_line_does_not_become_a_definition() -> None:
    assert escaped(": x") == r"\: x"


def test_figures_keep_their_points() -> None:
    assert escaped("2.5 metros, 10.000 euros, 3.1.") == "2.5 metros, 10.000 euros, 3.1."
