"""Words that are neither English nor the source's: what a small model makes of a word that it does not know."""

from __future__ import annotations

import re
from dataclasses import replace

from translate_pipeline.checks.invented import CORE, invented_words
from translate_pipeline.glossary.enforcement.base import Segment
from translate_pipeline.lexicon import best_translation, translations
from translate_pipeline.names import is_common_word
from translate_pipeline.translation.attention import word_pieces, words_with_attention
from translate_pipeline.translation.engine import Engine, Hypothesis

_SOURCE_WORD = re.compile(r"\w+")
_ENOUGH_ATTENTION = 0.4
_SHORTEST_SOURCE = 3


def _source_word_of(hypothesis: Hypothesis, place: int, segment: Segment, engine: Engine) -> str | None:
    """The word of the source at which the decoder looked for a word of its own."""
    begin, end = word_pieces(hypothesis.pieces)[place]
    weights = hypothesis.attention[begin:end].mean(axis=0).tolist()
    best, share, first = None, _ENOUGH_ATTENTION, 0
    for word in segment.text.split():
        # No piece goes over a space.
        last = first + engine.count_pieces(word)
        weight = sum(weights[first:last])
        if weight >= share:
            best, share = word, weight
        first = last
    match = _SOURCE_WORD.search(best) if best is not None and first == len(weights) else None
    return match.group() if match is not None and len(match.group()) >= _SHORTEST_SOURCE else None


def _likeliest(word: str) -> str | None:
    """The lexicon's sure translation, or its likeliest: any English word is better than none."""
    sure = best_translation(word)
    if sure is not None:
        return sure
    listed = translations(word)
    return max(listed, key=lambda english: listed[english], default=None)


def mend_invented_words(hypothesis: Hypothesis, segment: Segment, engine: Engine) -> Hypothesis:
    """Puts the lexicon's translation in place of each invented word whose source the decoder's attention shows.

    The method joins the dictionary step of Luong et al., Addressing the Rare Word Problem in Neural Machine
    Translation (ACL 2015), to attention as word alignment.
    """
    words = words_with_attention(hypothesis)
    if words is None:
        return hypothesis
    changed = False
    for place in invented_words(words, segment.text):
        source_word = _source_word_of(hypothesis, place, segment, engine)
        english = _likeliest(source_word) if source_word and is_common_word(source_word) else None
        if english is None:
            continue
        match = CORE.search(words[place])
        if match is not None:
            form = english.capitalize() if match.group()[0].isupper() else english
            words[place] = words[place][: match.start()] + form + words[place][match.end() :]
            changed = True
    return replace(hypothesis, text=" ".join(words)) if changed else hypothesis
