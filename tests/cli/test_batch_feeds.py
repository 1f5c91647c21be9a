"""`tsum batch` on feeds and pages of a server on this machine."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desk import Desk, article
from tests.local_web import Answer, Site, dead_address, serve

FEED = {"Content-Type": "application/rss+xml", "ETag": '"one"'}


def feed(*texts: str) -> bytes:
    """An RSS feed; an entry's id is its place."""
    items = "".join(
        f"<item><guid isPermaLink='false'>{n}</guid><title>Nota {n}</title><link>https://news.example/{n}</link>"
        f"<pubDate>Wed, 16 Oct 2024 0{n}:00:00 GMT</pubDate><description>{text}</description></item>"
        for n, text in enumerate(texts)
    )
    return f"<?xml version='1.0'?><rss version='2.0'><channel><title>Diario</title>{items}</channel></rss>".encode()


@pytest.fixture
def site() -> Iterator[Site]:
    """A server with a feed of two entries."""
    with serve({"/feed": Answer(feed(article(1), article(2)), headers=FEED)}) as site:
        yield site


class FeedDesk:
    """A desk whose only input is an address."""

    def __init__(self, folder: Path, site: Site) -> None:
        self.desk, self.site, self.address = Desk(folder), site, f"{site.address}feed"

    def batch(self, *arguments: str) -> tuple[int, str]:
        """Exit code, and what is seen on standard error."""
        run = self.desk.batch("--allow-private", *arguments, inputs=(self.address,))
        assert run.out == ""
        return run.code, run.err

    def asked(self) -> list[str | None]:
        """The validators with which the feed was asked for since the last call."""
        asked = [h["If-None-Match"] for h, path in zip(self.site.headers, self.site.asked, strict=True)
                 if path == "/feed"]  # fmt: skip
        self.site.headers.clear()
        self.site.asked.clear()
        return asked


@pytest.fixture
def desk(home: Path, tmp_path: Path, site: Site) -> FeedDesk:
    """A desk that reads the feed."""
    return FeedDesk(tmp_path, site)


def test_private_addresses_need_permission(desk: FeedDesk) -> None:
    run = desk.desk.batch(inputs=(desk.address,))
    assert (run.code, desk.site.asked) == (6, [])
    assert "--allow-private" in run.err


def test_entries_are_done_once(desk: FeedDesk) -> None:
    assert desk.batch()[1].startswith("tsum: 2 done: ")
    before = desk.desk.written()
    assert [document["date"][:10] for document in desk.desk.index] == ["2024-10-16"] * 2
    # The server sends it all again.
    assert desk.batch() == (0, "")
    assert (desk.desk.written(), desk.asked()) == (before, [None, '"one"'])


def test_an_unchanged_feed_is_not_sent_again(desk: FeedDesk) -> None:
    desk.batch()
    desk.site.answers["/feed"] = Answer(status=304, headers=FEED)
    assert desk.batch() == (0, "")
    assert desk.batch() == (0, "")
    assert desk.asked() == [None, '"one"', '"one"']


def test_feeds_that_have_not_changed_are_counted_beside_what_is_new(desk: FeedDesk) -> None:
    desk.batch()
    desk.site.answers["/feed"] = Answer(status=304, headers=FEED)
    path = desk.desk.write("new.txt", article(9))
    done = desk.desk.batch("--allow-private", inputs=(desk.address, path))
    assert done.err.startswith("tsum: 1 done, 1 feed unchanged: ")


def test_an_entry_that_has_changed_gets_a_file_of_its_own(desk: FeedDesk) -> None:
    desk.batch()
    before = desk.desk.written()
    for number in (2, 3):
        desk.site.answers["/feed"] = Answer(feed(article(1), article(70 + number)), headers={**FEED, "ETag": "x"})
        assert desk.batch()[1].startswith("tsum: 1 done, 1 unchanged: ")
        assert desk.batch() == (0, "")
    after = desk.desk.written()
    new = sorted(set(after) - set(before))
    assert {name: after[name] for name in before} == before
    assert [name.rsplit(".", 2)[1:] for name in new] == [["v2", "md"], ["v3", "md"]]
    assert "compraron 73" in (desk.desk.out / new[1]).read_text(encoding="utf-8")
    changed = desk.desk.index[1]
    assert (changed["version"], changed["files"]) == (3, [new[1]])
    assert len(changed["earlier_files"]) == 2
    assert all(name in (desk.desk.out / "index.html").read_text(encoding="utf-8") for name in after)


