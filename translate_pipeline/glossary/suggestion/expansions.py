"""Acronyms with what they are short for: `Agencia de la ONU para los Refugiados (Acnur)`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from translate_pipeline.names import NameSpan, is_common_word

_ACRONYM = r"(?:[A-ZÁÉÍÓÚÑ][\wÁÉÍÓÚÑáéíóúñ-]{1,11})"
_IN_PARENTHESES = re.compile(
    rf"\s\(({_ACRONYM})(?:,? (?:por sus siglas|siglas)(?: en \w+)?|, en inglés|, [a-zé ]{{3,40}})?\)"
)
_BETWEEN_PARENTHESES = re.compile(r"\(([^()]{8,120})\)")
_SHORTENED_FROM_ANOTHER_LANGUAGE = re.compile(r"siglas en|en inglés")
_LEAST_WORDS = 2
_LONGEST_GAP = 25


def _letters(text: str) -> str:
    plain = unicodedata.normalize("NFD", text)
    return "".join(ch for ch in plain if ch.isalnum()).lower()


def _is_short_for(acronym: str, words: Sequence[str]) -> bool:
    """Whether an acronym is made of the initials of words, in their order; one letter in four may be another."""
    wanted = _letters(acronym)
    position = 0
    for word in words:
        if position < len(wanted) and _letters(word)[:1] == wanted[position]:
            position += 1
    return position >= len(wanted) - (len(wanted) > 3)


def _is_spoken_form_of(acronym: str, words: Sequence[str]) -> bool:
    """Whether an acronym that is written as a word has its letters from a body's name: `Acnur`, `Cofepris`."""
    letters = iter(_letters("".join(words)))
    return not acronym.isupper() and is_common_word(words[0]) and all(ch in letters for ch in _letters(acronym))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def find_expansions(text: str, spans: Sequence[NameSpan]) -> Iterator[tuple[str, str]]:
    """Acronyms of a paragraph with their expansions.

    Args:
        text: a paragraph.
        spans: the names in it.
    """
    for match in _IN_PARENTHESES.finditer(text):
        before = [s for s in spans if s.end <= match.start() and match.start() - s.end <= _LONGEST_GAP]
        acronym = match.group(1)
        full = [s for s in before if len(s.words) >= _LEAST_WORDS and _is_short_for(acronym, s.words)]
        if not full and before and before[-1].end == match.start() and len(before[-1].words) > _LEAST_WORDS:
            full = [before[-1]] if _is_spoken_form_of(acronym, before[-1].words) else []
        if not full and _SHORTENED_FROM_ANOTHER_LANGUAGE.search(match.group()):
            full = [s for s in before if len(s.words) > _LEAST_WORDS]
        if full:
            yield acronym, " ".join(full[-1].text.split())
    for match in _BETWEEN_PARENTHESES.finditer(text):
        before = [s for s in spans if s.end == match.start() - 1 and len(s.words) == 1]
        words = _words(match.group(1))
        if before and match.group(1)[0].isupper() and _is_short_for(before[0].text, words):
            yield before[0].text, " ".join(match.group(1).split())
