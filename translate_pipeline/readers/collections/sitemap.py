"""Sitemaps and sitemap indexes (https://www.sitemaps.org/protocol.html)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, BinaryIO

from translate_pipeline.document import Document
from translate_pipeline.errors import TsumError, UnreadableFormatError
from translate_pipeline.metadata import Metadata
from translate_pipeline.readers.collections.base import CollectionOptions, Entry
from translate_pipeline.readers.collections.dates import iso_date
from translate_pipeline.readers.collections.failed_entry import failed_entry
from translate_pipeline.readers.collections.gzip_stream import decompressed, plain_head
from translate_pipeline.readers.collections.html_fragment import line_of_fragment
from translate_pipeline.readers.collections.identity import is_web_address
from translate_pipeline.readers.collections.nesting import nested_entries
from translate_pipeline.readers.collections.xml_root import xml_root
from translate_pipeline.readers.collections.xml_stream import children_of_root
from translate_pipeline.readers.safe_xml import child, local_name, text_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

# The protocol's own limits.
_LARGEST = 50 << 20
_MOST_ADDRESSES = 50_000


class SitemapCollection:
    """The pages of a sitemap, and those of the sitemaps of an index, up to two levels deep; gzip or not."""

    format_name = "a sitemap"

    def recognises(self, head: bytes, name: str) -> bool:
        """Whether the root element is that of a sitemap or an index."""
        root = xml_root(plain_head(head))
        return root is not None and root.name in ("urlset", "sitemapindex")

    def entries(self, stream: BinaryIO, name: str, options: CollectionOptions) -> Iterator[Entry]:
        """Its pages, read as the file is; title and date of the news extension complete what a page says itself.

        Where the file is damaged, the last entry is one whose `load` raises.

        Raises:
            UnreadableFormatError: it is damaged from the beginning, or nothing was given to read pages with.
        """
        if options.entry_at is None:
            raise UnreadableFormatError(name, self.format_name, "nothing was given to read its pages with")
        stream, count = decompressed(stream, name, self.format_name), 0
        try:
            for element in children_of_root(stream, name, self.format_name, _LARGEST):
                kind = local_name(element)
                if kind not in ("url", "sitemap"):
                    continue
                count += 1
                if count > _MOST_ADDRESSES:
                    reason = f"it holds more than {_MOST_ADDRESSES} addresses: the rest is left out"
                    raise UnreadableFormatError(name, self.format_name, reason)
                address = text_of(child(element, "loc"))
                if not is_web_address(address):
                    reason = f"its address {count}, {address[:200]!r}, is no web address"
                    error = UnreadableFormatError(name, self.format_name, reason)
                    yield failed_entry(address or f"{name}: address {count}", address or f"{name}#{count}", error)
                elif kind == "sitemap":
                    yield from nested_entries(address, name, self.format_name, options)
                else:
                    yield _page(options.entry_at(address), element)
        except TsumError as error:
            if not count:
                raise
            yield failed_entry(name, name, error)


def _page(entry: Entry, element: Element) -> Entry:
    news = child(element, "news")
    published = iso_date(text_of(child(news, "publication_date"))) if news is not None else None
    changed = iso_date(text_of(child(element, "lastmod")))
    known = Metadata(
        title=line_of_fragment(text_of(child(news, "title"))) or None if news is not None else None,
        date=published,
        source=line_of_fragment(text_of(child(news, "publication", "name"))) or None if news is not None else None,
        url=entry.name,
    )

    def load() -> Document:
        document = entry.load()
        document.metadata = document.metadata.completed_by(known)
        return document

    return replace(entry, load=load, date=published or changed or entry.date)
