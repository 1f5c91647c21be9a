from __future__ import annotations

import time

import pytest

from translate_pipeline.fetching.failure import NotFetchedError
from translate_pipeline.fetching.robots import Robots

REFUSED = "robots.txt does not allow it"


def _allowed(text: str, path: str) -> bool:
    try:
        Robots.parse(text.encode()).check(f"https://a.example{path}")
    except NotFetchedError as failure:
        assert REFUSED in str(failure)
        return False
    return True


def test_the_rules_for_everybody_hold_unless_there_are_some_for_tsum() -> None:
    everybody = "User-agent: *\nDisallow: /privado/\n"
    assert _allowed(everybody, "/noticia")
    assert not _allowed(everybody, "/privado/x")
    assert _allowed(everybody + "\nUser-agent: TSUM\nDisallow: /otro", "/privado/x")
    assert not _allowed(everybody + "\nUser-agent: tsum # lector\nDisallow: /otro", "/otro")


def test_rules_for_other_programs_do_not_hold() -> None:
    assert _allowed("User-agent: GPTBot\nUser-agent: CCBot\nDisallow: /\n\nUser-agent: *\nDisallow:\n", "/x")
    assert not _allowed("User-agent: GPTBot\nUser-agent: *\nDisallow: /\n", "/x")


def test_wildcards_and_the_longest_rule_decide() -> None:
    text = "User-agent: *\nDisallow: /*?print=\nDisallow: /*.pdf$\nDisallow: /a/\nAllow: /a/b\n"
    assert not _allowed(text, "/x?print=1")
    assert not _allowed(text, "/x.pdf")
    assert _allowed(text, "/x.pdf?y")
    assert not _allowed(text, "/a/c")
    assert _allowed(text, "/a/b")


@pytest.mark.parametrize("text", ["", "\ufeff", "<html>no robots</html>", "Disallow: /", "\x00\xff"])
def test_what_holds_no_rules_allows_everything(text: str) -> None:
    assert _allowed(text, "/x")


def test_a_byte_order_mark_hides_no_rule() -> None:
    assert not _allowed("\ufeffUser-agent: *\nDisallow: /x", "/x")


def test_the_pause_that_a_site_wishes_for_is_read() -> None:
    assert Robots.parse(b"User-agent: *\nCrawl-delay: 2.5").delay == 2.5
    assert Robots.parse(b"User-agent: other\nCrawl-delay: 5").delay is None
    assert Robots.parse(b"User-agent: *\nCrawl-delay: inf").delay is None
    assert Robots().delay is None


def test_hostile_rules_take_little_time() -> None:
    agents = "".join(f"User-agent: program{number}\n" for number in range(10_000))
    rules = "".join(f"Disallow: /*a*a*a*b{number}$\n" for number in range(12_000))
    started = time.process_time()
    assert _allowed(agents + "User-agent: *\n" + rules, "/" + "a" * 2000)
    assert time.process_time() - started < 20


def test_what_could_not_be_read_allows_nothing() -> None:
    with pytest.raises(NotFetchedError, match=r"^try later$"):
        Robots(failure=NotFetchedError("try later")).check("https://a.example/")
