"""Words that the model left in the source language, put into English from a lexicon."""

from __future__ import annotations

import re
from collections.abc import Sequence

from translate_pipeline.checks.former_offices import english_of_former
from translate_pipeline.checks.untranslated import spanish_words
from translate_pipeline.checks.words import words_of
from translate_pipeline.document import TermMatch
from translate_pipeline.lexicon import best_translation

# `an exalcalde` becomes `a former mayor`.
_AN = re.compile(r"(?<=\b[aA])n $")


def _english(word: str) -> str | None:
    return english_of_former(word) or best_translation(word)


def translate_left_words(translation: str, source: str, terms: Sequence[TermMatch]) -> tuple[str, int]:
    """Replaces Spanish words that were copied from the source where the lexicon is sure of their translation.

    The method is the dictionary step of Luong et al., Addressing the Rare Word Problem in Neural Machine Translation
    (ACL 2015).

    Returns:
        The translation, and how many words were replaced.
    """
    out: list[str] = []
    position = count = 0
    for match in spanish_words(translation, terms):
        english = _english(match.group()) if match.group() in words_of(source) else None
        if english is not None:
            before = translation[position : match.start()]
            out += [before if english[0] in "aeiou" else _AN.sub(" ", before), english]
            position, count = match.end(), count + 1
    return ("".join([*out, translation[position:]]), count) if count else (translation, 0)
