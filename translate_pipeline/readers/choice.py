"""Which reader reads an input: chosen by its content, and by its name where content cannot tell."""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from translate_pipeline.readers.base import Reader
from translate_pipeline.readers.collections.base import Collection
from translate_pipeline.readers.plain_text import PlainTextReader

_HEADER_LINE = re.compile(rb"(?:\xef\xbb\xbf)?(?:From [^\n]*\n)?[A-Za-z][\w-]*:[ \t]")
_GZIP = b"\x1f\x8b"


@dataclass(frozen=True)
class _Candidate:
    """A format whose module is imported only if an input may be of it."""

    module: str
    name: str
    may_be: Callable[[bytes], Any]

    def load(self, **arguments: Any) -> Any:
        module = importlib.import_module(f"translate_pipeline.readers.{self.module}")
        return getattr(module, self.name)(**arguments)


def _is_zip(head: bytes) -> bool:
    return head.startswith(b"PK")


def _has_tag(head: bytes) -> bool:
    # In UTF-16 every second byte is zero.
    return b"<" in head[:4096]


def _is_xml(head: bytes) -> bool:
    return _has_tag(head) or head.startswith(_GZIP)


# A new format is a file, and a line here.
_READERS = (
    _Candidate("docx", "DocxReader", _is_zip),
    _Candidate("odt", "OdtReader", _is_zip),
    _Candidate("epub", "EpubReader", _is_zip),
    _Candidate("pdf", "PdfReader", lambda head: b"%PDF-" in head[:1024]),
    _Candidate("rtf", "RtfReader", lambda head: b"{\\rtf" in head[:64]),
    _Candidate("eml", "EmlReader", _HEADER_LINE.match),
    _Candidate("html", "HtmlReader", _has_tag),
    # Any text may be Markdown, by its name.
    _Candidate("markdown", "MarkdownReader", bool),
)
_COLLECTIONS = (
    _Candidate("collections.feed", "FeedCollection", _is_xml),
    _Candidate("collections.opml", "OpmlCollection", _is_xml),
    _Candidate("collections.sitemap", "SitemapCollection", _is_xml),
    _Candidate("collections.parquet", "ParquetCollection", lambda head: head.startswith(b"PAR1")),
    _Candidate(
        "collections.json_lines",
        "JsonLinesCollection",
        lambda head: head.startswith(_GZIP) or head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in (b"{", b"["),
    ),
)
# How much of an input is looked at to choose.
HEAD_BYTES = 64 * 1024


def choose_reader(data: bytes, name: str, charset: str | None = None) -> Reader:
    """The reader for an input.

    Args:
        data: its bytes.
        name: its path or URL.
        charset: what a server said of the encoding.
    """
    for candidate in _READERS:
        if candidate.may_be(data[:HEAD_BYTES]):
            arguments = {"charset": charset} if charset and candidate.module == "html" else {}
            reader: Reader = candidate.load(**arguments)
            if reader.recognises(data, name):
                return reader
    return PlainTextReader()


def choose_collection(head: bytes, name: str) -> Collection | None:
    """The collection that an input is, by its first 64 KiB; None if it is one document."""
    for candidate in _COLLECTIONS:
        if candidate.may_be(head):
            collection: Collection = candidate.load()
            if collection.recognises(head, name):
                return collection
    return None
