"""Finds glossary terms in a sentence: the longest match, whole words only."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from translate_pipeline.document import TermMatch
from translate_pipeline.glossary.compiled import TOKEN, CompiledGlossary, FormTable, head_of, is_lower, noun_places
from translate_pipeline.glossary.entry import GlossaryEntry
from translate_pipeline.glossary.inflection import without_accents

_LETTER_WITH_MARKS = re.compile(r"[^\u0300-\u036f][\u0300-\u036f]*|[\u0300-\u036f]+")


def _has_case_of(text: str, form: str, case: str) -> bool:
    """A form matches as it is written, in capitals, or with a capital where it begins in lower case."""
    if text == form or case == "any":
        return True
    if case == "exact":
        return False
    if text.isupper() and sum(map(str.isalpha, text)) > 3:
        return True
    return form[0].islower() and text[0].isupper() and text[1:] == form[1:]


def _places(text: str) -> list[tuple[str, int, int]]:
    """The words and marks of a text as `tokens_of` gives them, each with its start and end in the text as it is."""
    if "’" in text:
        text = text.replace("’", "'")
    if unicodedata.is_normalized("NFC", text):
        return [(match.group(), match.start(), match.end()) for match in TOKEN.finditer(text)]
    composed, offsets = [], []
    for letter in _LETTER_WITH_MARKS.finditer(text):
        one = unicodedata.normalize("NFC", letter.group())
        composed.append(one)
        first, end = letter.span()
        offsets += [first, *(max(first, end - len(one) + place) for place in range(1, len(one)))]
    offsets.append(len(text))
    return [
        (match.group(), offsets[match.start()], offsets[match.end()]) for match in TOKEN.finditer("".join(composed))
    ]


class TermMatcher:
    """Looks up the words of a text in the tables of a compiled glossary: a few look-ups a word.

    Args:
        compiled: the tables.
        entries: the entries that were compiled, if they are at hand; else what the tables have of them is used.
    """

    def __init__(self, compiled: CompiledGlossary, entries: Sequence[GlossaryEntry] = ()) -> None:
        self._compiled = compiled
        self._plural_sources = frozenset(compiled.plural_sources)
        self._accents_optional = frozenset(compiled.accents_optional)
        self._entries = dict(enumerate(entries))

    def entry(self, number: int) -> GlossaryEntry:
        """The entry of a number, with what matching and enforcing need; made when it is first asked for."""
        if number not in self._entries:
            source, target, aliases, article, case, note, domain = self._compiled.entries[number]
            self._entries[number] = GlossaryEntry(
                source, target, tuple(aliases), article, note, case=case, domain=domain
            )
        return self._entries[number]

    def find(self, text: str) -> list[TermMatch]:
        """The terms of `text` in order, without overlaps; of two that begin at one place the longer wins."""
        places = _places(text)
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
            words = [word for word, _, _ in places[index : index + length]]
            for form, number in rows:
                wanted, given = form.split(" "), folded[index : index + length]
                if not self._has_forms_of(words, given, wanted, number):
                    continue
                head = head_of(wanted)
                if number in self._plural_sources:
                    if given[head].endswith("s"):
                        return self._match(number, text, places, index, length), length
                    continue
                plural = _is_plural(given, wanted, head)
                target = self._compiled.plurals.get(str(number), "") if plural else ""
                return self._match(number, text, places, index, length, target), length
        return None

    def _has_forms_of(self, words: list[str], given: list[str], wanted: list[str], number: int) -> bool:
        """Whether words, in lower case `given`, are forms of those that are wanted; names inside stay as they are."""
        if not _has_case_of_noun(words, wanted):
            return False
        nouns = noun_places(wanted)
        for place, (word, token) in enumerate(zip(given, wanted, strict=True)):
            if not is_lower(token):
                continue
            forms = (self._compiled.nouns if place in nouns else self._compiled.agreeing)[token]
            if word not in forms and (number not in self._accents_optional or word not in map(without_accents, forms)):
                return False
        return True

    def _case(self, number: int) -> str:
        return str(self._compiled.entries[number][4])

    def _match(
        self, number: int, text: str, places: list[tuple[str, int, int]], index: int, length: int, target: str = ""
    ) -> TermMatch:
        start, end = places[index][1], places[index + length - 1][2]
        return TermMatch(self.entry(number), start, end, text[start:end], "term", target)


def _has_case_of_noun(words: list[str], wanted: list[str]) -> bool:
    """Whether words are in capitals, or in lower case but for the first letter and the names inside."""
    if all(word == word.upper() for word in words) and any(map(str.isupper, words)):
        return all(is_lower(token) or word == token.upper() for word, token in zip(words, wanted, strict=True))
    return all(
        word == token if not is_lower(token) else is_lower(word) or (place == 0 and is_lower(word[1:]))
        for place, (word, token) in enumerate(zip(words, wanted, strict=True))
    )


def _is_plural(given: list[str], wanted: list[str], head: int) -> bool:
    """Whether a match is a plural of what is wanted: by its head, or where that is `crisis`, by its adjective."""
    if not given[head].endswith("s"):
        return False
    if given[head] != wanted[head]:
        return True
    after = head + 1
    return after < len(wanted) and given[after] != wanted[after] and given[after].endswith("s")


def _longest_first(table: FormTable, words: list[str], index: int) -> Iterator[tuple[int, list[tuple[str, int]]]]:
    """The forms that stand at a place, by their length in tokens."""
    if index + 1 < len(words):
        for length in table.lengths.get(f"{words[index]} {words[index + 1]}", ()):
            rows = table.forms.get(" ".join(words[index : index + length])) if index + length <= len(words) else None
            if rows:
                yield length, rows
    if words[index] in table.lengths:
        yield 1, table.forms[words[index]]
