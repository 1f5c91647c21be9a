"""Finds what a sentence counts."""

from __future__ import annotations

import functools
import re
from datetime import date

from translate_pipeline.checks.calendar_words import DAYS, ENGLISH_OF, MONTH_NUMBER
from translate_pipeline.digest.counts.count import Count
from translate_pipeline.digest.counts.counted import bound_before, counted_by
from translate_pipeline.digest.counts.interval import interval
from translate_pipeline.digest.counts.places import places_of
from translate_pipeline.digest.counts.sentence import CountSentence, count_sentence
from translate_pipeline.digest.counts.words import count_words
from translate_pipeline.digest.dates import Publication, dates_in, years_named
from translate_pipeline.digest.speech.english_names import english_names
from translate_pipeline.digest.speech.grammar import speech_grammar
from translate_pipeline.names import recognise
from translate_pipeline.summarization.content_words import content_words
from translate_pipeline.summarization.stemming import stemmer

_WEEKDAYS = {word: DAYS.index(english) for word, english in ENGLISH_OF.items() if english in DAYS} | {
    name.lower(): number for number, name in enumerate(DAYS)
}
# `may` and `march` are verbs too.
_MONTHS = {word: MONTH_NUMBER[english] for word, english in ENGLISH_OF.items() if english in MONTH_NUMBER} | {
    name.lower(): number for name, number in MONTH_NUMBER.items() if name not in ("May", "March")
}
_ACCORDING = frozenset({"según", "according"})


def counts_in(text: str, language: str, published: Publication | None) -> list[Count]:
    """What a sentence in Spanish (`es`) or English (`en`) counts, as far as it is certain.

    Left out are numbers of time, measure and sport, shares, ranges, parts of a whole (`otros 12 muertos`), rates, and
    all numbers of a sentence that tells of what may be, or of another time.

    Args:
        text: the sentence.
        language: its code.
        published: when its article was published.
    """
    sentence = count_sentence(text, language)
    if sentence is None:
        return []
    spoken, known = {word.text for word in sentence.words}, sentence.known
    if not (known.uncertain | known.another_time).isdisjoint(spoken):
        return []
    if any(phrase in text.lower() for phrase in known.uncertain_phrases):
        return []
    found = [(number, counted) for number in sentence.numbers if (counted := counted_by(sentence, number))]
    days = frozenset(found_date.day for found_date in dates_in(text, language, published)) if found else frozenset()
    if not found or _names_another_time(text, spoken, days, published):
        return []
    weekdays = frozenset(_WEEKDAYS[word] for word in spoken & _WEEKDAYS.keys()) | {day.weekday() for day in days}
    names, context = _names(sentence), _context(sentence)
    counts = []
    for number, counted in found:
        places = places_of(sentence, counted, [other for _, other in found])
        if places is None:
            continue
        bound, start = bound_before(sentence, number)
        own = {sentence.stem(place) for place in range(counted.first, counted.last + 1)}
        counts.append(
            Count(
                kind=counted.kind,
                is_fate=counted.is_fate,
                value=number.value,
                interval=interval(number.value, bound),
                written=text[start : number.end],
                noun=text[sentence.words[counted.first].start : sentence.words[counted.last].end],
                places=places,
                names=frozenset(names.values()),
                subject=max(((place, name) for place, name in names.items() if place < number.start), default=(0, ""))[
                    1
                ],
                days=days,
                weekdays=weekdays,
                is_of_span=not known.since.isdisjoint(spoken),
                context=context - own,
            )
        )
    return counts


def _names_another_time(text: str, spoken: set[str], days: frozenset[date], published: Publication | None) -> bool:
    """Whether a sentence names a year or a month that is neither of its dates nor of publication."""
    known = days | ({published.day} if published else set())
    months = {_MONTHS[word] for word in spoken & _MONTHS.keys()}
    return not years_named(text) <= {day.year for day in known} or not months <= {day.month for day in known}


def _names(sentence: CountSentence) -> dict[int, str]:
    """The names in a sentence but those of who says it, in lower case, by their offsets."""
    text = sentence.text
    if sentence.language[:2] == "en":
        spans = [(name.start, name.end) for name in english_names(text)]
    else:
        spans = [(span.start, span.end) for span in recognise(text)]
    return {
        start: text[start:end].lower() for start, end in spans if not _is_source(sentence, sentence.place_behind(start))
    }


def _is_source(sentence: CountSentence, place: int) -> bool:
    """Whether a verb of speech, `según` or the like stands before a name in its clause."""
    grammar = speech_grammar(sentence.language)
    for before in range(place - 1, -1, -1):
        word = sentence.at(before)
        if word in grammar.verbs or word in _ACCORDING:
            return True
        if word in grammar.that or not sentence.is_word(before):
            return False
    return False


def _context(sentence: CountSentence) -> frozenset[str]:
    """The stems of a sentence's words without its numbers and without what any news of the kind has."""
    stem = stemmer(sentence.language)
    numbers = {stem(word) for number in sentence.numbers for word in re.findall(r"\w+", number.text.lower())}
    told = content_words(sentence.text, sentence.language) - numbers - _unspecific_stems(sentence.language)
    return frozenset(word for word in told if not word[0].isdigit())


@functools.cache
def _unspecific_stems(language: str) -> frozenset[str]:
    known, stem = count_words(language), stemmer(language)
    words = {*known.unspecific, *known.fate_of, *known.fate_by_verb, *known.fate_before, *known.auxiliaries}
    return frozenset(map(stem, words | _MONTHS.keys() | _WEEKDAYS.keys()))
