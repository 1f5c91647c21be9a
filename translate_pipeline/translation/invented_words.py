"""Words that are neither English nor the source's: what a small model makes of a word that it does not know."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from translate_pipeline.checks.former_offices import english_of_former
from translate_pipeline.checks.invented import CORE, invented_words
from translate_pipeline.checks.unknown_words import is_made_up_name
from translate_pipeline.checks.words import held_words
from translate_pipeline.glossary.article import with_fitting_indefinite
from translate_pipeline.glossary.enforcement.base import Segment
from translate_pipeline.lexicon import best_translation, translations
from translate_pipeline.names import is_common_word
from translate_pipeline.translation.attention import word_pieces, words_with_attention
from translate_pipeline.translation.engine import Engine, Hypothesis

_SOURCE_WORD = re.compile(r"\w+")
_ENOUGH_ATTENTION = 0.4
_SHORTEST_SOURCE = 3


def source_word_of(hypothesis: Hypothesis, place: int, segment: Segment, engine: Engine) -> str | None:
    """The word of the source at which the decoder looked for the word at a place of its own.

    None if it looked at several, or at a very short one.
    """
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


def likeliest_translation(word: str) -> str | None:
    """The lexicon's sure translation, or its likeliest: any English word is better than none.

    None for a word that may be a name, and for one that the lexicon does not have.
    """
    former = english_of_former(word)
    if former is not None or not (word.islower() or is_common_word(word)):
        return former
    sure = best_translation(word)
    if sure is not None:
        return sure
    listed = translations(word)
    return max(listed, key=lambda english: listed[english], default=None)


def put_word(words: list[str], place: int, old: re.Match[str], new: str) -> None:
    """Puts a word or phrase in place of a part of one of the words, and the article before it that it needs."""
    words[place] = words[place][: old.start()] + new + words[place][old.end() :]
    if place and old.start() == 0:
        words[place - 1] = with_fitting_indefinite(words[place - 1] + " ", new).rstrip()


def _made_up_names(words: Sequence[str], segment: Segment) -> list[int]:
    """The places of capitalised words that are no English and like no word of the source, where no sentence opens."""
    if all(word.islower() for word in words):
        return []
    held = held_words(segment.terms)
    found = []
    for place in range(1, len(words)):
        match = CORE.search(words[place]) if not words[place].islower() else None
        if match is None or words[place - 1][-1:] in ".?!" or not is_made_up_name(match.group(), segment.text):
            continue
        if match.group().casefold() not in held:
            found.append(place)
    return found


def mend_invented_words(hypothesis: Hypothesis, segment: Segment, engine: Engine) -> Hypothesis:
    """Puts the lexicon's translation in place of each invented word whose source the decoder's attention shows.

    The method joins the dictionary step of Luong et al., Addressing the Rare Word Problem in Neural Machine
    Translation (ACL 2015), to attention as word alignment.
    """
    words = words_with_attention(hypothesis)
    if words is None:
        return hypothesis
    changed = False
    made_up_names = _made_up_names(words, segment)
    for place in [*invented_words(words, segment.text), *made_up_names]:
        source_word = source_word_of(hypothesis, place, segment, engine)
        english = likeliest_translation(source_word) if source_word else None
        if english is None:
            continue
        match = CORE.search(words[place])
        if match is not None:
            is_name = place in made_up_names
            stands_high = source_word[:1].isupper() if is_name and source_word else match.group()[0].isupper()
            form = english[:1].upper() + english[1:] if stands_high else english
            put_word(words, place, match, form)
            changed = True
    return replace(hypothesis, text=" ".join(words)) if changed else hypothesis
