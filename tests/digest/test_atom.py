from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tests.digest.minimal import digest_of, empty_digest
from tests.digest.sample import sample_digest
from translate_pipeline.digest.model import Digest, Shown
from translate_pipeline.digest.renderers.atom import AtomRenderer
from translate_pipeline.digest.renderers.feed_dates import rfc3339
from translate_pipeline.metadata import Metadata

SIDES: tuple[Shown, ...] = ("both", "source", "target")
RULES = etree.RelaxNG(etree.parse(Path(__file__).parent / "atom.rng"))


def feed_of(digest: Digest) -> Any:
    """A digest's feed, checked against the rules of Atom and read by feedparser."""
    data = AtomRenderer().render(digest)
    RULES.assertValid(etree.fromstring(data))
    feed = feedparser.parse(data)
    assert not feed.bozo, feed.bozo_exception
    assert feed.version == "atom10"
    return feed


def text_of(entry: Any) -> str:
    """What a reader sees of an entry's content."""
    return " ".join(" ".join(etree.HTML(entry.content[0].value).itertext()).split())


@pytest.mark.parametrize("shown", SIDES)
def test_each_story_is_an_entry_in_the_order_of_the_digest(shown: Shown) -> None:
    digest = replace(sample_digest(), shown=shown)
    feed = feed_of(digest)
    assert [entry.id for entry in feed.entries] == [f"tag:tsum.invalid,2025:story:{s.id}" for s in digest.stories()]
    assert feed.feed.title == "Morning briefing"
    assert feed.feed.updated == "2024-11-29T00:00:00Z"
    assert "3 stories from 5 articles" in feed.feed.subtitle
    assert "2 files could not be read. 2 more stories left out" in feed.feed.subtitle


def test_a_story_has_its_headline_in_both_languages_its_dates_section_and_names() -> None:
    entry, korea, *_ = feed_of(sample_digest()).entries
    assert entry.title == "⚠ A riada leaves 15 dead in Valencia / Una riada deja quince muertos en Valencia"
    assert (entry.published, entry.updated) == ("2024-10-30T08:00:00+01:00", "2024-10-30T19:00:00+01:00")
    assert [tag.term for tag in entry.tags] == ["Spain"]
    assert [author.name for author in entry.authors] == ["El Diario", "La Vanguardia"]
    assert [author.name for author in korea.authors] == ["Kim Tong-hyung", "AP"]
    assert "tags" not in korea


def test_an_entry_links_to_its_articles() -> None:
    links = feed_of(sample_digest()).entries[0].links
    assert [(link.rel, link.href) for link in links] == [("via", "https://eldiario.example/riada?a=1&b=2")]


def test_an_entry_holds_the_story_with_its_evidence() -> None:
    text = text_of(feed_of(sample_digest()).entries[0])
    for part in (
        "⚠ Headline: left untranslated: riada",
        "Moved on · 3 articles · El Diario, La Vanguardia · 2024-10-30",
        "a2 2.2 The President of the Government, Pedro Sánchez, will visit the 31 October. El presidente del Gobierno,",
        "The articles do not agree on a figure: personas.",
        "Nearly the same: Europa Press · 2024-10-30 · copia.txt",
        "a2 The dead for Valencia rise to 17 Los muertos por la riada de Valencia suben a 17",
    ):
        assert part in text


@pytest.mark.parametrize("shown", SIDES)
def test_only_the_asked_side_is_shown(shown: Shown) -> None:
    feed = AtomRenderer().render(replace(sample_digest(), shown=shown)).decode("utf-8")
    assert ("Quince personas murieron" in feed) == (shown != "target")
    assert ("Una riada deja" in feed) == (shown != "target")
    assert ("Fifteen people died" in feed) == (shown != "source")
    assert ("A riada leaves" in feed) == (shown != "source")


def test_each_sentence_has_its_language() -> None:
    root = etree.fromstring(AtomRenderer().render(sample_digest()))
    cells = root.iter("{http://www.w3.org/1999/xhtml}td")
    languages = {cell.get("lang"): cell.text for cell in cells if (cell.text or "").startswith(("Quince p", "Fifteen"))}
    assert languages["es"].startswith("Quince")
    assert languages["en"].startswith("Fifteen")
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"


@pytest.mark.parametrize("shown", SIDES)
def test_articles_full_of_markup_are_read_as_text(shown: Shown) -> None:
    entry = feed_of(replace(sample_digest(), shown=shown)).entries[2]
    assert entry.title_detail.type == "text/plain"
    assert entry.title == "<script>window.hacked = true</script> y <img src=x onerror=alert(1)>"
    # The package makes other words of a tag.
    assert ("<b onmouseover='alert(2)'>no</b>" in text_of(entry)) == (shown != "target")
    content = etree.HTML(entry.content[0].value)
    assert content.xpath("//script|//img|//a|//b|//svg|//@onmouseover|//@onload") == []


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "http://[", ""])
def test_only_addresses_of_the_web_become_links(address: str) -> None:
    assert "links" not in feed_of(digest_of("x", Metadata(url=address, source="x"))).entries[0]


@pytest.mark.parametrize("text", ["a\x00\x0b\x1b\ufffe\uffff\ud800b", "]]>&<!--?>", "\u202e\u2028\x85", "\U0010ffff"])
def test_what_xml_cannot_hold_does_not_break_the_feed(text: str) -> None:
    assert len(feed_of(digest_of(f"x{text}")).entries) == 1


@given(st.text())
def test_any_text_makes_a_valid_feed(text: str) -> None:
    RULES.assertValid(etree.fromstring(AtomRenderer().render(digest_of(text))))


@pytest.mark.parametrize(
    ("date", "moment"),
    [
        ("2024-10-30", "2024-10-30T00:00:00Z"),
        ("2024-10-30T08:00:00+01:00", "2024-10-30T08:00:00+01:00"),
        ("2024-10-30T08:00:00Z", "2024-10-30T08:00:00+00:00"),
        ("2024-10-30T08:00", "2024-10-30T08:00:00Z"),
        ("30 de octubre de 2024", "2024-10-30T00:00:00Z"),
        ("2024-10", None),
        ("2024-13-45", None),
        ("ayer", None),
        ("", None),
        (None, None),
    ],
)
def test_a_date_becomes_a_moment_or_is_left_out(date: str | None, moment: str | None) -> None:
    assert rfc3339(date) == moment


def test_a_story_without_a_date_has_that_of_the_digest() -> None:
    entry = feed_of(digest_of("x", Metadata(source="x"))).entries[0]
    assert entry.updated == "2024-11-29T00:00:00Z"
    assert "published" not in entry


def test_a_story_keeps_its_id_as_the_digest_changes() -> None:
    digest = sample_digest()
    later = replace(digest, date="2024-11-30", sections=digest.sections[:1])
    assert feed_of(later).entries[0].id == feed_of(digest).entries[0].id
    assert feed_of(later).feed.id == feed_of(digest).feed.id


def test_a_digest_of_nothing_is_a_valid_feed() -> None:
    assert feed_of(empty_digest()).entries == []


def test_the_same_digest_gives_the_same_bytes() -> None:
    assert AtomRenderer().render(sample_digest()) == AtomRenderer().render(sample_digest())
