"""Finds what a sentence counts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, cast

from translate_pipeline.checks.calendar_words import DAYS, ENGLISH_OF, MONTH_NUMBER
from translate_pipeline.digest.counts.count import Count
from translate_pipeline.digest.counts.interval import Bound, interval
from translate_pipeline.digest.counts.numbers import Number, cardinal_numbers
from translate_pipeline.digest.counts.words import CountWords, count_words
from translate_pipeline.digest.dates import Publication, dates_in
from translate_pipeline.digest.dates.dates import years_named
from translate_pipeline.digest.english_names import english_names
from translate_pipeline.language import function_words
from translate_pipeline.names import recognise
from translate_pipeline.summarization.content_words import content_words
from translate_pipeline.summarization.stemming import stemmer

WEEKDAYS = {word: DAYS.index(english) for word, english in ENGLISH_OF.items() if english in DAYS} | {
    name.lower(): number for number, name in enumerate(DAYS)
}
# `may` and `march` are verbs too; `May` as a month has its day in news.
MONTHS = {word: MONTH_NUMBER[english] for word, english in ENGLISH_OF.items() if english in MONTH_NUMBER} | {
    name.lower(): number for name, number in MONTH_NUMBER.items() if name not in ("May", "March")
}
_TOKEN = re.compile(r"\w+(?:[-'’]\w+)*|[^\w\s]")
_FARTHEST_NOUN = 10
# `en las últimas 24 horas`
_FARTHEST_TIME = 5
_IRREGULAR_PLURALS = frozenset("people children women men police dead killed injured wounded missing".split())


class _Word(NamedTuple):
    text: str
    start: int
    end: int
    is_capitalised: bool


@dataclass(frozen=True)
class _Sentence:
    """A sentence as it is read for counts."""

    text: str
    language: str
    words: Sequence[_Word]
    numbers: Sequence[Number]
    known: CountWords

    def at(self, place: int) -> str:
        """A word in lower case; empty outside of the sentence."""
        return self.words[place].text if 0 <= place < len(self.words) else ""

    def place_behind(self, offset: int) -> int:
        """The place of the first word that begins at an offset or behind it."""
        return next((place for place, word in enumerate(self.words) if word.start >= offset), len(self.words))

    def is_content(self, place: int) -> bool:
        """Whether a word that means something by itself stands at a place."""
        word = self.at(place)
        return len(word) > 2 and word[0].isalpha() and word not in function_words(self.language)

    def stem(self, place: int) -> str:
        """The stem of a word."""
        return stemmer(self.language)(self.at(place))


@dataclass(frozen=True)
class _Counted:
    """What a number counts: its kind, the places of its words, and whether it is a fate."""

    kind: tuple[str, ...]
    first: int
    last: int
    is_fate: bool


def counts_in(text: str, language: str, published: Publication | None) -> list[Count]:
    """What a sentence in Spanish (`es`) or English (`en`) counts, as far as it is certain.

    Left out are numbers of time, measure and sport, shares, ranges, parts of a whole (`otros 12 muertos`), rates, and
    all numbers of a sentence that tells of what may be, or of another time.

    Args:
        text: the sentence.
        language: its code.
        published: when its article was published.
    """
    numbers = cardinal_numbers(text, language)
    if not numbers:
        return []
    known = count_words(language)
    words = [_Word(match.group().lower(), *match.span(), match.group()[0].isupper()) for match in _TOKEN.finditer(text)]
    sentence = _Sentence(text, language, words, numbers, known)
    spoken = {word.text for word in words}
    if not known.uncertain.isdisjoint(spoken) or not known.another_time.isdisjoint(spoken):
        return []
    found = [(number, counted) for number in numbers if (counted := _counted(sentence, number))]
    if not found:
        return []
    dates = dates_in(text, language, published)
    days = frozenset(date.day for date in dates)
    if _names_another_time(text, spoken, days, published):
        return []
    weekdays = frozenset(WEEKDAYS[word] for word in spoken & WEEKDAYS.keys()) | {day.weekday() for day in days}
    is_of_span = not known.since.isdisjoint(spoken)
    names, context = _names(sentence), _context(sentence)
    counts = []
    for number, counted in found:
        places = _places(sentence, number, counted)
        if places is None:
            continue
        bound, start = _bound(sentence, number)
        noun = text[words[counted.first].start : words[counted.last].end]
        own = {sentence.stem(place) for place in range(counted.first, counted.last + 1)}
        counts.append(
            Count(
                counted.kind, counted.is_fate, number.value, interval(number.value, bound),
                text[start : number.end], noun, places, names, days, weekdays, is_of_span, context - own,
            )
        )  # fmt: skip
    return counts


def _names_another_time(text: str, spoken: set[str], days: frozenset[date], published: Publication | None) -> bool:
    """Whether a sentence names a year or a month that is neither of its dates nor of publication."""
    of_publication = {published.day} if published else set()
    years = {day.year for day in days | of_publication}
    months = {day.month for day in days | of_publication}
    named = {MONTHS[word] for word in spoken & MONTHS.keys()}
    return not years_named(text) <= years or not named <= months


def _bound(sentence: _Sentence, number: Number) -> tuple[Bound, int]:
    """What the words before a number leave open, and where they begin."""
    first = sentence.place_behind(number.start)
    for length in (3, 2, 1):
        phrase = tuple(sentence.at(place) for place in range(first - length, first))
        if phrase in sentence.known.bounds:
            return cast(Bound, sentence.known.bounds[phrase]), sentence.words[first - length].start
    return "exact", number.start


def _counted(sentence: _Sentence, number: Number) -> _Counted | None:
    """What a number counts, or None."""
    known = sentence.known
    bound_start = _bound(sentence, number)[1]
    before, noun = sentence.place_behind(bound_start) - 1, sentence.place_behind(number.end)
    if _is_of_range(sentence, number, before, noun) or sentence.at(before) in known.part:
        return None
    if number.takes_of:
        if sentence.at(noun) not in known.of:
            return None
        noun += 1
    for phrase in known.dead_phrases:
        if tuple(sentence.at(noun + place) for place in range(len(phrase))) == phrase:
            return _fate(sentence, "dead", noun, noun + len(phrase) - 1)
    if not _is_plural_noun(sentence, noun):
        return _counted_before(sentence, before, noun)
    if sentence.at(noun + 1) in known.part_behind or sentence.at(noun + 1) in known.rate_behind:
        return None
    if sentence.at(noun) in known.fate_of:
        return _fate(sentence, known.fate_of[sentence.at(noun)], noun, noun)
    if sentence.at(noun) in known.people and (fate := _fate_of_people(sentence, before, noun)):
        return fate
    described = _description(sentence, noun)
    return _Counted((sentence.stem(noun), *described), noun, noun, False)


def _is_of_range(sentence: _Sentence, number: Number, before: int, behind: int) -> bool:
    """Whether a number is an end of a range, or one of two: `10 a 12`, `entre 10 y 12`."""
    ends = {sentence.place_behind(other.end) - 1 for other in sentence.numbers if other.end <= number.start}
    starts = {sentence.place_behind(other.start) for other in sentence.numbers if other.start >= number.end}
    links = sentence.known.joining | sentence.known.until | {"-", "–"}
    return (sentence.at(before) in links and before - 1 in ends) or (
        sentence.at(behind) in links and behind + 1 in starts
    )


def _is_plural_noun(sentence: _Sentence, place: int) -> bool:
    word = sentence.at(place)
    if not sentence.is_content(place) or sentence.words[place].is_capitalised or word in sentence.known.not_counted:
        return False
    return word.endswith("s") or (sentence.language[:2] == "en" and word in _IRREGULAR_PLURALS)


def _fate(sentence: _Sentence, fate: str, first: int, last: int) -> _Counted | None:
    """People by their fate; None where two fates are counted together: `muertos y heridos`."""
    known = sentence.known
    behind = sentence.at(last + 2)
    if sentence.at(last + 1) in known.joining and (behind in known.fate_of or behind in known.fate_by_verb):
        return None
    return _Counted((fate, *_description(sentence, last)), first, last, True)


def _fate_of_people(sentence: _Sentence, before: int, noun: int) -> _Counted | None:
    """People by the fate that a verb tells: `17 personas murieron`, `mató a 17 personas`."""
    known = sentence.known
    behind = noun + 1
    while sentence.at(behind) in known.auxiliaries:
        behind += 1
    if sentence.at(behind) in known.fate_by_verb:
        found = _fate(sentence, known.fate_by_verb[sentence.at(behind)], noun, behind)
        return found and _Counted(found.kind[:1], noun, behind, True)
    while sentence.at(before) in known.until | known.of:
        before -= 1
    if sentence.at(before) in known.fate_before and not sentence.is_content(behind):
        return _Counted((known.fate_before[sentence.at(before)],), noun, noun, True)
    return None


def _counted_before(sentence: _Sentence, before: int, behind: int) -> _Counted | None:
    """What a number counts that has risen to it: `los muertos por la riada suben a 17`."""
    known, place = sentence.known, before
    if sentence.is_content(behind):
        return None
    while sentence.at(place) in known.until:
        place -= 1
    if place == before or sentence.at(place) not in known.rising:
        return None
    for noun in range(place - 1, max(-1, place - _FARTHEST_NOUN), -1):
        if not sentence.at(noun)[0].isalnum() or sentence.at(noun) in known.clause:
            return None
        if sentence.at(noun) in known.fate_of:
            kind = known.fate_of[sentence.at(noun)]
            return None if sentence.at(noun + 1) in known.joining else _Counted((kind,), noun, noun, True)
    return None


def _description(sentence: _Sentence, noun: int) -> tuple[str, ...]:
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


def _places(sentence: _Sentence, number: Number, counted: _Counted) -> frozenset[str] | None:
    """The stems of where something is counted, in its clause; None where that is a span of time."""
    known = sentence.known
    first, last = sentence.place_behind(number.start), max(counted.last, sentence.place_behind(number.end) - 1)
    first = min(first, counted.first)
    start, end = first, last
    while start > 0 and not _divides(sentence, start - 1):
        start -= 1
    while end + 1 < len(sentence.words) and not _divides(sentence, end + 1):
        end += 1
    places = set()
    opening = [0] if sentence.at(0) in known.place_prepositions and start > 0 else []
    for place in (*opening, *range(start, end + 1)):
        if sentence.at(place) not in known.place_prepositions:
            continue
        if any(sentence.at(near) in known.not_counted for near in range(place + 1, place + _FARTHEST_TIME)):
            return None
        where = place + 1
        while where < len(sentence.words) and not sentence.is_content(where) and sentence.at(where)[0].isalpha():
            where += 1
        if sentence.is_content(where) and sentence.at(where) not in known.at_large:
            places.add(sentence.stem(where))
    return frozenset(places)


def _divides(sentence: _Sentence, place: int) -> bool:
    """Whether a clause ends at a place: a mark, a word that begins another one, or `y` before another number."""
    word = sentence.at(place)
    if not word[0].isalnum() or word in sentence.known.clause:
        return True
    return word in sentence.known.joining and len(sentence.numbers) > 1


def _names(sentence: _Sentence) -> frozenset[str]:
    text = sentence.text
    if sentence.language[:2] == "en":
        return frozenset(text[name.start : name.end].lower() for name in english_names(text))
    return frozenset(span.text.lower() for span in recognise(text))


def _context(sentence: _Sentence) -> frozenset[str]:
    """The stems of a sentence's words without its numbers."""
    stem = stemmer(sentence.language)
    numbers = {stem(word) for number in sentence.numbers for word in re.findall(r"\w+", number.text.lower())}
    return frozenset(
        word for word in content_words(sentence.text, sentence.language) - numbers if not word[0].isdigit()
    )
