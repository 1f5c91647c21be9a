"""Who says each quotation of a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from translate_pipeline.digest.speech.noun_phrases import named_by_phrase
from translate_pipeline.digest.speech.sentence import SpeechSentence, Token
from translate_pipeline.digest.speech.subjects import (
    has_omitted_subject,
    place_before_verb,
    subject_before,
    subject_behind,
)

_FARTHEST_VERB = 25
_LONGEST_SUBJECT = 16
_CLAUSE_ENDS = (".", ";", ":")


@dataclass(frozen=True)
class Attribution:
    """Who says something: `named` by a token; `omitted`, the verb having no subject of its own; or `unknown`."""

    kind: Literal["named", "omitted", "unknown"]
    speaker: Token | None = None


UNKNOWN = Attribution("unknown")
OMITTED = Attribution("omitted")


def _named(speaker: Token | None) -> Attribution:
    return Attribution("named", speaker) if speaker else UNKNOWN


def attributions(sentence: SpeechSentence) -> dict[int, Attribution]:
    """Who says each quotation of a sentence, by its place among the tokens."""
    found: dict[int, Attribution] = {}
    last: int | None = None
    for place in sentence.places_of("quotation"):
        told = _told_behind(sentence, place)
        if told is None or told == OMITTED:
            told = _told_before(sentence, place) or told
        if told is None and last is not None and _goes_on(sentence, last, place):
            told = found[last]
        if told == OMITTED and any(sentence.is_a("name", before) for before in range(place)):
            told = UNKNOWN  # the name may be the subject
        found[place], last = told or UNKNOWN, place
    return found


def attribution_of(sentence: SpeechSentence, verb: int) -> Attribution:
    """Who says what a verb tells, wherever the subject stands; that of the verb before where `y` joins both."""
    grammar = sentence.grammar
    if _is_said_by_nobody(sentence, verb):
        return UNKNOWN
    speaker = subject_before(sentence, verb) or subject_behind(sentence, verb)
    if speaker is not None:
        return _named(speaker)
    place = place_before_verb(sentence, verb)
    if sentence.at(place) in grammar.relatives:
        return _named(_antecedent(sentence, place))
    if sentence.at(place) in grammar.joining:
        earlier = _last_verb(sentence, place)
        return UNKNOWN if earlier is None else attribution_of(sentence, earlier)
    is_omitted = has_omitted_subject(sentence, verb) or sentence.at(verb + 1) in grammar.that
    return OMITTED if is_omitted and place < 0 else UNKNOWN


def _told_behind(sentence: SpeechSentence, quotation: int) -> Attribution | None:
    """Who says a quotation by what follows it: `“…”, dijo Lavrov`; None where nothing follows that could tell."""
    place = quotation + 1
    if sentence.at(place) in sentence.grammar.behind_quotation:
        place += 1
    name = _behind_according(sentence, place)
    if name > place:
        return _told_by_phrase(sentence, name)
    verb = place
    while sentence.at(verb) in sentence.grammar.clitics:
        verb += 1
    if not sentence.is_a("verb", verb):
        return _told_by_subject_first(sentence, place)
    if _is_said_by_nobody(sentence, verb):
        return UNKNOWN
    speaker = subject_behind(sentence, verb)
    return OMITTED if speaker is None and has_omitted_subject(sentence, verb) else _named(speaker)


def _told_by_subject_first(sentence: SpeechSentence, first: int) -> Attribution | None:
    """Who says a quotation that subject and verb follow, as in English: `“…,” Lavrov said`."""
    begins = sentence.is_a("name", first) or sentence.at(first) in sentence.grammar.determiners
    if not sentence.grammar.is_english or not begins:
        return None
    for place in range(first + 1, first + _LONGEST_SUBJECT):
        if sentence.is_a("verb", place):
            return _named(subject_before(sentence, place))
        if sentence.is_a("quotation", place) or sentence.at(place) in _CLAUSE_ENDS:
            return None
    return None


def _told_before(sentence: SpeechSentence, quotation: int) -> Attribution | None:
    """Who says a quotation by what precedes it: `Lavrov dijo que “…”`, `Según Lavrov, “…”`."""
    mark = sentence.at(quotation - 1)
    place = quotation - 2 if mark in (":", ",") else quotation - 1
    if sentence.is_a("verb", place):
        is_title = place == quotation - 1 and sentence.at(place) in sentence.grammar.verbs_of_works
        return None if is_title else attribution_of(sentence, place)
    if mark == ":" or mark in sentence.grammar.that:
        verb = _verb_of_report(sentence, quotation - 2)
        return None if verb is None else attribution_of(sentence, verb)
    return _told_by_opening_phrase(sentence, place) if mark == "," else None


def _verb_of_report(sentence: SpeechSentence, last: int) -> int | None:
    """The place of the verb of speech whose report begins behind a place."""
    for place in range(last, max(-1, last - _FARTHEST_VERB), -1):
        if sentence.is_a("verb", place):
            return place
        ends = sentence.is_a("quotation", place) or sentence.at(place) in _CLAUSE_ENDS
        if ends or sentence.at(place) in sentence.grammar.that:
            return None
    return None


def _told_by_opening_phrase(sentence: SpeechSentence, end: int) -> Attribution | None:
    """Who says what follows `Según Lavrov,` at the beginning of a clause."""
    for start in range(end, max(-1, end - _LONGEST_SUBJECT), -1):
        name = _behind_according(sentence, start)
        if name > start:
            speaker = _told_by_phrase(sentence, name).speaker
            return _named(speaker if speaker and speaker.end <= sentence.tokens[end].end else None)
        if sentence.is_a("quotation", start) or sentence.at(start) in _CLAUSE_ENDS:
            return None
    return None


def _told_by_phrase(sentence: SpeechSentence, place: int) -> Attribution:
    """Who is named behind `según`: `según Lavrov`, `según dijo Lavrov`."""
    if sentence.is_a("verb", place):
        return _named(subject_behind(sentence, place))
    return _named(named_by_phrase(sentence, place))


def _behind_according(sentence: SpeechSentence, place: int) -> int:
    """The place behind `de acuerdo con`; the place itself where no such phrase stands there."""
    for phrase in sentence.grammar.according:
        if tuple(token.text for token in sentence.tokens[place : place + len(phrase)]) == phrase:
            return place + len(phrase)
    return place


def _is_said_by_nobody(sentence: SpeechSentence, verb: int) -> bool:
    """Whether a verb is denied or impersonal: `no dijo`, `se dijo`."""
    grammar, place = sentence.grammar, place_before_verb(sentence, verb)
    if sentence.at(place) in grammar.negations:
        return True
    pronouns = {sentence.at(before) for before in range(place + 1, verb)}
    return not pronouns.isdisjoint(grammar.impersonal) and sentence.at(verb) not in grammar.reflexive


def _antecedent(sentence: SpeechSentence, pronoun: int) -> Token | None:
    """The speaker whom `quien` takes up: `dijo Lavrov, quien añadió`, `dijo Lavrov, ministro ruso, quien añadió`."""
    verb = _last_verb(sentence, pronoun)
    speaker = None if verb is None else subject_behind(sentence, verb)
    if speaker is None:
        return None
    between = [token.text for token in sentence.tokens[:pronoun] if token.start >= speaker.end]
    commas = [place for place, text in enumerate(between) if text == ","]
    is_apposition = commas == [0, len(between) - 1] and sentence.grammar.that.isdisjoint(between)
    return speaker if between == [","] or is_apposition else None


def _last_verb(sentence: SpeechSentence, place: int) -> int | None:
    """The place of the last verb of speech before a place."""
    return max((verb for verb in sentence.places_of("verb") if verb < place), default=None)


def _goes_on(sentence: SpeechSentence, first: int, second: int) -> bool:
    """Whether a quotation is interrupted only by who says it: `“…”, dijo Lavrov, “…”`."""
    verbs = sum(sentence.is_a("verb", place) for place in range(first + 1, second))
    return verbs == 1 and sentence.at(first + 1) == "," and sentence.at(second - 1) in (",", *_CLAUSE_ENDS)
