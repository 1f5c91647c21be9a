"""The words of a text, which several checks look at."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable

from translate_pipeline.document import TermMatch

_WORD = re.compile(r"\w+")


@functools.lru_cache(maxsize=1024)
def words_of(text: str) -> frozenset[str]:
    """The distinct words of a text in lower case."""
    return frozenset(_WORD.findall(text.lower()))


def held_words(terms: Iterable[TermMatch]) -> frozenset[str]:
    """The words that glossary terms put into a translation, without regard to case."""
    return frozenset(word for term in terms for word in term.target.casefold().split())
