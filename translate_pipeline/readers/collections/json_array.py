"""The elements of one large JSON array, parsed one after another."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from typing import BinaryIO

_CHUNK = 64 << 10
_BLANK = re.compile(r"[ \t\r\n]*")


class BadElementError(Exception):
    """What is wrong with an element, after which the next one cannot be found."""


def array_elements(stream: BinaryIO, longest: int) -> Iterator[object]:
    """The elements of a JSON array in UTF-8, in bounded memory.

    Args:
        stream: the bytes of the array.
        longest: the most characters of one element.

    Raises:
        BadElementError: an element is no JSON, is too long, or the array ends too early.
    """
    text = _Window(stream)
    text.skip("[")
    scan = json.JSONDecoder().raw_decode
    while text.first() != "]":
        size = _CHUNK
        while True:
            try:
                element, end = scan(text.buffer, text.position)
                break
            except json.JSONDecodeError as error:
                if size > longest:
                    raise BadElementError(f"it is longer than {longest >> 20} MB, or no JSON: {error.msg}") from None
                if not text.read_up_to(size):
                    raise BadElementError(f"no JSON: {error.msg}") from None
                size *= 2
            except (ValueError, RecursionError):
                raise BadElementError("a number in it is too long, or it is nested too deeply") from None
        text.position = end
        yield element
        if text.first() != "]":
            text.skip(",")
    text.skip("]")
    if text.first():
        raise BadElementError("something follows the array")


class _Window:
    """The piece of the text that is being parsed."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream, self._decoder = stream, codecs.getincrementaldecoder("utf-8-sig")()
        self.buffer, self.position, self._damaged = "", 0, False

    def read_up_to(self, size: int) -> bool:
        """Reads on until `size` characters lie ahead; False if there were no more."""
        if self._damaged:
            raise BadElementError("it is not UTF-8: convert the archive to UTF-8")
        ahead, grown = self.buffer[self.position :], False
        while len(ahead) < size and not self._damaged and (data := self._stream.read(size - len(ahead))):
            try:
                ahead += self._decoder.decode(data)
            except UnicodeDecodeError as error:
                ahead, self._damaged = ahead + error.object[: error.start].decode("utf-8"), True
            grown = True
        self.buffer, self.position = ahead, 0
        return grown

    def first(self) -> str:
        """The next character that is not blank; empty at the end."""
        while True:
            blank = _BLANK.match(self.buffer, self.position)
            self.position = blank.end() if blank else self.position
            if self.position < len(self.buffer):
                return self.buffer[self.position]
            if not self.read_up_to(_CHUNK):
                return ""

    def skip(self, mark: str) -> None:
        """Goes over a mark of JSON's syntax."""
        found = self.first()
        if found != mark:
            raise BadElementError(f"{mark!r} is missing before it" if found else "the array ends too early")
        self.position += 1