def test_an_entry_that_fails_between_two_versions_keeps_both(desk: FeedDesk) -> None:
    desk.batch()
    before = desk.desk.written()
    desk.site.answers["/feed"] = Answer(feed(article(1), "Hm."), headers=FEED)
    assert desk.batch()[0] == 6
    assert desk.batch() == (0, "")
    desk.site.answers["/feed"] = Answer(feed(article(1), article(3)), headers=FEED)
    assert desk.batch()[0] == 0
    after = desk.desk.written()
    assert {name: after[name] for name in before} == before
    assert len(after) == 3


def test_other_settings_read_an_unchanged_feed_again(desk: FeedDesk) -> None:
    desk.batch()
    assert desk.batch("--format", "txt")[1].startswith("tsum: 2 done: ")
    assert desk.batch("--since", "2024-10-17") == (0, "")
    assert desk.batch("--format", "txt", "--again")[1].startswith("tsum: 2 done: ")
    assert desk.asked() == [None] * 4


def test_what_only_a_later_run_can_mend_keeps_the_feed_open(desk: FeedDesk) -> None:
    missing = desk.desk.folder / "late.txt"
    arguments = ("--allow-private",)
    assert desk.desk.batch(*arguments, inputs=(desk.address, missing)).code == 6
    assert desk.desk.batch(*arguments, inputs=(desk.address, missing)).code == 6
    assert desk.asked() == [None, None]


def test_a_run_that_was_stopped_asks_for_all_again(desk: FeedDesk) -> None:
    assert "stopped" in desk.batch("--max-documents", "1")[1]
    assert desk.batch()[1].startswith("tsum: 1 done, 1 unchanged: ")
    assert desk.asked() == [None, None]


def test_a_server_that_fails_is_told_of_until_it_answers(desk: FeedDesk) -> None:
    good, desk.site.answers["/feed"] = desk.site.answers["/feed"], Answer(status=500)
    for _ in range(2):
        code, err = desk.batch()
        assert (code, f"{desk.address}: HTTP 500, the server failed: try later\n" in err) == (6, True)
    desk.site.answers["/feed"] = good
    assert desk.batch()[0] == 0
    assert [document["status"] for document in desk.desk.index] == ["done", "done"]
    assert desk.batch() == (0, "")


def test_nobody_at_the_address(desk: FeedDesk) -> None:
    desk.address = dead_address()
    assert desk.batch()[0] == 6


@pytest.mark.parametrize("chunked", [False, True])
def test_a_feed_of_50_megabytes_is_refused(desk: FeedDesk, chunked: bool) -> None:
    desk.site.answers["/feed"] = Answer(b"<rss>" + b" " * (1 << 20), repeat=50, chunked=chunked)
    code, err = desk.batch()
    assert (code, f"{desk.address}: larger than 20 MB: given up" in err) == (6, True)


def test_a_file_of_more_than_50_megabytes_that_is_a_feed(desk: FeedDesk) -> None:
    path = desk.desk.write("feed.xml", b"<?xml version='1.0'?><rss version='2.0'><channel>")
    os.truncate(path, 51 << 20)
    run = desk.desk.batch(inputs=(path,))
    assert (run.code, "it is larger than 50 MB" in run.err) == (6, True)
    assert desk.desk.batch(inputs=(path,)).silent


def test_a_page_whose_text_stays_is_not_done_again(desk: FeedDesk) -> None:
    body = "".join(f"<p>{article(n)}</p>" for n in range(8))
    for token in ("a", "b"):
        page = f"<html><head><meta name='token' content='{token}'></head><body><article>{body}</article></body></html>"
        desk.site.answers["/feed"] = Answer(page.encode(), headers={"Content-Type": "text/html; charset=utf-8"})
        code, err = desk.batch()
        assert (code, err.startswith("tsum: 1 done: ")) == (0, token == "a")
    assert len(desk.desk.files) == 1


def test_the_feeds_of_a_list_are_fetched_once(desk: FeedDesk) -> None:
    outline = f'<outline type="rss" xmlUrl="{desk.address}"/>'
    path = desk.desk.write("feeds.opml", f'<opml version="2.0"><body>{outline}</body></opml>')
    assert desk.desk.batch("--allow-private", inputs=(path,)).err.startswith("tsum: 2 done: ")
    assert desk.site.asked.count("/feed") == 1
    assert desk.desk.batch("--allow-private", inputs=(path,)).silent
