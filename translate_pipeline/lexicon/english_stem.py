"""What forms of an English word have in common: `surgeon` and `surgeons`, `plan` and `planned`."""

from __future__ import annotations

import re

_ENDING = re.compile(r"(?:'s|’s|s'|s’|ies|ied|es|ed|ing|s|e|y)$")
_LEAST_STEM = 3


def english_stem(word: str) -> str:
    """A word in lower case without its ending; good for comparing forms, not for reading."""
    stem = _ENDING.sub("", word)
    if len(stem) < _LEAST_STEM:
        return word
    if len(stem) > _LEAST_STEM and stem[-1] == stem[-2] and stem[-1] not in "ls":
        stem = stem[:-1]
    return stem.removesuffix("i") if len(stem) > _LEAST_STEM else stem
