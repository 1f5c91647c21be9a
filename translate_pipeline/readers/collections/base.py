"""What a collection is: one input that names or holds many documents, which are read one by one when needed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import BinaryIO, Protocol

from translate_pipeline.document import Document


@dataclass(frozen=True)
class Entry:
    """A document that has not been read yet.

    Args:
        name: what errors and lists call it: a path, a URL, or `archive.jsonl:12`.
        identity: what a later run knows it by: an absolute path, a URL, or the id that a feed gives an entry.
        load: reads it; raises `TsumError`.
        date: day or moment of publication in ISO 8601, where the collection knows it.
        fingerprint: gives a text that changes with the content, where that is quicker to have than the document.
    """

    name: str
    identity: str
    load: Callable[[], Document] = field(repr=False)
    date: str | None = None
    fingerprint: Callable[[], str] | None = field(default=None, repr=False)


@dataclass(frozen=True)
class CollectionOptions:
    """How collections are read.

    Args:
        text_column: the column or key that holds the text; None finds it by the usual names.
        follow: fetch the page that a feed's entry links to, instead of the text in the feed.
        entry_at: gives the entry of an address or a path, which it does not read yet.
        entries_at: gives the entries of an address that is a collection itself, as an OPML list's feeds are.
    """

    text_column: str | None = None
    follow: bool = False
    entry_at: Callable[[str], Entry] | None = None
    entries_at: Callable[[str], Iterator[Entry]] | None = None


class Collection(Protocol):
    """A format of which one input holds many documents.

    `format_name` is what errors call the format, with its article: `an RSS feed`.
    """

    format_name: str

    def recognises(self, head: bytes, name: str) -> bool:
        """Whether an input that begins with `head` (up to 64 KiB) is of this format; `name` is its path or URL."""
        ...

    def entries(self, stream: BinaryIO, name: str, options: CollectionOptions) -> Iterator[Entry]:
        """Its documents, in order, found as they are asked for: memory does not grow with their number.

        Args:
            stream: the bytes, from their beginning; it can be sought in.
            name: what errors call the input.
            options: how to read it.

        Raises:
            TsumError: it cannot be read. One bad document in it is an entry whose `load` raises.
        """
        ...
