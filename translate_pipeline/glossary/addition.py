"""Adds an entry to a glossary file."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from translate_pipeline.errors import GlossaryError
from translate_pipeline.glossary.entry import GlossaryEntry
from translate_pipeline.glossary.formats import LanguagePair, edit_glossary, read_glossary, write_glossary
from translate_pipeline.glossary.formats.fields import FIELDS


def add_entry(path: Path, entry: GlossaryEntry, wanted: LanguagePair, replacing: bool = False) -> str:
    """Adds an entry to a file, or to the entry of the same source in it; a file that is missing is made.

    Args:
        path: the file.
        entry: the new entry; where its source is in the file with the same target, its other fields are put there.
        wanted: the language pair, if the file does not state its own.
        replacing: change entries that contradict the new one instead of refusing it.

    Returns:
        What was done: `added`, `changed`, or `unchanged` if the file says the same already.

    Raises:
        GlossaryError: the file is bad, has no place for a field, or contradicts the entry.
        OutputError: the file cannot be written; it is as it was.
    """
    if not os.path.lexists(path):
        write_glossary(path, [entry], wanted if path.suffix.casefold() in (".tbx", ".json") else None)
        return "added"
    entries = read_glossary(path, wanted).entries
    home = next((number for number, other in enumerate(entries) if _is_home(other, entry, replacing)), None)
    changed: dict[int, GlossaryEntry | None] = {}
    for number, other in enumerate(entries):
        shared = [form for form in entry.forms if form in other.forms]
        if number == home:
            changed[number] = _merged(other, entry)
        elif shared and other.target != entry.target:
            if not replacing:
                raise GlossaryError(
                    f"{other.origin}: {shared[0]!r} is {other.target!r} there: change it with --replace"
                )
            changed[number] = _without(other, shared)
    changed = {number: other for number, other in changed.items() if other != entries[number]}
    if home is not None and not changed:
        return "unchanged"
    edit_glossary(path, changed, [entry] if home is None else [], wanted)
    return "added" if home is None else "changed"


def _is_home(other: GlossaryEntry, entry: GlossaryEntry, replacing: bool) -> bool:
    """Whether a new entry belongs to another one that is there already."""
    if other.target == entry.target:
        return entry.source in other.forms
    return replacing and entry.source == other.source


def _merged(old: GlossaryEntry, new: GlossaryEntry) -> GlossaryEntry:
    """The old entry with what the new one says; forms of both."""
    given: dict[str, Any] = {name: getattr(new, name) for name in FIELDS if getattr(new, name)}
    aliases = tuple(form for form in dict.fromkeys((*old.aliases, *new.forms)) if form != old.source)
    keep = new.do_not_translate or (old.do_not_translate and new.target == old.source)
    return replace(old, **{**given, "source": old.source, "aliases": aliases, "do_not_translate": keep})


def _without(entry: GlossaryEntry, forms: Sequence[str]) -> GlossaryEntry | None:
    """An entry without some of its source forms; None if no other is left."""
    kept = [form for form in entry.forms if form not in forms]
    return replace(entry, source=kept[0], aliases=tuple(kept[1:])) if kept else None
