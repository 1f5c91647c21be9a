"""RSS and Atom feeds."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO
from urllib.parse import urljoin, urlsplit

from translate_pipeline.document import Document
from translate_pipeline.errors import TsumError, UnreadableFormatError
from translate_pipeline.metadata import Metadata
from translate_pipeline.readers.blocks import Block, document_from_blocks
from translate_pipeline.readers.collections.base import CollectionOptions, Entry
from translate_pipeline.readers.collections.dates import iso_date
from translate_pipeline.readers.collections.feed_parser import Record
from translate_pipeline.readers.collections.feed_process import records_of_feed
from translate_pipeline.readers.collections.html_fragment import Fragment, fragment_of, line_of_fragment
from translate_pipeline.readers.collections.identity import input_identity, is_web_address
from translate_pipeline.readers.collections.xml_root import xml_root

_LARGEST = 50 << 20
_ATOM = ("http://www.w3.org/2005/atom", "http://purl.org/atom/ns#")
_RSS_1 = ("http://purl.org/rss/1.0/", "http://my.netscape.com/rdf/simple/0.9/")


class FeedCollection:
    """RSS 0.9 to 2.0 and Atom, by feedparser; an entry is known by the ids of its feed and its own."""

    format_name = "an RSS or Atom feed"

    def recognises(self, head: bytes, name: str) -> bool:
        """Whether the root element is that of a feed."""
        root = xml_root(head)
        if root is None:
            return False
        namespaces = {"feed": _ATOM, "rdf": _RSS_1}.get(root.name, ())
        return root.name == "rss" or any(namespace in root.namespaces for namespace in namespaces)

    def entries(self, stream: BinaryIO, name: str, options: CollectionOptions) -> Iterator[Entry]:
        """Its entries in the feed's order. A damaged feed gives those that could be read.

        Raises:
            UnreadableFormatError: it is damaged and gives none, is larger than 50 MB, or takes too long.
            MissingLibraryError: feedparser is not installed.
        """
        data = stream.read(_LARGEST + 1)
        if len(data) > _LARGEST:
            raise UnreadableFormatError(name, self.format_name, f"it is larger than {_LARGEST >> 20} MB")
        address = name if is_web_address(name) else ""
        records = records_of_feed(data, address, name, self.format_name)
        del data
        head = next(records)
        entry_of = _feed(head, name, address, options)
        found = False
        for record, is_last in _marking_last(records):
            found = True
            yield entry_of(record, is_last and head["breaks_off"])
        if not found and (head["error"] or not head["is_feed"]):
            raise UnreadableFormatError(name, self.format_name, head["error"] or "no feed is in it")


def _marking_last(records: Iterator[Record]) -> Iterator[tuple[Record, bool]]:
    record = next(records, None)
    while record is not None:
        following = next(records, None)
        yield record, following is None
        record = following


def _feed(head: Record, name: str, address: str, options: CollectionOptions) -> Callable[[Record, bool], Entry]:
    title = line_of_fragment(head["title"]) or None
    identity = head["id"] or head["self"] or address or head["link"] or input_identity(name)
    base = address or head["self"] or head["link"]

    def entry_of(record: Record, cut_short: bool) -> Entry:
        link = _web_link(base, record["link"])
        date = iso_date(record["published"]) or record["date"] or None
        metadata = Metadata(
            title=line_of_fragment(record["title"]) or None,
            date=date,
            author=line_of_fragment(record["author"]) or None,
            source=line_of_fragment(record["source"]) or title,
            url=link or None,
        )
        own = record["id"] or link or _digest(record["title"], record["published"])
        # An error has to tell which entry of which feed it is about.
        called = link or f"{name}: {metadata.title or own}"
        read = _FeedEntry(called, metadata, record["texts"], cut_short, options).load
        return Entry(called, f"{identity} {own}", read, date)

    return entry_of


def _web_link(base: str, link: str) -> str:
    """A link as a web address, completed by that of its feed; empty if it is none, as `javascript:` links are."""
    try:
        joined = urljoin(base, link.strip()) if link else ""
        return joined if is_web_address(joined) and urlsplit(joined).hostname else ""
    except ValueError:
        return ""


def _digest(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode("utf-8", errors="replace")).hexdigest()[:32]


@dataclass(frozen=True)
class _FeedEntry:
    """One article of a feed, with its text in all forms that the feed gives."""

    name: str
    metadata: Metadata
    texts: list[str]
    cut_short: bool
    options: CollectionOptions

    def load(self) -> Document:
        text = self._longest_text()
        if self.options.follow or not text.blocks:
            document = self._followed(text.blocks)
        else:
            document = document_from_blocks(text.blocks, self.name, self.metadata)
            if text.is_teaser:
                what_to_do = ": --follow fetches its page" if self.metadata.url else ", and no link to the rest"
                document.notes.append(f"the feed gives only the beginning of this entry{what_to_do}")
        if self.cut_short:
            document.notes.append("the feed breaks off here: this entry may be cut short")
        return document

    def _longest_text(self) -> Fragment:
        forms = [fragment_of(text) for text in self.texts]
        return max(forms, key=lambda form: sum(len(block.text) for block in form.blocks), default=Fragment([], False))

    def _followed(self, blocks: list[Block]) -> Document:
        link, entry_at = self.metadata.url, self.options.entry_at
        missing = "the feed breaks off within it" if self.cut_short else "it has neither a text nor a link"
        if not blocks and link is None:
            raise UnreadableFormatError(self.name, "an entry of a feed", missing)
        if not blocks and entry_at is None:
            raise UnreadableFormatError(self.name, "an entry of a feed", f"it has no text, only a link to {link}")
        if link is None or entry_at is None:
            document = document_from_blocks(blocks, self.name, self.metadata)
            if link is None:
                document.notes.append("the entry has no link to follow: its text is that of the feed")
            return document
        try:
            document = entry_at(link).load()
        except TsumError as error:
            if not blocks:
                raise
            document = document_from_blocks(blocks, self.name, self.metadata)
            document.notes.append(f"the linked page cannot be read, the text is that of the feed ({error})")
            return document
        document.metadata = document.metadata.completed_by(self.metadata)
        if not blocks:
            document.notes.append("the feed gives no text for this entry: it was read from the linked page")
        return document
