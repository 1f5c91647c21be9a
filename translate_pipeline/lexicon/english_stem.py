"""What forms of an English word have in common: `surgeon` and `surgeons`, `plan` and `planned`, `knife` and `knives`.

Lighter than Porter's stemmer, which brings `universe` and `university` together.
"""

from __future__ import annotations

import functools
import re

_INFLECTION = re.compile(r"(..+)ie[sd]|(.*[aeiouy].*?)(?:es|(?<![su])s|(?<!e)ed|ing)")
_WORD = re.compile(r"[^\W\d_]+")
_LEAST_STEM = 2
_MOST_REMEMBERED = 30_000


@functools.lru_cache(_MOST_REMEMBERED)
def english_stem(word: str) -> str:
    """A word in lower case without its ending: good for comparing words, not for reading."""
    inflected = _INFLECTION.fullmatch(word)
    stem = (inflected[1] or inflected[2]) if inflected else word
    if len(stem) < _LEAST_STEM:
        return word
    if len(stem) > _LEAST_STEM:
        stem = re.sub(r"[eyi]$", "", stem)
    if len(stem) > _LEAST_STEM and stem[-1] == stem[-2]:
        stem = stem[:-1]
    return stem[:-1] + "f" if stem.endswith("v") else stem


def english_stems(text: str) -> set[str]:
    """The stems of the words of an English text, in whatever capitals."""
    return {english_stem(word) for word in _WORD.findall(text.lower())}
