"""Where the names of a sentence stand in its translation."""

from __future__ import annotations

import re
from collections.abc import Sequence

from translate_pipeline.checks.base import Translated
from translate_pipeline.checks.exchange import Aligned
from translate_pipeline.checks.translated_names import TranslatedNames
from translate_pipeline.names import NameSpan, is_common_word

_WORD = re.compile(r"\w+")
_CAPITALISED = re.compile(r"(?<!\w)[^\W\d_a-záéíóúñü]\w{3,}")


def _capitalised(words: Sequence[str]) -> list[str]:
    return [word for word in words if word[0].isupper() and len(word) > 1]


def aligned_names(
    pair: Translated, spans: Sequence[NameSpan], translated: TranslatedNames
) -> tuple[list[Aligned], list[NameSpan]]:
    """The names with their places in both sentences, in the order of the source, and those that are torn apart.

    A name has a place if words of it stand once in the source and once, with or without accents, in the translation.
    Words that open a sentence count, and glossary terms, so that names may be seen to have changed places with them.

    Args:
        pair: a sentence with its translation.
        spans: the names that are no glossary terms.
        translated: the translation.
    """
    source = pair.source
    items, torn = [], []
    taken = [(term.start, term.end) for term in pair.terms]
    for span in spans:
        words = _capitalised(span.words)
        if not span.distinctive and not all(map(translated.has_verbatim, words)):
            continue
        place = translated.place([word for word in words if source.count(word) == 1])
        if place is not None:
            taken.append((span.start, span.end))
            items.append(Aligned((span.start, span.end), (place.start, place.end), span.text))
            if place.is_torn:
                torn.append(span)
    for term in pair.terms:
        if term.text[:1].isupper() and source.count(term.text) == 1 and not is_common_word(term.text.split()[0]):
            place = translated.place(_capitalised(_WORD.findall(term.target)))
            if place is not None and not place.is_torn:
                items.append(Aligned((term.start, term.end), (place.start, place.end), term.text))
    for match in _CAPITALISED.finditer(source) if items else ():
        start, end = match.span()
        word = match.group()
        if any(start < other_end and other_start < end for other_start, other_end in taken):
            continue
        if start and is_common_word(word):
            continue
        if source.count(word) == 1 and translated.has_verbatim(word):
            place = translated.place([word])
            if place is not None:
                items.append(Aligned((start, end), (place.start, place.end), word))
    items.sort()
    return items, torn
