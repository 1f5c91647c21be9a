"""Which glossary entries are in a text, and which others they keep out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from translate_pipeline.document import TermMatch
from translate_pipeline.glossary.compiled import TOKEN
from translate_pipeline.glossary.entry import GlossaryEntry
from translate_pipeline.glossary.glossary import Glossary
from translate_pipeline.glossary.inflection import without_accents

_LONGEST_ENDING = 2


@dataclass(frozen=True)
class FoundTerm:
    """A term in a text, and the entries that would match there were it not for this one."""

    match: TermMatch
    shadowed: tuple[TermMatch, ...]


def look_up(text: str, entries: Sequence[GlossaryEntry], source: str, target: str) -> list[FoundTerm]:
    """The terms of a text in order.

    Args:
        text: text in the source language.
        entries: the glossaries in order of precedence.
        source, target: the language codes, which decide how common nouns are inflected.
    """
    candidates = _possible(text, entries)
    matches = Glossary(candidates, source, target).find(text)
    shadowed: dict[int, list[TermMatch]] = {number: [] for number in range(len(matches))}
    found = list(matches)
    while found:
        taken = {match.entry for match in found}
        candidates = [entry for entry in candidates if entry not in taken]
        found = Glossary(candidates, source, target).find(text)
        for match in found:
            for number, winner in enumerate(matches):
                if match.start < winner.end and winner.start < match.end:
                    shadowed[number].append(match)
    return [FoundTerm(match, tuple(shadowed[number])) for number, match in enumerate(matches)]


def _possible(text: str, entries: Sequence[GlossaryEntry]) -> list[GlossaryEntry]:
    """The entries with a form whose first word may be inflected to a word of the text, so that few are compiled."""
    words = {_plain(word) for word in TOKEN.findall(text)}
    beginnings = {word[:length] for word in words for length in range(1, len(word) + 1)}
    return [entry for entry in entries if any(_stem(form) in beginnings for form in entry.forms)]


def _stem(form: str) -> str:
    """The first word without what number and gender change: `luz` and `luces` have `lu` in common."""
    match = TOKEN.search(form)
    word = _plain(match.group()) if match else ""
    return word[: max(len(word) - _LONGEST_ENDING, min(len(word), _LONGEST_ENDING))]


def _plain(word: str) -> str:
    return without_accents(word.casefold())
