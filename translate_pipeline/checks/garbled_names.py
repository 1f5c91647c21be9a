"""Names that came out garbled: capitalised words of a translation that are no English, and like one of the source."""

from __future__ import annotations

import re
from collections.abc import Sequence

from translate_pipeline.checks.name_forms import folded, same_name
from translate_pipeline.checks.translated_names import TranslatedNames
from translate_pipeline.checks.unknown_words import CAPITALISED, unknown_words
from translate_pipeline.checks.word_meanings import meanings, stem
from translate_pipeline.document import TermMatch

_SHORTEST = 3
# The share of a word that begins and ends as the garbled one does.
_LEAST_ALIKE = 0.5


def _share_alike(first: str, second: str) -> float:
    """The share of the letters of `first` with which both begin and end; cognates most often differ in their ends."""
    most = min(len(first), len(second))
    begin = next((i for i in range(most) if first[i] != second[i]), most)
    end = next((i for i in range(most - begin) if first[-1 - i] != second[-1 - i]), most - begin)
    return (begin + end) / len(first) if begin and end else 0.0


def garbled(
    source: str,
    translated: TranslatedNames,
    terms: Sequence[TermMatch] = (),
    unknown: Sequence[re.Match[str]] | None = None,
) -> list[tuple[str, str]]:
    """The capitalised words of the source that came out garbled, each with what became of it.

    Args:
        source: a Spanish sentence.
        translated: its English translation.
        terms: the glossary terms of the source, whose targets are no garbled words.
        unknown: the unknown words of the translation, if they have been looked for.
    """
    if unknown is None:
        unknown = unknown_words(source, translated, terms)
    if not unknown:
        return []
    stems = {stem(other.lower()) for other in translated.words}
    lost = [
        word
        for word in dict.fromkeys(CAPITALISED.findall(source))
        if len(word) > _SHORTEST and not translated.has_verbatim(word) and meanings(word.lower()).isdisjoint(stems)
    ]
    found = []
    for form in dict.fromkeys(match.group() for match in unknown):
        for name in lost:
            if not same_name(folded(name), folded(form)) and _share_alike(folded(name), folded(form)) >= _LEAST_ALIKE:
                found.append((name, form))
                break
    return found
