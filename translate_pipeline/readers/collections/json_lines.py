"""Archives of JSON objects: one a line (https://jsonlines.org), or all in an array."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from typing import BinaryIO

from translate_pipeline.errors import TsumError, UnreadableFormatError
from translate_pipeline.readers.collections.base import CollectionOptions, Entry
from translate_pipeline.readers.collections.columns import row_entry
from translate_pipeline.readers.collections.failed_entry import failed_entry
from translate_pipeline.readers.collections.gzip_stream import decompressed, plain_head
from translate_pipeline.readers.collections.identity import input_identity
from translate_pipeline.readers.collections.json_array import BadElementError, array_elements

_LONGEST_LINE = 10 << 20
_HEAD = 64 << 10
_BLANK = b" \t\r\n"
_ENDING = re.compile(r"\.(?:jsonl|ndjson|jsonlines)(?:\.gz)?$", re.IGNORECASE)
_JSON_ENDING = re.compile(r"\.json(?:\.gz)?$", re.IGNORECASE)
_OBJECT = re.compile(rb"\{\s*[\"}]")
_ARRAY = re.compile(rb"\[\s*(?:\{\s*[\"}]|\]\s*$)")


class JsonLinesCollection:
    """Articles as JSON objects, one a line or in one array, gzip or not; each is parsed when its turn comes."""

    format_name = "a JSON Lines archive"

    def recognises(self, head: bytes, name: str) -> bool:
        """Whether it begins with JSON objects on lines of their own or in an array, or its name says so."""
        head = plain_head(head).removeprefix(codecs.BOM_UTF8).lstrip(_BLANK)
        if _ENDING.search(name):
            return b"\0" not in head
        if _ARRAY.match(head):
            return True
        if not _OBJECT.match(head):
            return False
        first, _, rest = head.partition(b"\n")
        following = rest.lstrip(_BLANK)
        return bool(_JSON_ENDING.search(name)) or (_is_object(first) and (not following or following[:1] == b"{"))

    def entries(self, stream: BinaryIO, name: str, options: CollectionOptions) -> Iterator[Entry]:
        """Its articles; a line that cannot be read is an entry whose `load` raises, and names the line.

        Raises:
            UnreadableFormatError: it is no archive at all, or its compressed data are damaged from the beginning.
        """
        raw = stream.read(_HEAD)
        stream.seek(0)
        head = plain_head(raw).removeprefix(codecs.BOM_UTF8).lstrip(_BLANK)
        if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            raise UnreadableFormatError(name, self.format_name, "it is UTF-16: convert it to UTF-8")
        first, line_end, _ = head.partition(b"\n")
        is_array = bool(_ARRAY.match(head))
        if _JSON_ENDING.search(name) and line_end and not is_array and not _is_object(first):
            reason = "it is not a list of articles: neither an object on each line nor an array of objects"
            raise UnreadableFormatError(name, "a JSON file", reason)
        rows = _array_rows if is_array else _line_rows
        begun = False
        try:
            for entry in rows(decompressed(stream, name, self.format_name), name, options, self.format_name):
                begun = True
                yield entry
        except TsumError as error:
            if not begun:
                raise
            yield failed_entry(name, name, error)


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _line_rows(stream: BinaryIO, name: str, options: CollectionOptions, format_name: str) -> Iterator[Entry]:
    archive = input_identity(name)
    for number, line in _lines(stream):
        called, place = f"{name}:{number}", str(number)
        try:
            row = _row(line)
        except _BadLineError as error:
            failure = UnreadableFormatError(called, f"a line of {format_name}", str(error))
            yield failed_entry(called, f"{archive}#{place}", failure)
            continue
        yield row_entry(row, options.text_column, archive, place, called, f"a line of {format_name}")


def _array_rows(stream: BinaryIO, name: str, options: CollectionOptions, format_name: str) -> Iterator[Entry]:
    archive, number = input_identity(name), 0
    try:
        for number, element in enumerate(array_elements(stream, _LONGEST_LINE), 1):
            called, part = f"{name}[{number}]", "an element of a JSON array"
            if isinstance(element, dict):
                yield row_entry(element, options.text_column, archive, str(number), called, part)
            else:
                failure = UnreadableFormatError(called, part, "it is no JSON object")
                yield failed_entry(called, f"{archive}#{number}", failure)
    except BadElementError as error:
        reason = f"element {number + 1}: {error}; what follows is left out"
        raise UnreadableFormatError(name, "a JSON array", reason) from None


class _BadLineError(Exception):
    """What is wrong with a line."""


def _lines(stream: BinaryIO) -> Iterator[tuple[int, bytes | None]]:
    """The lines that are not blank, with their numbers; None for one that is too long."""
    number = 0
    while line := stream.readline(_LONGEST_LINE + 1):
        number += 1
        if len(line) > _LONGEST_LINE and not line.endswith(b"\n"):
            while line and not line.endswith(b"\n"):
                line = stream.readline(1 << 16)
            yield number, None
            continue
        if number == 1:
            line = line.removeprefix(codecs.BOM_UTF8)
        if line.strip(_BLANK):
            yield number, line


def _row(line: bytes | None) -> dict[str, object]:
    if line is None:
        raise _BadLineError(f"it is longer than {_LONGEST_LINE >> 20} MB")
    try:
        row = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise _BadLineError(f"byte {error.start + 1} is not UTF-8: convert the archive to UTF-8") from None
    except json.JSONDecodeError as error:
        raise _BadLineError(f"no JSON: {error.msg} (column {error.colno})") from None
    except (ValueError, RecursionError):
        raise _BadLineError("a number in it is too long, or it is nested too deeply") from None
    if not isinstance(row, dict):
        raise _BadLineError("it is no JSON object")
    return row
