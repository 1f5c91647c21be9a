"""Finds glossary terms in a sentence: the longest match, whole words only."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from translate_pipeline.document import TermMatch
from translate_pipeline.glossary.compiled import CompiledGlossary, FormTable
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
    """Looks up the words of a text in the tables of a compiled glossary: a few look-ups a word.

    Args:
        compiled: the tables.
        entries: the entries that were compiled, if they are at hand; else what the tables have of them is used.
    """

    def __init__(self, compiled: CompiledGlossary, entries: Sequence[GlossaryEntry] = ()) -> None:
        self._compiled = compiled
        self._plural_sources = frozenset(compiled.plural_sources)
        self._entries = dict(enumerate(entries))

    def entry(self, number: int) -> GlossaryEntry:
        """The entry of a number, with what matching and enforcing need; made when it is first asked for."""
        if number not in self._entries:
            source, target, aliases, article, case, note = self._compiled.entries[number]
            self._entries[number] = GlossaryEntry(source, target, tuple(aliases), article, note, case=case)
        return self._entries[number]

    def find(self, text: str) -> list[TermMatch]:
        """The terms of `text` in order, without overlaps; of two that begin at one place the longer wins."""
        places = [(match.group(), match.start(), match.end()) for match in _TOKEN.finditer(text)]
        if not text.isascii():
            places = [(unicodedata.normalize("NFC", word), start, end) for word, start, end in places]
        folded = [word.casefold() for word, _, _ in places]
        has_nouns = bool(self._compiled.inflected.forms)
        lemmas = [self._compiled.lemmas.get(word, word) for word in folded] if has_nouns else []
        found, index = [], 0
        while index < len(places):
            match = self._exact_at(text, places, folded, index)
            if has_nouns:
                match = self._inflected_at(text, places, folded, lemmas, index, match[1] if match else 0) or match
            if match is None:
                index += 1
            else:
                term, length = match
                found.append(term)
                index += length
        return found

    def _exact_at(
        self, text: str, places: list[tuple[str, int, int]], folded: list[str], index: int
    ) -> tuple[TermMatch, int] | None:
        for length, rows in _longest_first(self._compiled.exact, folded, index):
            words = " ".join(word for word, _, _ in places[index : index + length])
            for form, number in rows:
                if _has_case_of(words, form, self._case(number)):
                    return self._match(number, text, places, index, length), length
        return None

    def _inflected_at(
        self,
        text: str,
        places: list[tuple[str, int, int]],
        folded: list[str],
        lemmas: list[str],
        index: int,
        longer_than: int,
    ) -> tuple[TermMatch, int] | None:
        """The longest common noun in any of its forms, if it has more than `longer_than` tokens."""
        for length, rows in _longest_first(self._compiled.inflected, lemmas, index):
            if length <= longer_than:
                break
            noun = " ".join(word for word, _, _ in places[index : index + length])
            if not _has_case_of_noun(noun):
                continue
            for _, number in rows:
                plural = self._is_plural(folded[index], number)
                if plural or number not in self._plural_sources:
                    target = self._compiled.plurals.get(str(number), "") if plural else ""
                    return self._match(number, text, places, index, length, target), length
        return None

    def _case(self, number: int) -> str:
        return str(self._compiled.entries[number][4])

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


def _longest_first(table: FormTable, words: list[str], index: int) -> Iterator[tuple[int, list[tuple[str, int]]]]:
    """The forms that stand at a place, by their length in tokens."""
    if index + 1 < len(words):
        for length in table.lengths.get(f"{words[index]} {words[index + 1]}", ()):
            rows = table.forms.get(" ".join(words[index : index + length])) if index + length <= len(words) else None
            if rows:
                yield length, rows
    if words[index] in table.lengths:
        yield 1, table.forms[words[index]]
