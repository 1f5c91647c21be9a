"""Who does what a verb of speech says: the name before it or behind it."""

from __future__ import annotations

from collections.abc import Sequence

from translate_pipeline.digest.noun_phrases import (
    behind_brackets,
    is_governed,
    is_name,
    is_one_speaker,
    named_by_phrase,
    text_at,
)
from translate_pipeline.digest.speech_grammar import SpeechGrammar
from translate_pipeline.digest.speech_tokens import Token

_OPENINGS = {",": ",", ")": "(", "—": "—", "–": "–"}
_LONGEST_INSERTION = 18
_MOST_WORDS_OF_LISTENER = 4
_MOST_WORDS_OF_CHANNEL = 6


def _is_adverb(word: str, grammar: SpeechGrammar) -> bool:
    return word in grammar.adverbs or word.endswith(("mente", "ly"))


def _behind_day(tokens: Sequence[Token], place: int, grammar: SpeechGrammar) -> int:
    """The place behind `este lunes` or `on Monday`."""
    start = place
    while text_at(tokens, place) in grammar.before_weekday:
        place += 1
    return place + 1 if text_at(tokens, place) in grammar.weekdays else start


def _behind_listener(tokens: Sequence[Token], place: int, grammar: SpeechGrammar) -> int:
    """The place behind `a la agencia Efe` or `a los periodistas`."""
    if text_at(tokens, place) not in grammar.to:
        return place
    listener = place + 1
    while text_at(tokens, listener) in grammar.articles:
        listener += 1
    if text_at(tokens, listener) in grammar.listeners:
        return listener + 1
    is_medium = text_at(tokens, listener) in grammar.media_words
    for end in range(listener, min(listener + _MOST_WORDS_OF_LISTENER if is_medium else listener + 1, len(tokens))):
        if tokens[end].kind in ("name", "quotation"):
            return end + 1
        if tokens[end].kind != "word":
            break
    return listener + 1 if is_medium else place


def _behind_channel(tokens: Sequence[Token], place: int, grammar: SpeechGrammar) -> int:
    """The place behind `en una rueda de prensa`."""
    if text_at(tokens, place) not in grammar.by:
        return place
    for end in range(place + 1, min(place + 1 + _MOST_WORDS_OF_CHANNEL, len(tokens))):
        if text_at(tokens, end) in grammar.channels:
            behind = end + 1
            while text_at(tokens, behind) in grammar.channels | grammar.of_channel and (
                text_at(tokens, behind) in grammar.channels or text_at(tokens, behind + 1) in grammar.channels
            ):
                behind += 1
            return behind
        if tokens[end].kind != "word":
            break
    return place


def behind_adverbials(tokens: Sequence[Token], place: int, grammar: SpeechGrammar) -> int:
    """The place behind what says when, to whom and how something was said, also between commas."""
    while place < len(tokens):
        start = place
        place += _is_adverb(text_at(tokens, place), grammar)
        place = _behind_day(tokens, place, grammar)
        place = _behind_listener(tokens, place, grammar)
        place = _behind_channel(tokens, place, grammar)
        if place == start and text_at(tokens, place) == ",":
            behind = behind_adverbials(tokens, place + 1, grammar)
            if behind > place + 1 and text_at(tokens, behind) == ",":
                place = behind + 1
        if place == start:
            break
    return place


def subject_behind(tokens: Sequence[Token], verb: int, grammar: SpeechGrammar) -> Token | None:
    """The name of who speaks, behind the verb: `dijo este lunes a Efe el ministro ruso, Serguéi Lavrov`."""
    return named_by_phrase(tokens, behind_adverbials(tokens, verb + 1, grammar), grammar)


def has_omitted_subject(tokens: Sequence[Token], verb: int, grammar: SpeechGrammar) -> bool:
    """Whether nothing behind the verb can be its subject: `añadió en un comunicado`."""
    if not grammar.after_omitted_subject:
        return False
    place = behind_adverbials(tokens, verb + 1, grammar)
    following = text_at(tokens, place)
    if following not in grammar.after_omitted_subject:
        return not following or not following[0].isalnum()
    for at in range(place + 1, len(tokens)):
        if tokens[at].kind in ("mark", "quotation", "verb") or tokens[at].text in grammar.clause_openers:
            break
        before = text_at(tokens, at - 1)
        if tokens[at].text in grammar.articles and before not in grammar.prepositions:
            return False
        if tokens[at].kind == "name" and not is_governed(tokens, at, grammar):
            return False
    return True


