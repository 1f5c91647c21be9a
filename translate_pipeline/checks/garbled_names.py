"""Names that came out garbled: capitalised words of a translation that are no English, and like one of the source."""

from __future__ import annotations

import re

from translate_pipeline.checks.english_vocabulary import is_english_word
from translate_pipeline.checks.name_forms import folded, same_name
from translate_pipeline.checks.translated_names import TranslatedNames
from translate_pipeline.checks.word_meanings import meanings, stem

_CAPITALISED = re.compile(r"(?<![\w.@#/-])[^\W\d_a-záéíóúñü](?:[^\W\d_]|['’-](?!s\b)(?=\w))+(?![\w@]|-\w|\.\w)")
_JOINT = re.compile("[-'’]")
_SHORTEST = 3
# The share of a word that begins and ends as the garbled one does.
_LEAST_ALIKE = 0.5


def _share_alike(first: str, second: str) -> float:
    """The share of the letters of `first` with which both begin and end; cognates most often differ in their ends."""
    most = min(len(first), len(second))
    begin = next((i for i in range(most) if first[i] != second[i]), most)
    end = next((i for i in range(most - begin) if first[-1 - i] != second[-1 - i]), most - begin)
    return (begin + end) / len(first) if begin and end else 0.0


def garbled(source: str, translated: TranslatedNames) -> list[tuple[str, str]]:
    """The capitalised words of the source that came out garbled, each with what became of it.

    Args:
        source: a Spanish sentence.
        translated: its English translation.
    """
    unknown = [
        word
        for word in dict.fromkeys(_CAPITALISED.findall(translated.text))
        if len(word) >= _SHORTEST
        and word not in source
        and not word.isupper()
        and not all(map(is_english_word, _JOINT.split(word.lower())))
    ]
    if not unknown:
        return []
    stems = {stem(other.lower()) for other in translated.words}
    lost = [
        word
        for word in dict.fromkeys(_CAPITALISED.findall(source))
        if len(word) > _SHORTEST and not translated.has_verbatim(word) and meanings(word.lower()).isdisjoint(stems)
    ]
    found = []
    for form in unknown:
        for name in lost:
            if not same_name(folded(name), folded(form)) and _share_alike(folded(name), folded(form)) >= _LEAST_ALIKE:
                found.append((name, form))
                break
    return found
