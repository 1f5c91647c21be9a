"""A glossary compiled for matching: word tables in plain values, so that it can be kept in a file as it is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import astuple, dataclass, field
from typing import Any

from translate_pipeline.glossary.entry import GlossaryEntry

_TOKEN = re.compile(r"\w+|[^\w\s]")

# A form in a table: how many tokens it has, the tokens as they are looked up, the form as it is written, the entry.
Row = tuple[int, str, str, int]
Table = dict[str, list[Row]]


def tokens_of(text: str) -> list[str]:
    """The words and marks of a text in Unicode's composed form."""
    return _TOKEN.findall(unicodedata.normalize("NFC", text))


def key_of(tokens: Sequence[str]) -> str:
    """Where a form of these tokens, in lower case, stands in a table: its first word, or its first two."""
    return " ".join(tokens[:2])


def is_inflected(entry: GlossaryEntry) -> bool:
    """Whether an entry is a common noun whose inflected forms match too."""
    first = next((ch for ch in entry.source if ch.isalpha()), "")
    return first.islower() and entry.inflection == "" and entry.case == "" and not entry.do_not_translate


@dataclass
class CompiledGlossary:
    """The entries of a glossary, and tables in which their forms are looked up.

    Args:
        entries: the fields of each entry, in the order of `GlossaryEntry`.
        exact: forms by their first words.
        inflected: forms of common nouns by the lemmas of their first words.
        lemmas: the lemma of each inflected form of the words in `inflected`.
        plurals: the English plural of the targets of common nouns, by entry.
        plural_sources: entries whose source is a plural, so that a singular does not match.
    """

    entries: list[list[Any]] = field(default_factory=list)
    exact: Table = field(default_factory=dict)
    inflected: Table = field(default_factory=dict)
    lemmas: dict[str, str] = field(default_factory=dict)
    plurals: dict[str, str] = field(default_factory=dict)
    plural_sources: list[int] = field(default_factory=list)


def _add(table: Table, tokens: list[str], written: str, number: int) -> None:
    row = (len(tokens), " ".join(tokens), written, number)
    rows = table.setdefault(key_of(tokens), [])
    if all(other[1:3] != row[1:3] for other in rows):
        rows.append(row)


def _forms(entry: GlossaryEntry) -> list[str]:
    from translate_pipeline.glossary.inflection import without_accents

    forms = list(entry.forms)
    if entry.accents == "optional":
        forms += [without_accents(form) for form in entry.forms]
    return list(dict.fromkeys(forms))


def _inflect(compiled: CompiledGlossary, entry: GlossaryEntry, number: int) -> None:
    """Adds a common noun's forms to the table of lemmas."""
    from translate_pipeline.glossary.inflection import english_plural, inflections, is_plural

    for form in entry.forms:
        if not form.islower():
            continue
        tokens = tokens_of(form.casefold())
        for token in tokens:
            if token not in compiled.lemmas:
                forms = inflections(token)
                known = next((compiled.lemmas[other] for other in sorted(forms) if other in compiled.lemmas), token)
                for other in forms:
                    compiled.lemmas.setdefault(other, known)
        _add(compiled.inflected, [compiled.lemmas[token] for token in tokens], form, number)
    head = tokens_of(entry.source.casefold())[0]
    if is_plural(head):
        compiled.plural_sources.append(number)
    elif entry.target.islower():
        compiled.plurals[str(number)] = english_plural(entry.target)


def compile_glossary(entries: Sequence[GlossaryEntry], source: str, target: str) -> CompiledGlossary:
    """Builds the tables; of two entries with the same form the first wins.

    Inflected forms are looked for in Spanish, where the target language is English.
    """
    compiled = CompiledGlossary()
    inflects = (source, target) == ("es", "en")
    for number, entry in enumerate(entries):
        compiled.entries.append(list(astuple(entry)))
        for form in _forms(entry):
            tokens = tokens_of(form)
            _add(compiled.exact, [token.casefold() for token in tokens], " ".join(tokens), number)
        if inflects and is_inflected(entry):
            _inflect(compiled, entry, number)
    for table in (compiled.exact, compiled.inflected):
        for rows in table.values():
            rows.sort(key=lambda row: -row[0])
    return compiled
