"""Collections in collections: the feeds of an OPML list, the sitemaps of a sitemap index."""

from __future__ import annotations

from collections.abc import Iterator
from contextvars import ContextVar

from translate_pipeline.errors import TsumError, UnreadableFormatError
from translate_pipeline.readers.collections.base import CollectionOptions, Entry
from translate_pipeline.readers.collections.failed_entry import failed_entry

_LEVELS = 2
# The collections that are being read around this one, from the outermost.
_around: ContextVar[tuple[str, ...]] = ContextVar("collections_around", default=())


def nested_entries(address: str, inside: str, format_name: str, options: CollectionOptions) -> Iterator[Entry]:
    """The entries of a collection that another one lists; where it cannot be read, one entry whose `load` raises.

    Args:
        address: the inner collection.
        inside: the collection that lists it.
        format_name: what errors call the format of `inside`.
        options: how to read it.
    """
    around = (*_around.get(), inside)
    try:
        if address in around:
            raise UnreadableFormatError(address, format_name, "it lists itself")
        if len(around) > _LEVELS:
            raise UnreadableFormatError(address, format_name, f"lists are followed {_LEVELS} levels deep, not deeper")
        if options.entries_at is None:
            raise UnreadableFormatError(address, format_name, "nothing was given to follow its addresses with")
        inner = options.entries_at(address)
        while (entry := _next(inner, around)) is not None:
            yield entry
    except TsumError as error:
        yield failed_entry(address, address, error)


def _next(entries: Iterator[Entry], around: tuple[str, ...]) -> Entry | None:
    # Set only while the inner collection runs: between two entries the caller's own code does.
    token = _around.set(around)
    try:
        return next(entries, None)
    finally:
        _around.reset(token)
