"""The words that say what a sentence is about."""

from __future__ import annotations

import functools
import re
from collections.abc import Set

from translate_pipeline.language import function_words
from translate_pipeline.summarization.stemming import stemmer

_WORD = re.compile(r"[^\W_]+")
# Ranking asks for them, then the selection.
_SENTENCES_KEPT = 1000


@functools.lru_cache(_SENTENCES_KEPT)
def content_words(text: str, language: str) -> frozenset[str]:
    """The stems of a text's words and numbers, without function words and single letters."""
    stem, passed_over = stemmer(language), function_words(language)
    words = set(_WORD.findall(text.lower())) - passed_over
    return frozenset(stem(word) for word in words if len(word) > 1 or word.isdigit())


def share_within(words: Set[str], others: Set[str]) -> float:
    """The share, from 0 to 1, of words that are among others."""
    return len(words & others) / len(words) if words else 0.0
