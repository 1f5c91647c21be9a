"""The tokens of Rich Text Format: groups, control words, and bytes of text.

Source: Rich Text Format Specification 1.9.1, Microsoft 2008.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TOKEN = re.compile(
    rb"\\([A-Za-z]{1,32})(-?\d{1,10})?[ ]?|\\'([0-9A-Fa-f]{2})|\\([^A-Za-z])|([{}])|[\r\n\0]+|([^\\{}\r\n\0]+)|\\"
)


@dataclass(frozen=True)
class Token:
    """A piece of RTF.

    Args:
        word: a control word or symbol without its backslash, or a brace; empty for text.
        number: the number behind a control word.
        data: the bytes of text.
    """

    word: str = ""
    number: int | None = None
    data: bytes = b""


def tokens(data: bytes) -> Iterator[Token]:
    """The tokens of a file; pictures in binary form (`\bin`) are passed over."""
    place = 0
    while match := _TOKEN.match(data, place):
        place = match.end()
        word, number, byte, symbol, brace, text = match.groups()
        if word is not None:
            value = int(number) if number else None
            if word == b"bin":
                place += max(0, value or 0)
            else:
                yield Token(word.decode("ascii"), value)
        elif byte is not None:
            yield Token(data=bytes.fromhex(byte.decode("ascii")))
        elif symbol is not None:
            yield Token(symbol.decode("latin-1"))
        elif brace is not None:
            yield Token(brace.decode("ascii"))
        elif text is not None:
            yield Token(data=text)
