from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_pipeline.digest.renderers.web_address import web_address


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://eldiario.example/riada?a=1&b=2#c", "https://eldiario.example/riada?a=1&b=2#c"),
        (" HTTP://News.example:8080\n", "http://News.example:8080"),
        ("https://news.example/a b/ñ|`<\\", "https://news.example/a%20b/%C3%B1%7C%60%3C%5C"),
        ("https://news.example/caf%C3%A9", "https://news.example/caf%C3%A9"),
        ("https://news.exa\tmple/a\nb", "https://news.example/ab"),
        ("https://ana:secret@news.example/x@y", "https://news.example/x@y"),
        ("https://diario.españa/", "https://diario.españa/"),
        ("http://[2001:db8::1]/", "http://[2001:db8::1]/"),
    ],
)
def test_an_address_of_the_web_is_written_in_plain_characters(text: str, address: str) -> None:
    assert web_address(text) == address


@pytest.mark.parametrize(
    "text",
    [
        None,
        "",
        "news.example/x",
        "//news.example/x",
        "javascript:alert(1)",
        "java\nscript:alert(1)",
        "\x01javascript:alert(1)",
        "javascript://news.example/%0aalert(1)",
        "data:text/html,<script>",
        "file:///etc/passwd",
        "ftp://news.example/",
        "http:///x",
        "http:news.example",
        "https://bank.example\\@evil.example/",
        'https://a"onclick="x/',
        "https://a b/",
        "http://[::1",
        "http://news.example:99999/",
        "https://news.example/" + "a" * 9000,
    ],
)
def test_all_else_is_no_link(text: str | None) -> None:
    assert web_address(text) is None


@given(st.text() | st.text().map("https://news.example/{}".format) | st.text().map("http://{}/".format))
def test_whatever_becomes_a_link_cannot_leave_its_attribute(text: str) -> None:
    address = web_address(text)
    assert address is None or re.fullmatch(r"https?://[\w.\-:\[\]]+[A-Za-z0-9%/?#\[\]@!$&()*+,;=:~._-]*", address)
    assert address is None or web_address(address) == address
