"""Reads TMX 1.1 to 1.4b as other tools write it, unit by unit, without entities, external files or depth."""

from __future__ import annotations

import calendar
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from translate_pipeline.errors import InputError
from translate_pipeline.memory.tmx.properties import TYPES
from translate_pipeline.memory.tmx.unit import TmxUnit
from translate_pipeline.xml_events import SafeXml

_CHUNK_BYTES = 65_536
_LONGEST_TAG_BYTES = 1 << 20
_LONGEST_TEXT = 20_000
_MOST_VARIANTS = 100
_DAY = 86_400
_XML_LANG = "http://www.w3.org/XML/1998/namespace lang"
# What they hold is formatting codes; `sub` in them is another text, such as a footnote.
_CODES = frozenset({"bpt", "ept", "it", "ph", "ut"})
# Types of codes that part words: breaks of lines, pages and columns.
_BREAKS = frozenset({"lb", "pb", "cb"})


def read_tmx(path: Path, advance: Callable[[int], None] | None = None) -> Iterator[TmxUnit]:
    """The units of a file, one by one, in memory that does not grow with their number.

    Inline elements are reduced to the text that a reader sees. A variant without a text, or with one of more than
    20,000 characters, is left out.

    Args:
        path: the file.
        advance: is told how many bytes have been read since it was last told.

    Raises:
        InputError: it cannot be read, is no well-formed TMX, or is hostile; with the line.
    """
    parser = _TmxParser(path)
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK_BYTES):
                yield from parser.feed(chunk)
                if advance is not None:
                    advance(len(chunk))
    except OSError as error:
        raise InputError.from_os_error(path, error) from None
    yield from parser.feed(b"", is_last=True)


class _TmxParser:
    def __init__(self, path: Path) -> None:
        self._fed = 0
        self._stack: list[str] = []
        self._has_body, self._default_source = False, "*all*"
        self._finished: list[TmxUnit] = []
        self._source = self._language = ""
        self._last_used: int | None = None
        self._variants: list[tuple[str, str]] = []
        self._properties: dict[str, str] = {}
        self._property = ""
        # The depth of the element whose text is being gathered, and of the code in it whose text is not.
        self._text_depth = self._code_depth = 0
        self._text: list[str] = []
        self._length = 0
        self._xml = SafeXml(path, self._start, self._end, self._characters, InputError, "a translation memory")

    def feed(self, data: bytes, is_last: bool = False) -> list[TmxUnit]:
        """The units that end in the next piece of the file."""
        self._finished = []
        self._fed += len(data)
        self._xml.feed(data, is_last)
        if self._fed - self._xml.byte_index > _LONGEST_TAG_BYTES:
            self._xml.refuse("a tag or comment of more than 1 MB: not a translation memory")
        if is_last and not self._has_body:
            self._xml.refuse("no <body> in it, where TMX has its units")
        return self._finished

    def _start(self, qualified: str, attributes: dict[str, str]) -> None:
        name = qualified.rpartition(" ")[2]
        parent = self._stack[-1] if self._stack else "tmx"
        self._stack.append(name)
        if len(self._stack) == 1 and name != "tmx":
            self._xml.refuse(f"<{name[:40]}> where <tmx> is expected: not a TMX file")
        if self._text_depth:
            self._start_inline(name, attributes)
        elif name == "header":
            self._default_source = attributes.get("srclang") or "*all*"
        elif name == "body":
            self._has_body = True
        elif name == "tu":
            self._source = attributes.get("srclang") or self._default_source
            self._last_used = _day(attributes.get("lastusagedate", ""))
            self._variants, self._properties = [], {}
        elif name == "tuv" and parent == "tu":
            self._start_variant(attributes)
        elif (name == "seg" and parent == "tuv") or (name == "prop" and parent == "tu"):
            self._property = attributes.get("type", "") if name == "prop" else ""
            self._text_depth, self._text, self._length = len(self._stack), [], 0

    def _start_variant(self, attributes: dict[str, str]) -> None:
        self._language = attributes.get(_XML_LANG) or attributes.get("lang") or ""
        if not self._language:
            self._xml.refuse("<tuv> without a language: give it xml:lang")
        if len(self._variants) >= _MOST_VARIANTS:
            self._xml.refuse(f"<tu> with more than {_MOST_VARIANTS} <tuv>: not a translation memory")

    def _start_inline(self, name: str, attributes: dict[str, str]) -> None:
        if name in _CODES and not self._code_depth:
            self._code_depth = len(self._stack)
            if attributes.get("type") in _BREAKS:
                self._text.append(" ")

    def _characters(self, text: str) -> None:
        if self._text_depth and not self._code_depth:
            self._length += len(text)
            if self._length <= _LONGEST_TEXT:
                self._text.append(text)

    def _end(self, qualified: str) -> None:
        depth = len(self._stack)
        name = self._stack.pop()
        if depth == self._code_depth:
            self._code_depth = 0
        elif depth == self._text_depth:
            self._end_text(name)
        elif name == "tu" and not self._text_depth:
            properties = self._properties
            self._finished.append(TmxUnit(self._source, tuple(self._variants), properties, self._last_used))

    def _end_text(self, name: str) -> None:
        self._text_depth = 0
        text = "".join(self._text)
        if self._length > _LONGEST_TEXT:
            return
        if name == "seg" and text:
            self._variants.append((self._language, text))
        elif name == "prop" and self._property in TYPES:
            self._properties[self._property] = text


def _day(date: str) -> int | None:
    """The day of a date such as `20261017T080000Z`, in days since 1970; None for what is no date."""
    try:
        return calendar.timegm(time.strptime(date[:8], "%Y%m%d")) // _DAY
    except ValueError:
        return None
