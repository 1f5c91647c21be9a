"""Stems of English words and of the translations of Spanish ones: words that share one may translate each other."""

from __future__ import annotations

import functools
import re

from translate_pipeline.lexicon import translations
from translate_pipeline.lexicon.english_stem import english_stem

_BETWEEN_WORDS = re.compile("[ -]")
_MOST_REMEMBERED = 16384


@functools.lru_cache(_MOST_REMEMBERED)
def stem(word: str) -> str:
    """The stem of an English word in lower case."""
    return english_stem(word)


@functools.lru_cache(_MOST_REMEMBERED)
def meanings(word: str) -> frozenset[str]:
    """The stems of the English words that the lexicon has for a Spanish one; none if it does not have the word."""
    return frozenset(stem(part) for phrase in translations(word) for part in (phrase, *_BETWEEN_WORDS.split(phrase)))
