"""What a number of a sentence counts."""

from __future__ import annotations

from dataclasses import dataclass

from translate_pipeline.digest.counts.interval import Bound
from translate_pipeline.digest.counts.numbers import Number
from translate_pipeline.digest.counts.sentence import CountSentence

_FARTHEST_NOUN = 10
_IRREGULAR_PLURALS = frozenset("people children women men police dead killed injured wounded missing".split())


@dataclass(frozen=True)
class Counted:
    """What a number counts.

    Args:
        kind: the fate of people (`dead`), or the stem of a noun, and the stems of what describes it.
        first, last: the places of its first and its last word.
        is_fate: it is people by what happened to them.
    """

    kind: tuple[str, ...]
    first: int
    last: int
    is_fate: bool


def bound_before(sentence: CountSentence, number: Number) -> tuple[Bound, int]:
    """What the words before a number leave open, and where they begin."""
    first = sentence.place_behind(number.start)
    for length in (3, 2, 1):
        phrase = tuple(sentence.at(place) for place in range(first - length, first))
        if phrase in sentence.known.bounds:
            return sentence.known.bounds[phrase], sentence.words[first - length].start
    return "exact", number.start


def counted_by(sentence: CountSentence, number: Number) -> Counted | None:
    """What a number counts, or None."""
    known = sentence.known
    bound_start = bound_before(sentence, number)[1]
    before, noun = sentence.place_behind(bound_start) - 1, sentence.place_behind(number.end)
    if _is_of_range(sentence, number, before, noun) or sentence.at(before) in known.part:
        return None
    if number.takes_of:
        if sentence.at(noun) not in known.of:
            return None
        noun += 1
    if sentence.at(noun) in known.articles and sentence.at(noun + 1) in known.fate_of:
        noun += 1
    for phrase in known.dead_phrases:
        if tuple(sentence.at(noun + place) for place in range(len(phrase))) == phrase:
            return _fate(sentence, "dead", noun, noun + len(phrase) - 1)
    if not _is_plural_noun(sentence, noun):
        return _counted_before(sentence, before, noun)
    if sentence.at(noun + 1) in known.part_behind or _is_rate(sentence, noun + 1):
        return None
    if sentence.at(noun) in known.fate_of:
        return _fate(sentence, known.fate_of[sentence.at(noun)], noun, noun)
    if sentence.at(noun) in known.people and (fate := _fate_of_people(sentence, before, noun)):
        return fate
    described = _description(sentence, noun)
    return Counted((sentence.stem(noun), *described), noun, noun, False)


def _is_of_range(sentence: CountSentence, number: Number, before: int, behind: int) -> bool:
    """Whether a number is an end of a range, or one of two: `10 a 12`, `entre 10 y 12`."""
    ends = {sentence.place_behind(other.end) - 1 for other in sentence.numbers if other.end <= number.start}
    starts = {sentence.place_behind(other.start) for other in sentence.numbers if other.start >= number.end}
    links = sentence.known.joining | sentence.known.until | {"-", "–"}
    return (sentence.at(before) in links and before - 1 in ends) or (
        sentence.at(behind) in links and behind + 1 in starts
    )


def _is_rate(sentence: CountSentence, behind: int) -> bool:
    """Whether what follows a noun makes it a rate: `200 casos al día`."""
    return sentence.at(behind) in sentence.known.rate_behind and sentence.at(behind + 1) in sentence.known.not_counted


def _is_plural_noun(sentence: CountSentence, place: int) -> bool:
    word = sentence.at(place)
    if not sentence.is_content(place) or sentence.words[place].is_capitalised or word in sentence.known.not_counted:
        return False
    return word.endswith("s") or (sentence.language[:2] == "en" and word in _IRREGULAR_PLURALS)


def _fate(sentence: CountSentence, fate: str, first: int, last: int) -> Counted | None:
    """People by their fate; None where two fates are counted together: `muertos y heridos`."""
    known = sentence.known
    behind = sentence.at(last + 2)
    if sentence.at(last + 1) in known.joining and (behind in known.fate_of or behind in known.fate_by_verb):
        return None
    return Counted((fate, *_description(sentence, last)), first, last, True)


def _fate_of_people(sentence: CountSentence, before: int, noun: int) -> Counted | None:
    """People by the fate that a verb tells: `17 personas murieron`, `mató a 17 personas`."""
    known = sentence.known
    behind = noun + 1
    while sentence.at(behind) in known.auxiliaries:
        behind += 1
    if sentence.at(behind) in known.fate_by_verb:
        found = _fate(sentence, known.fate_by_verb[sentence.at(behind)], noun, behind)
        return found and Counted(found.kind[:1], noun, behind, True)
    while sentence.at(before) in known.until | known.of:
        before -= 1
    if sentence.at(before) in known.fate_before and not sentence.is_content(behind):
        return Counted((known.fate_before[sentence.at(before)],), noun, noun, True)
    return None


def _counted_before(sentence: CountSentence, before: int, behind: int) -> Counted | None:
    """What a number counts that has risen to it: `los muertos por la riada suben a 17`."""
    known, place = sentence.known, before
    if sentence.is_content(behind):
        return None
    while sentence.at(place) in known.until:
        place -= 1
    if place == before or sentence.at(place) not in known.rising:
        return None
    for noun in range(place - 1, max(-1, place - _FARTHEST_NOUN), -1):
        if not sentence.is_word(noun) or sentence.at(noun) in known.clause:
            return None
        if sentence.at(noun) in known.fate_of:
            kind = known.fate_of[sentence.at(noun)]
            return None if sentence.at(noun + 1) in known.joining else Counted((kind,), noun, noun, True)
    return None


def _description(sentence: CountSentence, noun: int) -> tuple[str, ...]:
    """The stems of what describes a noun: the word behind it, and whose it is."""
    found, place = [], noun + 1
    if sentence.is_content(place):
        found.append(sentence.stem(place))
        place += 1
    if sentence.at(place) in sentence.known.of:
        while place < len(sentence.words) and not sentence.is_content(place):
            place += 1
        if sentence.is_content(place):
            found.append(sentence.stem(place))
    return tuple(found)
