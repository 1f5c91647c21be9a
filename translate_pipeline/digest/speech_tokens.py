"""A sentence as it is read for who speaks: words, names, verbs of speech, quotations and marks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from translate_pipeline.digest.english_names import english_names
from translate_pipeline.digest.quoted_text import QuotedSpan
from translate_pipeline.digest.speech_grammar import SpeechGrammar, media_names
from translate_pipeline.names import NameSpan, recognise

TokenKind = Literal["word", "number", "name", "verb", "quotation", "mark"]
# Stands for the letters of a quotation: no letter, no space and no mark.
_BLANK = "\ue000"
_TOKEN = re.compile(rf"{_BLANK}+|\w+(?:[-'’&]\w+)*|[^\w\s]")
_ABBREVIATIONS = frozenset("d dr dra sr sra srta mr mrs ms gen gral sen gov rep prof lt col sgt st".split())
# Capitals make no names of these: Primer Ministro, Presidente Constitucional.
_OFFICES = frozenset(
    "primer primera presidente presidenta vicepresidente vicepresidenta ministro ministra gobernador gobernadora "
    "secretario secretaria rey reina papa director directora jefe jefa fiscal juez jueza alcalde alcaldesa "
    "embajador embajadora canciller portavoz vocero vocera senador senadora diputado diputada sumo santo su majestad alteza santidad "
    "excelencia".split()
)


_COMMON_ACRONYMS = frozenset({"ONG", "ONGs", "CEO", "EEUU", "PIB", "ADN"})
# Inside a sentence a capital makes the article a part of the name.
_ARTICLE_OF_NAME = re.compile(r"(?<=[a-záéíóúñ,] )(?:La|El|Los|Las) $")


class Token(NamedTuple):
    """A word in lower case, a name, a verb of speech, a whole quotation or a punctuation mark, with its place."""

    kind: TokenKind
    text: str
    start: int
    end: int


def _is_concrete(span: NameSpan) -> bool:
    """Whether a name says which person or body is meant: `Ministerio de Defensa` does, `Gobierno` does not."""
    if span.text in _COMMON_ACRONYMS:
        return False
    if span.kind == "acronym" or span.distinctive:
        return True
    return len(span.words) > 1 and span.words[0].lower() not in _OFFICES


def _names(text: str, language: str, known: frozenset[str]) -> list[tuple[int, int]]:
    """The places of the names, each whole: `La Rue`, and without the agency before it: `AFP`, `Mona Abdel Moneim`."""
    if language[:2] == "en":
        return [(name.start, name.end) for name in english_names(text, known)]
    names: list[tuple[int, int]] = []
    for span in recognise(text):
        if not _is_concrete(span):
            continue
        start = span.start
        article = _ARTICLE_OF_NAME.search(text, 0, start)
        if article:
            start = article.start()
        elif names and names[-1][1] + 1 == start and (agency := _behind_agency(text[slice(*names[-1])])):
            begin, _ = names.pop()
            names.append((begin, begin + agency - 1))
            start = begin + agency
        names.append((start, span.end))
    return names


def _behind_agency(name: str) -> int:
    """The length of an agency's name and a space, where more words follow them; else 0."""
    first, _, rest = name.partition(" ")
    return len(first) + 1 if rest and first.lower() in media_names() else 0


def _plain_tokens(text: str, language: str, known: frozenset[str]) -> list[Token]:
    names = _names(text, language, known)
    tokens: list[Token] = []
    place = 0
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        while place < len(names) and names[place][1] <= start:
            place += 1
        if place < len(names) and names[place][0] <= start:
            if not tokens or tokens[-1].start != names[place][0]:
                tokens.append(Token("name", text[slice(*names[place])], *names[place]))
            continue
        word = match.group().lower()
        if word[0] == _BLANK:
            tokens.append(Token("quotation", "", start, end))
        elif not word[0].isalnum():
            is_of_abbreviation = word == "." and tokens and tokens[-1].text in _ABBREVIATIONS
            if not is_of_abbreviation:
                tokens.append(Token("mark", word, start, end))
        else:
            tokens.append(Token("number" if word[0].isdigit() else "word", word, start, end))
    return tokens


def _is_behind_quotation(tokens: Sequence[Token], grammar: SpeechGrammar) -> bool:
    """Whether nothing but a mark and unstressed pronouns divides what follows from a quotation."""
    place = len(tokens) - 1
    while place >= 0 and tokens[place].text in grammar.clitics:
        place -= 1
    if place >= 0 and tokens[place].kind == "mark" and tokens[place].text in ",.":
        place -= 1
    return place >= 0 and tokens[place].kind == "quotation"


def speech_tokens(
    text: str, quotations: Sequence[QuotedSpan], language: str, grammar: SpeechGrammar, known: frozenset[str]
) -> list[Token]:
    """The tokens of one or several sentences.

    Args:
        text: the sentences.
        quotations: where they quote; nothing inside is looked at.
        language: code of the text's language.
        grammar: the words of that language.
        known: words that are names elsewhere in the article.
    """
    for start, end in quotations:
        text = f"{text[:start]}{_BLANK * (end - start)}{text[end:]}"
    tokens: list[Token] = []
    for token in _plain_tokens(text, language, known):
        if token.kind != "word":
            tokens.append(token)
        elif token.text in grammar.participles and tokens and tokens[-1].text in grammar.auxiliaries:
            auxiliary = tokens.pop()
            tokens.append(Token("verb", token.text, auxiliary.start, token.end))
        elif token.text in grammar.verbs or (
            token.text in grammar.verbs_behind_quotation and _is_behind_quotation(tokens, grammar)
        ):
            tokens.append(Token("verb", token.text, token.start, token.end))
        else:
            tokens.append(token)
    return tokens
