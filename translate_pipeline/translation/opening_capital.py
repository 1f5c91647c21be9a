"""The capital with which a sentence begins."""

from __future__ import annotations


def with_opening_capital(translation: str, source: str) -> str:
    """A translation that begins with a capital where its source does, or where the source begins with a figure.

    A first word with capitals of its own further on, such as `iPhone`, stays as it is.
    """
    first = next((letter for letter in source if letter.isalnum()), "")
    place = next((n for n, letter in enumerate(translation) if letter.isalnum()), len(translation))
    word = translation[place:].split(maxsplit=1)[:1]
    if not word or not (first.isupper() or first.isdigit()) or not word[0].islower():
        return translation
    return translation[:place] + translation[place].upper() + translation[place + 1 :]
