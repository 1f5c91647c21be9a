"""How many columns text takes where all letters have the same width."""

from __future__ import annotations

import unicodedata

# Medial and final letters of Korean syllables are drawn into the initial one.
_HANGUL_JOINED = range(0x1160, 0x1200)


def letter_width(letter: str) -> int:
    """2 for a wide letter, 0 for a mark on another letter, else 1.

    Source: Unicode Standard Annex 11, East Asian Width; letters of ambiguous width count as narrow.
    """
    if letter.isascii():
        return 1
    if unicodedata.category(letter) in ("Mn", "Me", "Cf") or ord(letter) in _HANGUL_JOINED:
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def column_width(text: str) -> int:
    """The columns that a line of text takes."""
    return len(text) if text.isascii() else sum(map(letter_width, text))
