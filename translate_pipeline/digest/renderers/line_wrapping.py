"""Text broken into lines of a width in columns."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from translate_pipeline.digest.renderers.column_width import column_width, letter_width

_CLOSING = ("Pe", "Pf", "Po")
_OPENING = ("Ps", "Pi")


def wrapped(text: str, width: int) -> list[str]:
    """Text in lines of at most `width` columns.

    Lines break at blanks, and beside wide letters, which are written without blanks, but not before closing or after
    opening punctuation. A word that is longer than a line is broken anywhere between letters.
    """
    lines: list[str] = []
    line, used = "", 0
    for blank, piece in _pieces(text, width):
        size = column_width(piece)
        if line and used + len(blank) + size > width:
            lines.append(line)
            line, used = piece, size
            continue
        gap = blank if line else ""
        line, used = line + gap + piece, used + len(gap) + size
    return [*lines, line] if line else lines


def _pieces(text: str, width: int) -> Iterator[tuple[str, str]]:
    """What must not be broken, each with the blank before it."""
    for word in text.split(" "):
        blank = " "
        for part in _between_wide_letters(word):
            for piece in _of_at_most(part, width):
                yield blank, piece
                blank = ""


def _between_wide_letters(word: str) -> Iterator[str]:
    if word.isascii():
        yield word
        return
    start = 0
    for here in range(1, len(word)):
        before, after = word[here - 1], word[here]
        if 2 in (letter_width(before), letter_width(after)) and _may_part(before, after):
            yield word[start:here]
            start = here
    yield word[start:]


def _may_part(before: str, after: str) -> bool:
    return (
        letter_width(after) > 0
        and unicodedata.category(after) not in _CLOSING
        and unicodedata.category(before) not in _OPENING
    )


def _of_at_most(word: str, width: int) -> Iterator[str]:
    piece, used = "", 0
    for letter in word:
        size = letter_width(letter)
        if piece and used + size > width:
            yield piece
            piece, used = "", 0
        piece, used = piece + letter, used + size
    if piece:
        yield piece
