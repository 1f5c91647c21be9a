"""Looks up what a Spanish word means in English."""

from __future__ import annotations

import functools
import importlib.resources
import re
from collections.abc import Mapping, Sequence

from translate_pipeline.lexicon.english_stem import english_stem
from translate_pipeline.lexicon.word_list import find_entry

# Lines of a Spanish word and its English ones; `python -m training confirm` adds to it.
CONFIRMED = "confirmed.txt"
_BETWEEN_WORDS = re.compile(r"[ -]")


def best_translation(word: str) -> str | None:
    """The English word that can stand for a Spanish one in a sentence, or None if none is sure enough.

    Rarely it is more than one word: `machine guns` for `ametralladoras`. Capitals of the Spanish word do not matter;
    the English has capitals only where English always writes them: `Monday` for `lunes`.
    """
    entry = find_entry(word.lower())
    return entry.best if entry is not None and entry.is_sure else None


def translations(word: str) -> Mapping[str, float]:
    """The English words in lower case, at most three, that translate a Spanish word, with p(English | Spanish).

    Only those of a probability of 0.1 and more; empty for a word that the lexicon has not.
    """
    entry = find_entry(word.lower())
    return {english.lower(): p for english, p in entry.probabilities.items()} if entry is not None else {}


def confirmed_translations(word: str) -> Sequence[str]:
    """English words that the bundled package gave for a Spanish one, rightly, and that the lexicon has not for it.

    They are right in some sentences only: `juicio` is a trial, and in `a su juicio` a view.
    """
    return _confirmed().get(word.lower(), ())


@functools.cache
def _confirmed() -> Mapping[str, Sequence[str]]:
    text = (importlib.resources.files("translate_pipeline.lexicon") / CONFIRMED).read_text(encoding="utf-8")
    return {spanish: english for spanish, *english in map(str.split, text.splitlines())}


def may_translate(spanish: str, english: str) -> bool:
    """Whether an English word can be a translation of a Spanish one: listed for it, or a form or part of one listed.

    A word that the lexicon has not can only be translated by itself, and a word with a capital always can: as a name.
    """
    if spanish == english and not spanish.islower():
        return True
    listed = translations(spanish)
    if not listed:
        return spanish.lower() == english.lower()
    stem = english_stem(english.lower())
    return any(english_stem(word) == stem for phrase in listed for word in (phrase, *_BETWEEN_WORDS.split(phrase)))
