"""Which name a noun phrase is about: `el ministro de Exteriores ruso, Serguéi Lavrov` is about Serguéi Lavrov."""

from __future__ import annotations

from collections.abc import Sequence

from translate_pipeline.digest.place_names import is_place
from translate_pipeline.digest.speech_grammar import SpeechGrammar, media_names
from translate_pipeline.digest.speech_tokens import Token

_LONGEST_PHRASE = 16
_LONGEST_BRACKET = 12
_APOSTROPHES = ("'", "’")


def text_at(tokens: Sequence[Token], place: int) -> str:
    """The text of a token; empty outside of the sentence."""
    return tokens[place].text if 0 <= place < len(tokens) else ""


def is_name(tokens: Sequence[Token], place: int) -> bool:
    """Whether a name stands at a place."""
    return 0 <= place < len(tokens) and tokens[place].kind == "name"


def is_governed(tokens: Sequence[Token], place: int, grammar: SpeechGrammar) -> bool:
    """Whether a preposition governs the name at a place: `del presidente Putin`."""
    place -= 1
    while place >= 0 and tokens[place].kind == "word":
        word = tokens[place].text
        if word in grammar.prepositions:
            return True
        if word in grammar.determiners:
            return text_at(tokens, place - 1) in grammar.prepositions
        if word in grammar.clause_openers:
            return False
        place -= 1
    return False


def is_one_speaker(tokens: Sequence[Token], place: int, grammar: SpeechGrammar) -> bool:
    """Whether the name at a place stands for itself: no medium, no possessive, no first name of a list."""
    words = tokens[place].text.lower().split()
    if " ".join(words) in media_names() or words[0] in grammar.media_words:
        return False
    if any(text_at(tokens, before) in grammar.media_words for before in (place - 1, place - 2)):
        return False
    following = text_at(tokens, place + 1)
    if following in _APOSTROPHES or _is_modifier(tokens, place, grammar):
        return False
    return not (following in grammar.conjunctions and is_name(tokens, place + 2))


def _is_modifier(tokens: Sequence[Token], place: int, grammar: SpeechGrammar) -> bool:
    """Whether a name only describes the noun behind it, as in English: `a Deutsche Bank spokesman`."""
    if not grammar.names_modify_nouns or place + 1 >= len(tokens) or tokens[place + 1].kind != "word":
        return False
    following = tokens[place + 1].text
    known = (grammar.prepositions, grammar.clause_openers, grammar.adverbs, grammar.conjunctions, grammar.auxiliaries)
    return not any(following in words for words in known)


def _is_full_name(token: Token) -> bool:
    """Whether a name behind a comma names a person: no second place (`Estocolmo, Suecia`), no short form of a body."""
    words = token.text.split()
    return len(words) > 1 and not token.text.isupper() and not is_place(token.text)


def behind_brackets(tokens: Sequence[Token], place: int) -> int:
    """The place behind a bracket that opens at a place; the place itself where it is long or does not close."""
    for end in range(place + 1, min(place + _LONGEST_BRACKET, len(tokens))):
        if tokens[end].text == ")":
            return end + 1
    return place


def named_by_phrase(tokens: Sequence[Token], first: int, grammar: SpeechGrammar) -> Token | None:
    """The name that a noun phrase is about; None where it has none or may be about another.

    Args:
        tokens: a sentence.
        first: the place of the phrase's first token.
        grammar: the words of its language.
    """
    if is_name(tokens, first):
        return tokens[first] if is_one_speaker(tokens, first, grammar) else None
    if text_at(tokens, first) not in grammar.determiners:
        return None
    place, had_comma = first + 1, False
    while place < min(first + _LONGEST_PHRASE, len(tokens)):
        token = tokens[place]
        if token.kind == "name" and not is_governed(tokens, place, grammar):
            is_whole = is_one_speaker(tokens, place, grammar) and (not had_comma or _is_full_name(token))
            return token if is_whole else None
        if token.text == "(":
            behind = behind_brackets(tokens, place)
            if behind == place:
                return None
            place = behind
            continue
        if token.text == "," and not had_comma:
            had_comma = True
            if not is_name(tokens, place + 1) and text_at(tokens, place + 1) not in grammar.determiners:
                return None
        elif token.kind not in ("name", "word") or token.text in grammar.not_in_phrase:
            return None
        place += 1
    return None
