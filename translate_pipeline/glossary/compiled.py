"""A glossary compiled for matching: word tables in plain values, so that it can be kept in a file as it is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from translate_pipeline.glossary.entry import GlossaryEntry

_TOKEN = re.compile(r"\w+|[^\w\s]")


def tokens_of(text: str) -> list[str]:
    """The words and marks of a text in Unicode's composed form."""
    return _TOKEN.findall(unicodedata.normalize("NFC", text))


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
        entries: of each entry its source, target, aliases, article, case and note: what matching, enforcing and
            briefings need.
        exact: forms as they are.
        inflected: forms of common nouns, by the lemmas of their words.
        lemmas: the lemma of each inflected form of the words in `inflected`.
        plurals: the English plural of the targets of common nouns, by entry.
        plural_sources: entries whose source is a plural, so that a singular does not match.
    """

    entries: list[list[Any]] = field(default_factory=list)
    exact: FormTable = field(default_factory=FormTable)
    inflected: FormTable = field(default_factory=FormTable)
    lemmas: dict[str, str] = field(default_factory=dict)
    plurals: dict[str, str] = field(default_factory=dict)
    plural_sources: list[int] = field(default_factory=list)


def _forms(entry: GlossaryEntry) -> list[str]:
    if entry.accents != "optional":
        return list(entry.forms)
    from translate_pipeline.glossary.inflection import without_accents

    return list(dict.fromkeys([*entry.forms, *map(without_accents, entry.forms)]))


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
        compiled.inflected.add([compiled.lemmas[token] for token in tokens], form, number)
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
        compiled.entries.append(
            [entry.source, entry.target, list(entry.aliases), entry.article, entry.case, entry.note]
        )
        for form in _forms(entry):
            tokens = tokens_of(form)
            if tokens:
                compiled.exact.add([token.casefold() for token in tokens], " ".join(tokens), number)
        if inflects and is_inflected(entry):
            _inflect(compiled, entry, number)
    return compiled
