"""A glossary compiled for matching: word tables in plain values, so that it can be kept in a file as it is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from translate_pipeline.glossary.entry import GlossaryEntry
from translate_pipeline.glossary.inflection import (
    agreeing_forms,
    english_plural,
    inflections,
    is_plural,
    without_accents,
)

TOKEN = re.compile(r"\w+|[^\w\s]")


_PREFIXES = frozenset({"contra", "ex", "pro", "vice"})
_BEFORE_NOUN = frozenset("a al con contra de del el en la las los para por sin sobre".split())


def tokens_of(text: str) -> list[str]:
    """The words and marks of a text in Unicode's composed form, apostrophes straight."""
    return TOKEN.findall(unicodedata.normalize("NFC", text).replace("’", "'"))


def head_of(tokens: Sequence[str]) -> int:
    """The place of a noun phrase's head: its first word, or the word after `ex` or the like."""
    if len(tokens) > 1 and tokens[0].casefold() in _PREFIXES:
        return 2 if tokens[1] == "-" and len(tokens) > 2 else 1
    return 0


def noun_places(tokens: Sequence[str]) -> set[int]:
    """The places of nouns: the head, and what follows a preposition or an article. Other words agree with a noun."""
    return {head_of(tokens), *(i for i in range(1, len(tokens)) if tokens[i - 1].casefold() in _BEFORE_NOUN)}


def is_lower(token: str) -> bool:
    """Whether a token has no capital; one with a capital inside a common noun is a name, and matches as it is."""
    return token == token.lower()


def noun_forms(entry: GlossaryEntry) -> list[str]:
    """The forms of a common noun that have inflected forms: those that begin in lower case."""
    return [form for form in entry.forms if next((ch for ch in form if ch.isalpha()), "").islower()]


def is_inflected(entry: GlossaryEntry) -> bool:
    """Whether an entry is a common noun whose inflected forms match too."""
    first = next((ch for ch in entry.source if ch.isalpha()), "")
    return first.islower() and entry.inflection == "" and entry.case == "" and not entry.do_not_translate


@dataclass
class FormTable:
    """Forms by their tokens in lower case.

    Args:
        lengths: how many tokens the forms have that begin with a word, or with two words and a space between; the
            longest first.
        forms: by all their tokens with spaces between: as they are written, and the number of their entry.
    """

    lengths: dict[str, list[int]] = field(default_factory=dict)
    forms: dict[str, list[tuple[str, int]]] = field(default_factory=dict)

    def add(self, tokens: Sequence[str], written: str, number: int) -> None:
        """Adds a form; of two that are written alike the first stays."""
        lengths = self.lengths.setdefault(" ".join(tokens[:2]), [])
        if len(tokens) not in lengths:
            lengths.append(len(tokens))
            lengths.sort(reverse=True)
        same = self.forms.setdefault(" ".join(tokens), [])
        if all(other != written for other, _ in same):
            same.append((written, number))


@dataclass
class CompiledGlossary:
    """The entries of a glossary, and tables in which their forms are looked up.

    Args:
        entries: of each entry its source, target, aliases, article, case, note and domain: what matching, enforcing
            and briefings need.
        exact: forms as they are.
        inflected: forms of common nouns, by the keys of their words.
        lemmas: one key for all words that may be forms of one another.
        nouns: the forms of each word that is a noun: in both numbers.
        agreeing: the forms of each word that agrees with one: in both numbers and genders.
        accents_optional: common nouns that match without their accents too.
        plurals: the English plural of the targets of common nouns, by entry.
        plural_sources: entries whose source is a plural, so that a singular does not match.
    """

    entries: list[list[Any]] = field(default_factory=list)
    exact: FormTable = field(default_factory=FormTable)
    inflected: FormTable = field(default_factory=FormTable)
    lemmas: dict[str, str] = field(default_factory=dict)
    nouns: dict[str, list[str]] = field(default_factory=dict)
    agreeing: dict[str, list[str]] = field(default_factory=dict)
    accents_optional: list[int] = field(default_factory=list)
    plurals: dict[str, str] = field(default_factory=dict)
    plural_sources: list[int] = field(default_factory=list)


def _forms(entry: GlossaryEntry) -> list[str]:
    if entry.accents != "optional":
        return list(entry.forms)
    return list(dict.fromkeys([*entry.forms, *map(without_accents, entry.forms)]))


def _keys(groups: Iterable[Iterable[str]]) -> dict[str, str]:
    """One key for all words of groups that have a word in common (union-find)."""
    parents: dict[str, str] = {}

    def root(word: str) -> str:
        while (parent := parents.setdefault(word, word)) != word:
            parents[word] = parents[parent]
            word = parent
        return word

    for group in groups:
        first, *others = group
        key = root(first)
        for other in others:
            parents[root(other)] = key
    return {word: root(word) for word in list(parents)}


def _inflect(compiled: CompiledGlossary, nouns: Sequence[tuple[int, GlossaryEntry]]) -> None:
    """Adds the forms of common nouns to the table of keys."""
    groups: list[list[str]] = []
    rows: list[tuple[list[str], int]] = []
    for number, entry in nouns:
        if entry.accents == "optional":
            compiled.accents_optional.append(number)
        for form in noun_forms(entry):
            tokens = tokens_of(form)
            rows.append((tokens, number))
            places = noun_places(tokens)
            for place, token in enumerate(tokens):
                if not is_lower(token):
                    groups.append([token.casefold()])
                    continue
                table, forms_of = (
                    (compiled.nouns, inflections) if place in places else (compiled.agreeing, agreeing_forms)
                )
                if token not in table:
                    table[token] = sorted(forms_of(token.casefold()))
                    groups.append(table[token])
                if entry.accents == "optional":
                    groups.append([*table[token], *map(without_accents, table[token])])
        tokens = tokens_of(entry.source.casefold())
        if is_plural(tokens[head_of(tokens)]):
            compiled.plural_sources.append(number)
        elif entry.target.islower():
            compiled.plurals[str(number)] = english_plural(entry.target)
    compiled.lemmas.update(_keys(groups))
    for tokens, number in rows:
        compiled.inflected.add([compiled.lemmas[token.casefold()] for token in tokens], " ".join(tokens), number)


def compile_glossary(entries: Sequence[GlossaryEntry], source: str, target: str) -> CompiledGlossary:
    """Builds the tables; of two entries with the same form the first wins.

    Inflected forms are looked for in Spanish, where the target language is English.
    """
    compiled = CompiledGlossary()
    for number, entry in enumerate(entries):
        compiled.entries.append(
            [entry.source, entry.target, list(entry.aliases), entry.article, entry.case, entry.note, entry.domain]
        )
        for form in _forms(entry):
            tokens = tokens_of(form)
            if tokens:
                compiled.exact.add([token.casefold() for token in tokens], " ".join(tokens), number)
    if (source, target) == ("es", "en"):
        _inflect(compiled, [(number, entry) for number, entry in enumerate(entries) if is_inflected(entry)])
    return compiled
