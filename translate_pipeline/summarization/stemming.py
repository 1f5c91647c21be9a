"""NLTK's stemmers as sumy wraps them, each word stemmed once."""

from __future__ import annotations

import functools
from collections.abc import Callable

from translate_pipeline.language import STOP_WORD_LISTS

_STEMMED_BY_NLTK = frozenset(["arabic", "english", "french", "german", "italian", "portuguese", "spanish", "swedish"])
_WORDS_KEPT = 100_000


@functools.cache
def stemmer(language: str) -> Callable[[str], str]:
    """The stemmer of a language; where there is none, one that changes nothing but case."""
    from sumy.nlp.stemmers import Stemmer, null_stemmer

    name = STOP_WORD_LISTS.get(language[:2])
    stem: Callable[[str], str] = Stemmer(name) if name in _STEMMED_BY_NLTK else null_stemmer
    return functools.lru_cache(_WORDS_KEPT)(stem)
