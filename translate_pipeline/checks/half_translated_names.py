"""Names of bodies and places that were translated by half: Pilotos's Championship for `Campeonato de Pilotos`."""

from __future__ import annotations

from collections.abc import Sequence

from translate_pipeline.checks.base import Translated
from translate_pipeline.checks.curated_places import english_places
from translate_pipeline.checks.english_vocabulary import is_english_word
from translate_pipeline.checks.kept_names import CAPITAL_ARTICLES
from translate_pipeline.checks.name_forms import folded
from translate_pipeline.checks.translated_names import TranslatedNames
from translate_pipeline.names import NameSpan, is_common_word

_SHORTEST = 4


def spanish_words_of(span: NameSpan) -> tuple[str, ...]:
    """The common words of a longer name that English has only where the whole name stands as it is.

    What has an article in its name is a place or a newspaper, and keeps its words: Audiencia de Las Palmas.
    """
    if span.kind != "name" or len(span.words) == 1:
        return ()
    return tuple(
        word
        for before, word in zip(("", *span.words), span.words, strict=False)
        if word[0].isupper()
        and before not in CAPITAL_ARTICLES
        and len(word) >= _SHORTEST
        and is_common_word(word)
        and not is_english_word(word.lower())
        and not is_english_word(folded(word))
    )


def left_in_spanish(pair: Translated, span: NameSpan, words: Sequence[str], translated: TranslatedNames) -> list[str]:
    """Those of the Spanish words of a name that stand in a translation without the whole name.

    Args:
        pair: a sentence with its translation.
        span: the name.
        words: its Spanish words.
        translated: the translation.
    """
    left = [word for word in words if folded(word) in translated.known and word in translated.words]
    if not left or translated.has_joined(span.text):
        return []
    # Cape Verde has a Spanish word in its English name, and another name may have the word.
    targets = [*(term.target for term in pair.terms), *english_places(span.text)]
    held = {word for target in targets for word in target.split()}
    return [word for word in left if word not in held and pair.source.count(word) == 1]
