"""Words that translate no word of the source, where the lexicon knows what should stand there."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from translate_pipeline.checks.invented import CORE
from translate_pipeline.checks.words import held_words
from translate_pipeline.glossary.enforcement.base import Segment
from translate_pipeline.language import function_words
from translate_pipeline.lexicon import confirmed_translations, translations
from translate_pipeline.lexicon.english_stem import english_stem, english_stems
from translate_pipeline.translation.attention import words_with_attention
from translate_pipeline.translation.engine import Engine, Hypothesis
from translate_pipeline.translation.invented_words import likeliest_translation, put_word, source_word_of

_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST = 4
# A source is looked at for each of its hypotheses, one after the other.
_SENTENCES_KEPT = 256
# Of the lexicon's probabilities: of the likeliest translation, and of all that it lists. Fitted on FLORES dev and
# newstest2012: higher ones mend less, lower ones as often put in a wrong word as a right one.
_LIKELY = 0.4
_KNOWN = 0.5


@dataclass(frozen=True)
class _Meanings:
    """What a source can mean, by the lexicon.

    Args:
        known: for each word in lower case that the lexicon knows well, the stems of its translations.
        possible: the stems of all that any of its words can mean.
    """

    known: Mapping[str, frozenset[str]]
    possible: frozenset[str]


class Replacement(NamedTuple):
    """A word of a hypothesis that means nothing in the source, and what the lexicon has for the word it stands for.

    Attributes:
        place: of the word among those of the hypothesis.
        core: the word itself, without marks.
        source: the word of the source.
        english: the lexicon's translation of that.
    """

    place: int
    core: re.Match[str]
    source: str
    english: str


def replacements(hypothesis: Hypothesis, segment: Segment, engine: Engine) -> list[Replacement]:
    """The words such as `criminal` for `penalti`, with what may stand in their places.

    A word is replaced if no word of the source can mean it, if the decoder looked at a word of the source that the
    lexicon knows, and if none of that word's translations stands in the hypothesis. The method is that of
    `mend_invented_words`.
    """
    meanings = _meanings(segment.text)
    given = english_stems(hypothesis.text)
    wanted = {word for word, stems in meanings.known.items() if not stems & given}
    words = words_with_attention(hypothesis) if wanted else None
    if words is None:
        return []
    held = held_words(segment.terms)
    found = []
    for place, word in enumerate(words):
        match = CORE.search(word)
        if match is None or match.group() in held or not _means_nothing(match.group(), meanings):
            continue
        source = source_word_of(hypothesis, place, segment, engine)
        english = likeliest_translation(source) if source in wanted else None
        if source is not None and english is not None:
            wanted.discard(source)
            found.append(Replacement(place, match, source, english))
    return found


def mend_mistranslated_words(hypothesis: Hypothesis, segment: Segment, engine: Engine) -> Hypothesis:
    """Puts the lexicon's translations in place of words that mean nothing in the source."""
    found = replacements(hypothesis, segment, engine)
    words = words_with_attention(hypothesis) if found else None
    if words is None:
        return hypothesis
    for replacement in found:
        put_word(words, replacement.place, replacement.core, replacement.english)
    return replace(hypothesis, text=" ".join(words))


@functools.lru_cache(_SENTENCES_KEPT)
def _meanings(source: str) -> _Meanings:
    known: dict[str, frozenset[str]] = {}
    possible: set[str] = set()
    for word in _WORD.findall(source):
        if word.lower() in function_words("es"):
            continue
        listed = translations(word)
        stems = frozenset(english_stems(" ".join(listed)))
        possible |= stems or {english_stem(word.lower())}
        possible.update(map(english_stem, confirmed_translations(word)))
        if word.islower() and listed and max(listed.values()) >= _LIKELY and sum(listed.values()) >= _KNOWN:
            known[word] = stems
    return _Meanings(known, frozenset(possible))


def _means_nothing(word: str, meanings: _Meanings) -> bool:
    """Whether a content word in lower case can translate none of the source's words."""
    if not word.islower() or len(word) < _SHORTEST or word in function_words("en"):
        return False
    return english_stem(word) not in meanings.possible
