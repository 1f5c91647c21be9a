"""Merges glossary files in order of precedence: each source form stays in one row only."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace

from translate_pipeline.errors import GlossaryError
from translate_pipeline.glossary.entry import GlossaryEntry


@dataclass(frozen=True)
class GlossaryPart:
    """The rows that one file gives to a curated glossary.

    Args:
        glossary: name of the curated glossary, such as `places`.
        entries: the rows, each with its attribution and date.
        by_hand: whether people wrote the file.
    """

    glossary: str
    entries: list[GlossaryEntry]
    by_hand: bool


@dataclass
class Merged:
    """Curated glossaries by name, and what was left out.

    `contradictions` are messages on source forms of open data whose target differs from the one that was kept.
    `to_settle` are messages on forms that people have to settle: two hand files contradict each other, or a name is
    an everyday word. `duplicates` counts forms that stood there twice with one target.
    """

    glossaries: dict[str, list[GlossaryEntry]] = field(default_factory=dict)
    contradictions: list[str] = field(default_factory=list)
    to_settle: list[str] = field(default_factory=list)
    duplicates: int = 0


def merge(parts: Iterable[GlossaryPart], unwanted: Collection[str] = ()) -> Merged:
    """The curated glossaries that files make together, sorted by source form.

    A form belongs to the first row that has it. A row whose main form is taken goes on with its first alias; one
    without a form of its own is left out.

    Args:
        parts: files in order of precedence.
        unwanted: forms that are left out, as names that are everyday words.

    Raises:
        GlossaryError: a row has no attribution or no date.
    """
    merged = Merged()
    owners: dict[str, tuple[GlossaryEntry, bool]] = {}
    for part in parts:
        kept = merged.glossaries.setdefault(part.glossary, [])
        for entry in part.entries:
            _refuse_unattributed(entry)
            forms = []
            for form in dict.fromkeys(entry.forms):
                if form in unwanted:
                    merged.to_settle.append(f"{entry.origin}: {form!r} is an everyday word with a capital; left out")
                    continue
                owner, owned_by_hand = owners.setdefault(form, (entry, part.by_hand))
                if owner is entry:
                    forms.append(form)
                elif owner.target == entry.target:
                    merged.duplicates += 1
                else:
                    message = (
                        f"{entry.origin}: {form!r} is {entry.target!r} here and {owner.target!r} in {owner.origin}, "
                        "which is kept"
                    )
                    (merged.to_settle if part.by_hand and owned_by_hand else merged.contradictions).append(message)
            if forms:
                kept.append(replace(entry, source=forms[0], aliases=tuple(forms[1:])))
    for rows in merged.glossaries.values():
        rows.sort(key=lambda entry: (_alphabetical(entry.source), entry.source))
    return merged


def _refuse_unattributed(entry: GlossaryEntry) -> None:
    for name, value in (("attribution", entry.attribution), ("date", entry.date)):
        if not value:
            raise GlossaryError(f"{entry.origin}: no {name}: say who says so and when it was reviewed")


def _alphabetical(form: str) -> str:
    decomposed = unicodedata.normalize("NFD", form.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
