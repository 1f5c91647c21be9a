"""Finds glossary terms in a sentence: the longest match, whole words only."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Any

from translate_pipeline.document import TermMatch
from translate_pipeline.glossary.compiled import CompiledGlossary, Row
from translate_pipeline.glossary.entry import GlossaryEntry

_TOKEN = re.compile(r"\w+|[^\w\s]")


def _has_case_of(text: str, form: str, case: str) -> bool:
    """A form matches as it is written, in capitals, or with a capital where it begins in lower case."""
    if text == form or case == "any":
        return True
    if case == "exact":
        return False
    if text.isupper() and sum(map(str.isalpha, text)) > 3:
        return True
    return form[0].islower() and text[0].isupper() and text[1:] == form[1:]


def _has_case_of_noun(text: str) -> bool:
    return text.islower() or text.isupper() or (text[0].isupper() and text[1:].islower())


class TermMatcher:
    """Looks up the words of a text in the tables of a compiled glossary: a few look-ups a word."""

    def __init__(self, compiled: CompiledGlossary) -> None:
        self._compiled = compiled
        self._plural_sources = frozenset(compiled.plural_sources)
        self._entries: dict[int, GlossaryEntry] = {}

    def entry(self, number: int) -> GlossaryEntry:
        """The entry of a number; made when it is first asked for."""
        if number not in self._entries:
            fields = self._compiled.entries[number]
            values: tuple[Any, ...] = (*fields[:2], tuple(fields[2]), *fields[3:])
            self._entries[number] = GlossaryEntry(*values)
        return self._entries[number]

    def find(self, text: str) -> list[TermMatch]:
        """The terms of `text` in order, without overlaps; of two that begin at one place the longer wins."""
        places = [(match.group(), match.start(), match.end()) for match in _TOKEN.finditer(text)]
        if not text.isascii():
            places = [(unicodedata.normalize("NFC", word), start, end) for word, start, end in places]
        folded = [word.casefold() for word, _, _ in places]
        lemmas = [self._compiled.lemmas.get(word, word) for word in folded] if self._compiled.inflected else folded
        found, index = [], 0
        while index < len(places):
            match = self._longest_at(text, places, folded, lemmas, index)
            if match is None:
                index += 1
            else:
                term, length = match
                found.append(term)
                index += length
        return found

    def _longest_at(
        self, text: str, places: list[tuple[str, int, int]], folded: list[str], lemmas: list[str], index: int
    ) -> tuple[TermMatch, int] | None:
        best: tuple[TermMatch, int] | None = None
        exact, inflected = self._compiled.exact, self._compiled.inflected
        for row in _rows(exact, folded, index):
            length, _, form, number = row
            if _stands(row, folded, index) and _has_case_of(
                " ".join(word for word, _, _ in places[index : index + length]), form, self._case(number)
            ):
                best = self._match(number, text, places, index, length), length
                break
        for row in _rows(inflected, lemmas, index):
            length, _, _, number = row
            if best is not None and length <= best[1]:
                break
            if _stands(row, lemmas, index):
                noun = " ".join(word for word, _, _ in places[index : index + length])
                plural = self._is_plural(folded[index], number)
                if _has_case_of_noun(noun) and (plural or number not in self._plural_sources):
                    target = self._compiled.plurals.get(str(number), "") if plural else ""
                    return self._match(number, text, places, index, length, target), length
        return best

    def _case(self, number: int) -> str:
        return str(self._compiled.entries[number][6])

    def _is_plural(self, head: str, number: int) -> bool:
        """Whether the first word of a match, unlike that of its entry, is a plural."""
        if number in self._plural_sources:
            return head.endswith("s")
        sources = [self._compiled.entries[number][0], *self._compiled.entries[number][2]]
        return head.endswith("s") and all(not form.casefold().startswith(head) for form in sources)

    def _match(
        self, number: int, text: str, places: list[tuple[str, int, int]], index: int, length: int, target: str = ""
    ) -> TermMatch:
        start, end = places[index][1], places[index + length - 1][2]
        return TermMatch(self.entry(number), start, end, text[start:end], "term", target)


def _rows(table: dict[str, list[Row]], words: list[str], index: int) -> Iterable[Row]:
    """The rows whose first words stand at a place, the longest first."""
    if index + 1 < len(words):
        longer = table.get(f"{words[index]} {words[index + 1]}")
        if longer:
            yield from longer
    yield from table.get(words[index], ())


def _stands(row: Row, words: list[str], index: int) -> bool:
    length = row[0]
    return length <= 2 or " ".join(words[index : index + length]) == row[1]
