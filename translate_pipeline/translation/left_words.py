"""Words that the model left in the source language, put into English from a lexicon."""

from __future__ import annotations

from collections.abc import Sequence

from translate_pipeline.checks.former_offices import english_of_former
from translate_pipeline.checks.untranslated import copied_words, spanish_words
from translate_pipeline.checks.words import words_of
from translate_pipeline.document import TermMatch
from translate_pipeline.glossary.article import with_fitting_indefinite
from translate_pipeline.lexicon import best_translation


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
    left = {match.start(): match for match in spanish_words(translation, terms) if match.group() in words_of(source)}
    left |= {match.start(): match for match in copied_words(translation, source, terms)}
    for _, match in sorted(left.items()):
        english = _english(match.group())
        if english is not None:
            out += [with_fitting_indefinite(translation[position : match.start()], english), english]
            position, count = match.end(), count + 1
    return ("".join([*out, translation[position:]]), count) if count else (translation, 0)
