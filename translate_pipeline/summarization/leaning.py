"""Sentences that open with a word for something said before: alone, they leave the reader asking who or what."""

from __future__ import annotations

import functools
import re

from translate_pipeline.summarization.word_lists import two_lists

_WORD = re.compile(r"[^\W_]+")
_LONGEST_OPENER = 5


@functools.cache
def _openers(language: str) -> tuple[frozenset[str], frozenset[str]]:
    """Openers that lean on the sentence before, and longer ones that do not, for es and en."""
    leaning, standing = two_lists("openers", language)
    return frozenset(leaning.splitlines()), frozenset(standing.splitlines())


def leans_on_the_sentence_before(sentence: str, language: str) -> bool:
    """Whether a sentence opens with a pronoun or connective that refers to what was said before.

    Args:
        sentence: a sentence; marks before its first word are passed over.
        language: language code; where no openers are listed for it, no sentence leans.
    """
    leaning, standing = _openers(language)
    words = ["#" if word.isdigit() else word for word in _WORD.findall(sentence[:100].lower())[:_LONGEST_OPENER]]
    for length in range(len(words), 0, -1):
        opener = " ".join(words[:length])
        if opener in standing:
            return False
        if opener in leaning:
            return True
    return False
