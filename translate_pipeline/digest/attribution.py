"""Which quotation of a sentence is said by whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from translate_pipeline.digest.noun_phrases import is_name, named_by_phrase, text_at
from translate_pipeline.digest.speech_grammar import SpeechGrammar
from translate_pipeline.digest.speech_subjects import (
    has_omitted_subject,
    place_before_verb,
    subject_before,
    subject_behind,
)
from translate_pipeline.digest.speech_tokens import Token

_FARTHEST_VERB = 25
_LONGEST_SUBJECT = 16
_IMPERSONAL = "se"
# With `se` these still have a subject: se preguntó Pérez.
_REFLEXIVE = frozenset("preguntó preguntado pregunta lamentó lamentado lamenta".split())


@dataclass(frozen=True)
class Attribution:
    """Who says a quotation: `named` by a token; `omitted`, the subject being left out; or `unknown`."""

    kind: Literal["named", "omitted", "unknown"]
    speaker: Token | None = None


_UNKNOWN = Attribution("unknown")
_OMITTED = Attribution("omitted")


def _named(speaker: Token | None) -> Attribution:
    return Attribution("named", speaker) if speaker else _UNKNOWN


def _is_verb(tokens: Sequence[Token], place: int) -> bool:
    return 0 <= place < len(tokens) and tokens[place].kind == "verb"


def _behind_according(tokens: Sequence[Token], place: int, grammar: SpeechGrammar) -> int:
    """The place behind `de acuerdo con`; the place itself where no such phrase stands there."""
    for phrase in grammar.according:
        if tuple(token.text for token in tokens[place : place + len(phrase)]) == phrase:
            return place + len(phrase)
    return place


def _is_said_by_nobody(tokens: Sequence[Token], verb: int, grammar: SpeechGrammar) -> bool:
    """Whether a verb is denied or impersonal: `no dijo`, `se dijo`."""
    place, before = place_before_verb(tokens, verb, grammar), []
    before = [token.text for token in tokens[place + 1 : verb]]
    if text_at(tokens, place) in grammar.negations:
        return True
    return _IMPERSONAL in before and tokens[verb].text not in _REFLEXIVE


def _attribution_behind(tokens: Sequence[Token], quotation: int, grammar: SpeechGrammar) -> Attribution | None:
    """Who says a quotation by what follows it: `“…”, dijo Lavrov`; None where nothing follows that could tell."""
    place = quotation + 1
    if text_at(tokens, place) in (",", "."):
        place += 1
    name = _behind_according(tokens, place, grammar)
    if name > place:
        return _attribution_by_phrase(tokens, name, grammar)
    verb = place
    while text_at(tokens, verb) in grammar.clitics:
        verb += 1
    if _is_verb(tokens, verb):
        if _is_said_by_nobody(tokens, verb, grammar):
            return _UNKNOWN
        speaker = subject_behind(tokens, verb, grammar)
        if speaker is None and has_omitted_subject(tokens, verb, grammar):
            return _OMITTED
        return _named(speaker)
    return _attribution_by_subject_first(tokens, place, grammar)


def _attribution_by_phrase(tokens: Sequence[Token], place: int, grammar: SpeechGrammar) -> Attribution:
    """Who says what `según` tells: `según Lavrov`, `según dijo Lavrov`."""
    if _is_verb(tokens, place):
        return _named(subject_behind(tokens, place, grammar))
    return _named(named_by_phrase(tokens, place, grammar))


def _attribution_by_subject_first(tokens: Sequence[Token], place: int, grammar: SpeechGrammar) -> Attribution | None:
    """Who says a quotation that subject and verb follow, as in English: `“…,” Lavrov said`."""
    begins = is_name(tokens, place) or text_at(tokens, place) in grammar.determiners
    if not grammar.names_modify_nouns or not begins:
        return None
    for verb in range(place + 1, min(place + _LONGEST_SUBJECT, len(tokens))):
        if tokens[verb].kind == "quotation" or tokens[verb].text in ".;:":
            return None
        if tokens[verb].kind == "verb":
            return _named(subject_before(tokens, verb, grammar))
    return None


def _verb_before(tokens: Sequence[Token], place: int, grammar: SpeechGrammar) -> int | None:
    """The place of the verb of speech whose reported speech begins behind a place."""
    for verb in range(place, max(-1, place - _FARTHEST_VERB), -1):
        if tokens[verb].kind == "verb":
            return verb
        if tokens[verb].kind == "quotation" or tokens[verb].text in grammar.that or tokens[verb].text in ".;:":
            return None
    return None


def _attribution_before(tokens: Sequence[Token], quotation: int, grammar: SpeechGrammar) -> Attribution | None:
    """Who says a quotation by what precedes it: `Lavrov dijo que “…”`, `Según Lavrov, “…”`."""
    place = quotation - 1
    mark = text_at(tokens, place)
    if mark in (":", ","):
        place -= 1
    verb: int | None = None
    if _is_verb(tokens, place):
        verb = place
    elif mark == ":" or mark in grammar.that:
        verb = _verb_before(tokens, quotation - 2, grammar)
    elif mark == ",":
        return _attribution_by_opening_phrase(tokens, place, grammar)
    return None if verb is None else subject_of(tokens, verb, grammar)


def _attribution_by_opening_phrase(tokens: Sequence[Token], end: int, grammar: SpeechGrammar) -> Attribution | None:
    """Who says what follows `Según Lavrov,` at the beginning of a clause."""
    for start in range(end, max(-1, end - _LONGEST_SUBJECT), -1):
        name = _behind_according(tokens, start, grammar)
        if name > start:
            found = _attribution_by_phrase(tokens, name, grammar)
            return found if found.speaker is not None and found.speaker.end <= tokens[end].end else _UNKNOWN
        if tokens[start].kind == "quotation" or tokens[start].text in ".;:":
            return None
    return None


def subject_of(tokens: Sequence[Token], verb: int, grammar: SpeechGrammar) -> Attribution:
    """Who says what a verb tells, wherever the subject stands; that of the verb before where `y` joins both."""
    if _is_said_by_nobody(tokens, verb, grammar):
        return _UNKNOWN
    before = subject_before(tokens, verb, grammar)
    if before is not None:
        return _named(before)
    place = place_before_verb(tokens, verb, grammar)
    behind = subject_behind(tokens, verb, grammar)
    if behind is not None:
        return _named(behind)
    if text_at(tokens, place) in grammar.relatives:
        return _named(_antecedent(tokens, place, grammar))
    if text_at(tokens, place) in grammar.joining and place > 0:
        earlier = next((at for at in range(place, -1, -1) if tokens[at].kind == "verb"), None)
        return _UNKNOWN if earlier is None else subject_of(tokens, earlier, grammar)
    if has_omitted_subject(tokens, verb, grammar) or text_at(tokens, verb + 1) in grammar.that:
        return _OMITTED if place < 0 else _UNKNOWN
    return _UNKNOWN


def _antecedent(tokens: Sequence[Token], pronoun: int, grammar: SpeechGrammar) -> Token | None:
    """The speaker whom `quien` takes up: `dijo Lavrov, quien añadió`, `dijo Lavrov, ministro ruso, quien añadió`."""
    for verb in range(pronoun - 1, -1, -1):
        if tokens[verb].kind == "verb":
            speaker = subject_behind(tokens, verb, grammar)
            between = [] if speaker is None else [t for t in tokens[verb:pronoun] if t.start >= speaker.end]
            is_next = [token.text for token in between] == [","]
            commas = [place for place, token in enumerate(between) if token.text == ","]
            is_behind_apposition = commas == [0, len(between) - 1] and grammar.that.isdisjoint(t.text for t in between)
            return speaker if is_next or is_behind_apposition else None
    return None


def attributions(tokens: Sequence[Token], grammar: SpeechGrammar) -> dict[int, Attribution]:
    """For each quotation, by its place among the tokens, who says it."""
    found: dict[int, Attribution] = {}
    last: int | None = None
    for place, token in enumerate(tokens):
        if token.kind != "quotation":
            continue
        told = _attribution_behind(tokens, place, grammar)
        if told is None or told == _OMITTED:
            told = _attribution_before(tokens, place, grammar) or told
        if told is None and last is not None and _goes_on(tokens, last, place):
            told = found[last]
        if told == _OMITTED and any(earlier.kind == "name" for earlier in tokens[:place]):
            told = _UNKNOWN  # the name may be the subject
        found[place] = told or _UNKNOWN
        last = place
    return found


def _goes_on(tokens: Sequence[Token], first: int, second: int) -> bool:
    """Whether a quotation is interrupted only by who says it: `“…”, dijo Lavrov, “…”`."""
    between = tokens[first + 1 : second]
    verbs = sum(token.kind == "verb" for token in between)
    return verbs == 1 and between[-1].text in (",", ":", ".") and between[0].text == ","
