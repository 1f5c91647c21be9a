"""A sentence as it is read for who speaks: words, names, verbs of speech, quotations and marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from translate_pipeline.digest.speech.grammar import SpeechGrammar, speech_grammar
from translate_pipeline.digest.speech.names import speaker_spans
from translate_pipeline.digest.speech.quoted_text import QuotedSpan

TokenKind = Literal["word", "number", "name", "verb", "quotation", "mark"]
# Stands for the letters of a quotation: no letter, no space and no mark.
_BLANK = "\ue000"
_TOKEN = re.compile(rf"{_BLANK}+|\w+(?:[-'’&]\w+)*|[^\w\s]")
_ABBREVIATIONS = frozenset("d dr dra sr sra srta mr mrs ms gen gral sen gov rep prof lt col sgt st".split())


class Token(NamedTuple):
    """A word in lower case, a name, a verb of speech, a whole quotation or a punctuation mark, with its offsets."""

    kind: TokenKind
    text: str
    start: int
    end: int


@dataclass(frozen=True)
class SpeechSentence:
    """The tokens of one or several sentences, and the words of their language.

    What stands where is told by places among the tokens; outside of them there is nothing.
    """

    tokens: Sequence[Token]
    grammar: SpeechGrammar

    def at(self, place: int) -> str:
        """The text of a token; empty outside of the sentence, and for a quotation."""
        return self.tokens[place].text if 0 <= place < len(self.tokens) else ""

    def is_a(self, kind: TokenKind, place: int) -> bool:
        """Whether a token of a kind stands at a place."""
        return 0 <= place < len(self.tokens) and self.tokens[place].kind == kind

    def places_of(self, kind: TokenKind) -> list[int]:
        """The places of all tokens of a kind."""
        return [place for place, token in enumerate(self.tokens) if token.kind == kind]


def speech_sentence(
    text: str, quotations: Sequence[QuotedSpan], language: str, known: frozenset[str]
) -> SpeechSentence:
    """One or several sentences as they are read for who speaks.

    Args:
        text: the sentences.
        quotations: where they quote; nothing inside is looked at.
        language: its code.
        known: words that are names elsewhere in the article.
    """
    grammar = speech_grammar(language)
    for start, end in quotations:
        text = f"{text[:start]}{_BLANK * (end - start)}{text[end:]}"
    tokens: list[Token] = []
    for token in _plain_tokens(text, speaker_spans(text, language, known)):
        if token.kind == "word" and token.text in grammar.participles and _ends_with(tokens, grammar.auxiliaries):
            tokens[-1] = Token("verb", token.text, tokens[-1].start, token.end)
        elif token.kind == "word" and _is_verb(token.text, tokens, grammar):
            tokens.append(token._replace(kind="verb"))
        else:
            tokens.append(token)
    return SpeechSentence(tokens, grammar)


def _plain_tokens(text: str, names: Sequence[tuple[int, int]]) -> Iterator[Token]:
    """The tokens without regard to verbs."""
    place, shown, last = 0, -1, ""
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        while place < len(names) and names[place][1] <= start:
            place += 1
        if place < len(names) and names[place][0] <= start:
            if shown != place:
                shown, last = place, ""
                yield Token("name", text[slice(*names[place])], *names[place])
            continue
        word = match.group().lower()
        if word[0] == _BLANK:
            yield Token("quotation", "", start, end)
        elif word[0].isalnum():
            yield Token("number" if word[0].isdigit() else "word", word, start, end)
        elif word != "." or last not in _ABBREVIATIONS:
            yield Token("mark", word, start, end)
        last = word


def _ends_with(tokens: Sequence[Token], words: frozenset[str]) -> bool:
    return bool(tokens) and tokens[-1].text in words


def _is_verb(word: str, before: Sequence[Token], grammar: SpeechGrammar) -> bool:
    """Whether a word is a verb of speech behind the tokens before it: `denuncia` is one behind a quotation."""
    if word in grammar.verbs:
        return True
    if word not in grammar.verbs_behind_quotation:
        return False
    place = len(before) - 1
    while place >= 0 and before[place].text in grammar.clitics:
        place -= 1
    if place >= 0 and before[place].text in grammar.behind_quotation:
        place -= 1
    return place >= 0 and before[place].kind == "quotation"
