"""How two glossaries differ."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from translate_pipeline.glossary.entry import GlossaryEntry
from translate_pipeline.glossary.formats.fields import FIELDS


@dataclass(frozen=True)
class ChangedEntry:
    """An entry whose source is in both glossaries, and whose other fields differ."""

    old: GlossaryEntry
    new: GlossaryEntry

    @property
    def fields(self) -> tuple[str, ...]:
        """The names of the fields that differ."""
        return tuple(name for name in FIELDS if getattr(self.old, name) != getattr(self.new, name))


@dataclass(frozen=True)
class GlossaryDifference:
    """The entries that the new glossary has and the old one has not, the other way round, and those that differ."""

    added: tuple[GlossaryEntry, ...]
    removed: tuple[GlossaryEntry, ...]
    changed: tuple[ChangedEntry, ...]


def compare_glossaries(old: Iterable[GlossaryEntry], new: Iterable[GlossaryEntry]) -> GlossaryDifference:
    """Compares entries by their sources; of two with the same source the first counts, as in translation."""
    before, after = _by_source(old), _by_source(new)
    pairs = (ChangedEntry(before[source], entry) for source, entry in after.items() if source in before)
    return GlossaryDifference(
        added=tuple(entry for source, entry in after.items() if source not in before),
        removed=tuple(entry for source, entry in before.items() if source not in after),
        changed=tuple(pair for pair in pairs if pair.fields),
    )


def _by_source(entries: Iterable[GlossaryEntry]) -> dict[str, GlossaryEntry]:
    found: dict[str, GlossaryEntry] = {}
    for entry in entries:
        found.setdefault(entry.source, entry)
    return found
