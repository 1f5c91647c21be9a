"""Names in English text, as far as capitals and titles alone make them certain."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from translate_pipeline.language import function_words

_ABBREVIATION = r"(?:Brig|Gen|Sen|Rep|Gov|Lt|Col|Maj|Capt|Sgt|Dr|Mr|Mrs|Ms|Prof|St)\."
_WORD = rf"{_ABBREVIATION}|[A-Z][\w’'.-]*\w|[A-Z]\."
_PARTICLE = r"(?:de|del|della|da|dos|du|van|von|der|den|bin|ibn|ben|al|el|of|of the|for|and)"
_RUN = re.compile(rf"(?<![\w’'-])(?:{_WORD})(?:(?: {_PARTICLE})? (?:{_WORD}))*")
_POSSESSIVE = re.compile(r"['’]s?$")
# Vienna-based Meder
_COMPOUND = re.compile(r"-[a-z]+$")
_BEGINS_SENTENCE = re.compile(r"(?:^|[.!?:…\"“”‘’'—–(\[]\s*)$")
# What stands before a person's name; all of a run up to the last of them is no part of the name.
_TITLES = frozenset(
    "brig brigadier majesty highness president vice prime minister secretary chancellor premier king queen prince "
    "princess pope cardinal archbishop bishop general gen colonel col major maj captain capt lieutenant lt "
    "sergeant sgt admiral commander chief senator sen representative rep congressman congresswoman governor gov "
    "mayor judge justice sheriff attorney ambassador professor prof doctor dr mr mrs ms miss sir lord lady dame "
    "rev reverend father sister brother spokesman spokeswoman spokesperson director chairman chairwoman chair "
    "coach officer detective deputy leader analyst correspondent editor imam sheikh ayatollah mp lawmaker foreign "
    "defence defense interior finance state".split()
)
_BODY_WORDS = frozenset("of for and agency ministry department office council committee commission party".split())


class EnglishName(NamedTuple):
    """A name: offsets into the text."""

    start: int
    end: int


def _words_of_run(match: re.Match[str]) -> list[tuple[str, int, int]]:
    return [
        (word.group(), match.start() + word.start(), match.start() + word.end())
        for word in re.finditer(r"\S+", match.group())
    ]


def _without_titles(words: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """What of a run is a name: nothing of `Secretary of State`, all of `Ministry of State`."""
    plain = [word.rstrip(".").lower() for word, _, _ in words]
    if any(word in _BODY_WORDS for word in plain):
        return [] if plain[0] in _TITLES else words
    last = max((place for place, word in enumerate(plain) if word in _TITLES), default=-1)
    words = words[last + 1 :]
    return words[1:] if words and _COMPOUND.search(words[0][0]) else words


def english_names(text: str, known: frozenset[str] = frozenset()) -> Iterator[EnglishName]:
    """The names of an English text, without titles; what may owe its capital to the beginning of a sentence is none.

    Args:
        text: one or several sentences.
        known: words that stand with a capital inside other sentences of the same article.
    """
    common = function_words("en")
    for match in _RUN.finditer(text):
        words = _words_of_run(match)
        begins = _BEGINS_SENTENCE.search(text, 0, match.start()) is not None
        while words and words[0][0].lower() in common:
            words, begins = words[1:], False
        words = _without_titles(words)
        if not words or (begins and len(words) == 1 and words[0][0] not in known):
            continue
        start, end = words[0][1], words[-1][2]
        possessive = _POSSESSIVE.search(text[start:end])
        yield EnglishName(start, end - len(possessive.group()) if possessive else end)
