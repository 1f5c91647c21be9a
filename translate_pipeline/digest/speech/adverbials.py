"""What stands between a verb of speech and its subject: when, to whom and how something was said."""

from __future__ import annotations

from translate_pipeline.digest.speech.sentence import SpeechSentence

_ADVERB_ENDINGS = ("mente", "ly")
_MOST_WORDS_OF_LISTENER = 4
_MOST_WORDS_OF_CHANNEL = 6


def is_adverb(sentence: SpeechSentence, place: int) -> bool:
    """Whether a word at a place may stand between a verb and its subject."""
    word = sentence.at(place)
    return word in sentence.grammar.adverbs or word.endswith(_ADVERB_ENDINGS)


def behind_adverbials(sentence: SpeechSentence, place: int) -> int:
    """The place behind all adverbials at a place, also between commas: `dijo, por su parte, Lavrov`."""
    while place < len(sentence.tokens):
        start = place
        place += is_adverb(sentence, place)
        place = _behind_day(sentence, place)
        place = _behind_listener(sentence, place)
        place = _behind_channel(sentence, place)
        if place == start and sentence.at(place) == ",":
            behind = behind_adverbials(sentence, place + 1)
            if behind > place + 1 and sentence.at(behind) == ",":
                place = behind + 1
        if place == start:
            break
    return place


def _behind_day(sentence: SpeechSentence, place: int) -> int:
    """The place behind `este lunes` or `on Monday`."""
    day = place
    while sentence.at(day) in sentence.grammar.before_weekday:
        day += 1
    return day + 1 if sentence.at(day) in sentence.grammar.weekdays else place


def _behind_listener(sentence: SpeechSentence, place: int) -> int:
    """The place behind `a la agencia Efe` or `a los periodistas`."""
    grammar = sentence.grammar
    if sentence.at(place) not in grammar.to:
        return place
    listener = place + 1
    while sentence.at(listener) in grammar.articles:
        listener += 1
    if sentence.at(listener) in grammar.listeners:
        return listener + 1
    is_medium = sentence.at(listener) in grammar.media_words
    for end in range(listener, listener + _MOST_WORDS_OF_LISTENER if is_medium else listener + 1):
        if sentence.is_a("name", end) or sentence.is_a("quotation", end):
            return end + 1
        if not sentence.is_a("word", end):
            break
    return listener + 1 if is_medium else place


def _behind_channel(sentence: SpeechSentence, place: int) -> int:
    """The place behind `en una rueda de prensa`."""
    grammar = sentence.grammar
    if sentence.at(place) not in grammar.by:
        return place
    for end in range(place + 1, place + 1 + _MOST_WORDS_OF_CHANNEL):
        if sentence.at(end) in grammar.channels:
            behind = end + 1
            while sentence.at(behind) in grammar.channels or (
                sentence.at(behind) in grammar.of_channel and sentence.at(behind + 1) in grammar.channels
            ):
                behind += 1
            return behind
        if not sentence.is_a("word", end):
            break
    return place
