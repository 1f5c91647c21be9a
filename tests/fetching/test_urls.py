from __future__ import annotations

import pytest

from translate_pipeline.fetching.failure import NotFetchedError
from translate_pipeline.fetching.urls import host_and_port, join_url, parse_url, shown_url, without_credentials


def test_an_address_is_read_with_its_host_in_the_form_of_the_resolver() -> None:
    url = parse_url(" HTTPS://EL-PAÍS.example/ñ?q=1#abajo ")
    assert str(url).startswith("https://")
    assert host_and_port(url) == ("xn--el-pas-7va.example", 443)
    assert "#" not in str(url)
    assert host_and_port(parse_url("http://[::1]:8080/")) == ("::1", 8080)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("ftp://a.example/x", "only http"),
        ("file:///etc/passwd", "only http"),
        ("javascript:alert(1)", "only http"),
        ("data:text/html,x", "only http"),
        ("a.example/x", "only http"),
        ("http://", "no host"),
        ("http:///x", "no host"),
        ("http://a.example:0/", "no such port"),
        ("http://a.example:99999/", "no such port"),
        ("http://[::1/", "not a valid address"),
        ("http://a.example/\x00", "not a valid address"),
        ("http://a.example/" + "x" * 9000, "more than 8,000 characters"),
    ],
)
def test_what_is_no_address_of_the_web_is_refused(text: str, reason: str) -> None:
    with pytest.raises(NotFetchedError, match=reason):
        parse_url(text)


def test_a_redirect_is_joined_and_checked() -> None:
    base = parse_url("https://a.example/x/y")
    assert str(join_url(base, "../z")) == "https://a.example/z"
    assert str(join_url(base, "//b.example/z")) == "https://b.example/z"
    with pytest.raises(NotFetchedError, match="only http"):
        join_url(base, "file:///etc/passwd")
    with pytest.raises(NotFetchedError, match="no valid address"):
        join_url(base, "http://a.example:x/")


def test_user_names_and_passwords_are_not_shown() -> None:
    url = parse_url("https://ana:secreto@a.example:8443/x?y=@z")
    assert without_credentials(url) == "https://a.example:8443/x?y=@z"
    assert shown_url("https://ana:secreto@a.example/x") == "https://a.example/x"
    assert shown_url("https://ana:sec@reto@a.example/x") == "https://a.example/x"
    assert "secreto" not in shown_url("http://ana:secreto@[bad/x")
    assert "secreto" not in shown_url("ana:secreto@a.example/x")


def test_an_address_is_shown_in_one_line_of_bounded_length() -> None:
    shown = shown_url("http://a.example/\x1b[31m\n" + "x" * 1000)
    assert shown.isprintable()
    assert len(shown) == 300
