"""Where something is counted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from translate_pipeline.digest.counts.counted import Counted, bound_before
from translate_pipeline.digest.counts.sentence import CountSentence
from translate_pipeline.digest.speech.grammar import speech_grammar

# `en las últimas 24 horas`
_FARTHEST_TIME = 5
_LONGEST_PLACE = 6


@dataclass(frozen=True)
class CountPlaces:
    """The stems of the words that say where something is counted; `named` are those of names among them."""

    stems: frozenset[str]
    named: frozenset[str]


def places_of(sentence: CountSentence, counted: Counted, others: Sequence[Counted]) -> CountPlaces | None:
    """Where something is counted; None where a span of time stands in the place of a place.

    Args:
        sentence: the sentence.
        counted: what is counted.
        others: all that the sentence counts, this too. A place belongs to all of a list, `12 muertos y 30 heridos en
            Valencia`, and else to what stands in its clause.
    """
    joints = {one.last + 1 for one in others if _is_joint(sentence, one.last + 1)}
    is_one_list = len(joints) >= len(others) - 1
    start, end = counted.first, counted.last
    while start > 0 and not _divides(sentence, start - 1, joints, is_one_list):
        start -= 1
    while end + 1 < len(sentence.words) and not _divides(sentence, end + 1, joints, is_one_list):
        end += 1
    stems, named = set(), set()
    opening = [0] if start > 0 else []
    for place in (*opening, *range(start, end + 1)):
        if sentence.at(place) not in sentence.known.place_prepositions:
            continue
        if any(sentence.at(near) in sentence.known.not_counted for near in range(place + 1, place + _FARTHEST_TIME)):
            return None
        for where in _words_of_place(sentence, place + 1):
            stems.add(sentence.stem(where))
            if sentence.words[where].is_capitalised:
                named.add(sentence.stem(where))
    return CountPlaces(frozenset(stems), frozenset(named))


def _words_of_place(sentence: CountSentence, first: int) -> Iterator[int]:
    """The places of the words that say where: the first that means something, and the names behind it."""
    ending = speech_grammar(sentence.language).prepositions - sentence.known.of - {"del"}
    has_first = False
    for place in range(first, min(first + _LONGEST_PLACE, len(sentence.words))):
        if not sentence.is_word(place) or sentence.at(place) in ending | sentence.known.at_large:
            return
        if sentence.is_content(place) and (not has_first or sentence.words[place].is_capitalised):
            has_first = True
            yield place


def _is_joint(sentence: CountSentence, place: int) -> bool:
    """Whether a conjunction joins two counts of a list: `muertos y 30 heridos`."""
    starts = {sentence.place_behind(bound_before(sentence, number)[1]) for number in sentence.numbers}
    return sentence.at(place) in sentence.known.joining and place + 1 in starts


def _divides(sentence: CountSentence, place: int, joints: set[int], is_one_list: bool) -> bool:
    """Whether a clause ends at a place."""
    word, grammar = sentence.at(place), speech_grammar(sentence.language)
    if word in sentence.known.clause or word in grammar.verbs:
        return True
    if is_one_list:
        return not sentence.is_word(place) and word != ","
    return not sentence.is_word(place) or (word in sentence.known.joining and place not in joints)
