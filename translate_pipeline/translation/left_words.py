"""Words that the model left in the source language, put into English from a lexicon."""

from __future__ import annotations

import re
from collections.abc import Sequence

from translate_pipeline.checks.former_offices import english_of_former
from translate_pipeline.checks.untranslated import copied_words, opening_spanish_words, spanish_words
from translate_pipeline.checks.words import words_of
from translate_pipeline.document import TermMatch
from translate_pipeline.glossary.article import with_fitting_indefinite
from translate_pipeline.lexicon import best_translation
from translate_pipeline.names.tokens import is_function_word

# Behind a noun, and behind no surname: `Castillo de naipes`, but not `Castillo de nuevo`.
_OF_WHAT = (
    r" (?:del |de (?:l[ao]s? |una? )?)(?!(?:acuerdo|camino|gira|hecho|momento|nuevo|pronto|regreso|repente|vacaciones|"
    r"viaje|visita|vuelta)\b)[a-záéíóúñ]"
)
_INFINITIVE = re.compile(r".{3,}[aei]r")


def _english(word: str) -> str | None:
    return english_of_former(word) or best_translation(word)


def _english_of_opening(word: str, source: str) -> str | None:
    """The English of a word that opens a sentence, if it can be no name; with a capital."""
    english = best_translation(word)
    if english is None:
        return None
    if _INFINITIVE.fullmatch(word) and english.islower() and not english.endswith("ing"):
        english = f"to {english}"
    elif not is_function_word(word) and not re.search(rf"\b{word}{_OF_WHAT}", source):
        return None
    return english[0].upper() + english[1:]


def translate_left_words(translation: str, source: str, terms: Sequence[TermMatch]) -> tuple[str, int]:
    """Replaces Spanish words that were copied from the source where the lexicon is sure of their translation.

    A word with the capital of a sentence's beginning is replaced only if it is no name for certain.

    The method is the dictionary step of Luong et al., Addressing the Rare Word Problem in Neural Machine Translation
    (ACL 2015).

    Returns:
        The translation, and how many words were replaced.
    """
    out: list[str] = []
    position = count = 0
    left = {match.start(): match for match in spanish_words(translation, terms) if match.group() in words_of(source)}
    left |= {match.start(): match for match in copied_words(translation, source, terms)}
    found = [(*match.span(), _english(match.group())) for match in left.values()]
    for match in opening_spanish_words(translation, source, terms):
        found.append((*match.span("word"), _english_of_opening(match["word"], source)))
    for start, end, english in sorted(found, key=lambda place: place[0]):
        if english is not None:
            out += [with_fitting_indefinite(translation[position:start], english), english]
            position, count = end, count + 1
    return ("".join([*out, translation[position:]]), count) if count else (translation, 0)
