"""An Atom feed, with an entry for each story."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import quote

from translate_pipeline.digest.model import Digest, Story
from translate_pipeline.digest.renderers.feed_content import xhtml_div
from translate_pipeline.digest.renderers.feed_dates import rfc3339
from translate_pipeline.digest.renderers.outline.blocks import Block, Heading, Sentences
from translate_pipeline.digest.renderers.outline.overview import left_out, overview
from translate_pipeline.digest.renderers.outline.sides import Sides
from translate_pipeline.digest.renderers.outline.stories import story_blocks
from translate_pipeline.digest.renderers.web_address import web_address
from translate_pipeline.digest.renderers.xml_text import xml_text

if TYPE_CHECKING:
    from lxml.etree import _Element

ATOM = "http://www.w3.org/2005/Atom"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
# RFC 4151 asks for a domain that the name's giver owns; tsum owns none, and `invalid` is nobody's (RFC 2606).
_TAG = "tag:tsum.invalid,2025"
_UNKNOWN_MOMENT = "1970-01-01T00:00:00Z"


class AtomRenderer:
    """RFC 4287: one feed document for a digest.

    The feed keeps its id as long as its title stays, and each entry that of its story, so that a feed reader shows a
    story that has moved on as one that was updated.
    """

    name = "atom"
    endings: tuple[str, ...] = (".atom", ".xml")

    def render(self, digest: Digest) -> bytes:
        """The stories of a digest with their evidence and links to their articles."""
        from lxml import etree

        feed = etree.Element(f"{{{ATOM}}}feed", nsmap={None: ATOM})
        language = digest.target_language if digest.shown != "source" else "".join(digest.source_languages[:1])
        if xml_text(language):
            feed.set(_XML_LANG, xml_text(language))
        title = xml_text(digest.title) or "tsum"
        _add(feed, "id", f"{_TAG}:digest:{quote(title)}")
        _add(feed, "title", title)
        _add(feed, "subtitle", _subtitle(digest))
        _add(feed, "updated", _updated(digest))
        _add(_add(feed, "author"), "name", "tsum")
        _add(feed, "generator", "tsum").set("version", xml_text(digest.signature.tsum))
        feed.extend(_entries(digest))
        etree.indent(feed)
        document: bytes = etree.tostring(feed, xml_declaration=True, encoding="utf-8")
        return document + b"\n"


def _subtitle(digest: Digest) -> str:
    notes = [*digest.notes, left_out(digest)]
    return " ".join([overview(digest), *(f"{note}." for note in notes if note)])


def _updated(digest: Digest) -> str:
    dates = [rfc3339(story.last_date) for story in digest.stories()]
    return rfc3339(digest.date) or max(filter(None, dates), default=_UNKNOWN_MOMENT)


def _entries(digest: Digest) -> Iterator[_Element]:
    sides = Sides(digest)
    number = 0
    for section in digest.sections:
        for story in section.stories:
            number += 1
            entry = _entry(story, digest, sides)
            if section.name:
                _add(entry, "category").set("term", xml_text(section.name))
            content = _add(entry, "content")
            content.set("type", "xhtml")
            content.append(xhtml_div(_content(story, number, sides), digest.target_language))
            yield entry


def _content(story: Story, number: int, sides: Sides) -> Iterator[Block]:
    """The story without its headline, which is the title of its entry."""
    headline, *blocks = story_blocks(story, number, sides)
    if isinstance(headline, Heading):
        for finding in headline.pair.findings:
            yield Sentences(f"⚠ Headline: {finding}")
    yield from blocks


def _entry(story: Story, digest: Digest, sides: Sides) -> _Element:
    from lxml import etree

    entry = etree.Element(f"{{{ATOM}}}entry")
    _add(entry, "id", f"{_TAG}:story:{quote(story.id)}")
    headline = sides.pair(story.headline, story.articles[0].id)
    _add(entry, "title", ("⚠ " if headline.findings else "") + " / ".join(headline.sides))
    _add(entry, "updated", rfc3339(story.last_date) or _updated(digest))
    published = rfc3339(story.first_date)
    if published:
        _add(entry, "published", published)
    for name in _names(story):
        _add(_add(entry, "author"), "name", name)
    for address, title in _addresses(story).items():
        link = _add(entry, "link")
        link.set("rel", "via")
        link.set("href", address)
        if xml_text(title):
            link.set("title", xml_text(title))
    return entry


def _names(story: Story) -> list[str]:
    """The authors of its articles, and who published them."""
    authors = [article.briefing.metadata.author for article in story.articles]
    names = [xml_text(name) for name in [*authors, *story.sources] if name]
    return list(dict.fromkeys(filter(None, names)))


def _addresses(story: Story) -> dict[str, str]:
    """The addresses of its articles and of their copies, with who published them."""
    found: dict[str, str] = {}
    for article in story.articles:
        known = article.briefing.metadata
        for url, source in ((known.url, known.source), *((copy.url, copy.source) for copy in article.copies)):
            address = web_address(url)
            if address is not None:
                found.setdefault(address, source or "")
    return found


def _add(parent: _Element, name: str, text: str = "") -> _Element:
    from lxml import etree

    element = etree.SubElement(parent, f"{{{ATOM}}}{name}")
    element.text = xml_text(text) or None
    return element
