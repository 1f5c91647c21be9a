from __future__ import annotations

import json

import pytest

from tests.conftest import Tsum
from tests.local_web import Answer, dead_address, entry, serve

SOME = [entry("es", "en", "1.9"), entry("es", "en", "1.10"), entry("de", "en"), entry("fr", "en")]


def test_the_whole_index_is_listed_in_order(tsum: Tsum) -> None:
    with serve() as site:
        done = tsum("packages", "search", env=site.offer(*SOME))
    assert done.code == 0, done.err
    assert [line.split()[0] for line in done.out.splitlines()] == ["de-en", "es-en", "es-en", "fr-en"]
    assert "Old deish to New enish" in done.out


@pytest.mark.parametrize(("text", "pairs"), [("fr", {"fr-en"}), ("es-en", {"es-en"}), ("OLD D", {"de-en"})])
def test_the_index_is_searched_by_code_pair_and_name(text: str, pairs: set[str], tsum: Tsum) -> None:
    with serve() as site:
        done = tsum("packages", "search", text, "--json", env=site.offer(*SOME))
    found = json.loads(done.out)
    assert {f"{package['from_code']}-{package['to_code']}" for package in found} == pairs


def test_nothing_found_is_said_with_exit_code_3(tsum: Tsum) -> None:
    with serve() as site:
        done = tsum("packages", "search", "xx", env=site.offer(*SOME))
    assert (done.code, done.out) == (3, "")
    assert done.err.count("\n") == 1
    assert "'xx'" in done.err


def test_other_kinds_of_package_are_left_out(tsum: Tsum) -> None:
    with serve() as site:
        done = tsum("packages", "search", env=site.offer({"type": "sbd", "from_codes": ["es"]}, *SOME))
    assert len(done.out.splitlines()) == len(SOME)


def test_a_server_that_is_down_is_one_line_and_exit_code_12(tsum: Tsum) -> None:
    address = dead_address()
    done = tsum("packages", "search", env={"ARGOS_PACKAGE_INDEX": address})
    assert (done.code, done.out) == (12, "")
    assert done.err.count("\n") == 1
    assert f"{address}index.json: the package index cannot be had" in done.err


BAD = {
    "not found": Answer(b"no", 404),
    "no JSON": Answer(b"<html>hello</html>"),
    "no text": Answer(b"\xff\xfe\x00"),
    "an object": Answer(b'{"es": "en"}'),
    "a number": Answer(b"5"),
    "a list of numbers": Answer(b"[1, 2]"),
    "nested without end": Answer(b"[" * 200_000),
    "cut off": Answer(json.dumps(SOME).encode(), headers={"Content-Length": "100000"}),
}


@pytest.mark.parametrize("what", BAD)
def test_an_index_is_refused_that_is(what: str, tsum: Tsum) -> None:
    with serve({"/index.json": BAD[what]}) as site:
        done = tsum("packages", "search", env={"ARGOS_PACKAGE_INDEX": site.address})
    assert (done.code, done.out) == (12, ""), done.err
    assert done.err.count("\n") == 1
    assert "index" in done.err


@pytest.mark.parametrize(
    "change",
    [{"package_version": "newest"}, {"package_version": None}, {"links": [5]}, {"from_name": None}],
    ids=["a version that is none", "no version", "a link that is no text", "no name"],
)
def test_a_strange_line_in_the_index_is_no_defect_of_tsum(change: dict[str, object], tsum: Tsum) -> None:
    with serve() as site:
        env = site.offer({**entry("es", "fr"), **change}, entry("es", "fr", "1.0"))
        assert tsum("packages", "search", env=env).code in (0, 12)
        assert tsum("packages", "install", "es-fr", env=env).code in (8, 12)
