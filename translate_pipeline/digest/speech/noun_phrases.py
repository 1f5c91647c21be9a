"""Which name a noun phrase is about: `el ministro de Exteriores ruso, Serguéi Lavrov` is about Serguéi Lavrov."""

from __future__ import annotations

from translate_pipeline.digest.speech.grammar import media_names
from translate_pipeline.digest.speech.place_names import is_place
from translate_pipeline.digest.speech.sentence import SpeechSentence, Token

_LONGEST_PHRASE = 16
_LONGEST_BRACKET = 12
_APOSTROPHES = ("'", "’")


def named_by_phrase(sentence: SpeechSentence, first: int) -> Token | None:
    """The name that a noun phrase is about; None where it has none or may be about another.

    Args:
        sentence: the sentence.
        first: the place of the phrase's first token.
    """
    grammar, tokens = sentence.grammar, sentence.tokens
    if sentence.is_a("name", first):
        return tokens[first] if is_one_speaker(sentence, first) else None
    if sentence.at(first) not in grammar.determiners:
        return None
    place, had_comma = first + 1, False
    while place < min(first + _LONGEST_PHRASE, len(tokens)):
        token = tokens[place]
        if token.kind == "name" and not is_governed(sentence, place) and not _is_modifier(sentence, place):
            is_whole = is_one_speaker(sentence, place) and (not had_comma or _is_full_name(token))
            return token if is_whole else None
        if token.text == "(":
            behind = behind_brackets(sentence, place)
            if behind == place:
                return None
            place = behind
            continue
        if token.text == "," and not had_comma:
            had_comma = True
            if not sentence.is_a("name", place + 1) and sentence.at(place + 1) not in grammar.determiners:
                return None
        elif token.kind not in ("name", "word") or token.text in grammar.not_in_phrase:
            return None
        place += 1
    return None


def is_governed(sentence: SpeechSentence, place: int) -> bool:
    """Whether a preposition governs the name at a place: `del presidente Putin`."""
    grammar = sentence.grammar
    for before in range(place - 1, -1, -1):
        if not sentence.is_a("word", before) or sentence.at(before) in grammar.clause_openers - grammar.prepositions:
            return False
        if sentence.at(before) in grammar.prepositions:
            return True
        if sentence.at(before) in grammar.determiners:
            return sentence.at(before - 1) in grammar.prepositions
    return False


def is_one_speaker(sentence: SpeechSentence, place: int) -> bool:
    """Whether the name at a place stands for itself: no medium, no possessive, no first name of a list."""
    grammar, words = sentence.grammar, sentence.at(place).lower().split()
    if " ".join(words) in media_names() or words[0] in grammar.media_words:
        return False
    if any(sentence.at(before) in grammar.media_words for before in (place - 1, place - 2)):
        return False
    if sentence.at(place + 1) in _APOSTROPHES or _is_modifier(sentence, place):
        return False
    return not (sentence.at(place + 1) in grammar.conjunctions and sentence.is_a("name", place + 2))


def _is_modifier(sentence: SpeechSentence, place: int) -> bool:
    """Whether a name only describes the noun behind it, as in English: `a Deutsche Bank spokesman`."""
    grammar = sentence.grammar
    if not grammar.is_english or not sentence.is_a("word", place + 1):
        return False
    known = (grammar.prepositions, grammar.clause_openers, grammar.adverbs, grammar.conjunctions, grammar.auxiliaries)
    return not any(sentence.at(place + 1) in words for words in known)


def _is_full_name(token: Token) -> bool:
    """Whether a name behind a comma names a person: no second place (`Estocolmo, Suecia`), no short form of a body."""
    return len(token.text.split()) > 1 and not token.text.isupper() and not is_place(token.text)


def behind_brackets(sentence: SpeechSentence, place: int) -> int:
    """The place behind a bracket that opens at a place; the place itself where it is long or does not close."""
    for end in range(place + 1, place + _LONGEST_BRACKET):
        if sentence.at(end) == ")":
            return end + 1
    return place