def place_before_verb(tokens: Sequence[Token], verb: int, grammar: SpeechGrammar) -> int:
    """The place of the last token before a verb that is neither its pronoun nor an adverb; -1 where there is none."""
    place = verb - 1
    while place >= 0 and tokens[place].kind == "word":
        word = tokens[place].text
        if word in grammar.negations or not (word in grammar.clitics or _is_adverb(word, grammar)):
            break
        place -= 1
    return place


def subject_before(tokens: Sequence[Token], verb: int, grammar: SpeechGrammar) -> Token | None:
    """The name of who speaks, before the verb: `Lavrov, ministro de Exteriores, dijo`."""
    place = place_before_verb(tokens, verb, grammar)
    if is_name(tokens, place):
        return tokens[place] if _is_subject(tokens, place, grammar) else None
    if text_at(tokens, place) in _OPENINGS:
        return _subject_before_insertion(tokens, place, grammar)
    return None


def _subject_before_insertion(tokens: Sequence[Token], end: int, grammar: SpeechGrammar) -> Token | None:
    """The name before an insertion, or the one that is the insertion: `el ministro ruso, Serguéi Lavrov, dijo`."""
    opening = _OPENINGS[tokens[end].text]
    begin = end - 1
    while begin >= 0 and tokens[begin].text != opening:
        if tokens[begin].kind in ("verb", "quotation") or end - begin > _LONGEST_INSERTION:
            return None
        if tokens[begin].text == ")":
            begin = _opening_bracket(tokens, begin)
        begin -= 1
    if begin < 1:
        return None
    inserted = named_by_phrase(tokens, begin + 1, grammar)
    if inserted is not None and inserted is tokens[end - 1]:
        is_apposition = opening == "," and _begins_with_determiner(tokens, begin, grammar)
        return inserted if is_apposition else None
    if is_name(tokens, begin + 1) or not is_name(tokens, begin - 1):
        return None
    return tokens[begin - 1] if _is_subject(tokens, begin - 1, grammar) else None


def _opening_bracket(tokens: Sequence[Token], place: int) -> int:
    for begin in range(place - 1, -1, -1):
        if tokens[begin].text == "(" and behind_brackets(tokens, begin) == place + 1:
            return begin
    return place


def _is_subject(tokens: Sequence[Token], place: int, grammar: SpeechGrammar) -> bool:
    """Whether the name at a place is what its clause is about."""
    if not is_one_speaker(tokens, place, grammar):
        return False
    before = text_at(tokens, place - 1)
    if before in grammar.conjunctions and is_name(tokens, place - 2):
        return False
    if not before or not before[0].isalnum() or before in grammar.clause_openers:
        return True
    if is_governed(tokens, place, grammar):
        return False
    start = _clause_start(tokens, place, grammar)
    region = tokens[start:place]
    is_phrase = region[0].text in grammar.determiners
    return is_phrase or not any(token.text in grammar.prepositions for token in region)


def _clause_start(tokens: Sequence[Token], end: int, grammar: SpeechGrammar) -> int:
    """Where the clause begins that a place is in, as far as marks, conjunctions and verbs of speech tell."""
    place = end
    while place > 0:
        token = tokens[place - 1]
        if token.text == ")":
            place = _opening_bracket(tokens, place - 1)
            continue
        if token.kind not in ("word", "name", "number") or token.text in grammar.clause_openers:
            break
        place -= 1
    return place


def _begins_with_determiner(tokens: Sequence[Token], end: int, grammar: SpeechGrammar) -> bool:
    """Whether the clause before a place is a noun phrase with its article, as far as its beginning tells."""
    start = _clause_start(tokens, end, grammar)
    return start < end and tokens[start].text in grammar.determiners
