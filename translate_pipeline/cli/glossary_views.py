"""What `tsum glossary` shows: entries, terms found in a text, and differences, as JSON and as lines."""

from __future__ import annotations

import dataclasses
import json
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from translate_pipeline.cli.console import write_standard_output

if TYPE_CHECKING:
    from translate_pipeline.glossary.comparison import GlossaryDifference
    from translate_pipeline.glossary.entry import GlossaryEntry
    from translate_pipeline.glossary.lookup import FoundTerm


def print_json(value: object) -> None:
    """JSON on standard output."""
    write_standard_output(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def print_rows(rows: Sequence[Sequence[str]]) -> None:
    """Columns that line up at a terminal, and are divided by tabs in a pipe."""
    if not sys.stdout.isatty():
        write_standard_output("".join("\t".join(row) + "\n" for row in rows))
        return
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows)
    write_standard_output("".join(f"{line}\n" for line in lines))


def entry_facts(entry: GlossaryEntry) -> dict[str, Any]:
    """An entry with all its fields, and where it stands."""
    return {**dataclasses.asdict(entry), "aliases": list(entry.aliases)}


def lookup_facts(found: Sequence[FoundTerm]) -> list[dict[str, Any]]:
    """The terms of a text, with the entries that they keep out."""
    return [
        {
            "text": term.match.text,
            "start": term.match.start,
            "target": term.match.target,
            "entry": entry_facts(term.match.entry),
            "shadowed": [{"text": other.text, "entry": entry_facts(other.entry)} for other in term.shadowed],
        }
        for term in found
    ]


def lookup_rows(found: Sequence[FoundTerm]) -> list[tuple[str, ...]]:
    """A row for each term of a text, and below it one for each entry that it keeps out."""
    return [
        (state, match.text, match.target, match.entry.origin)
        for term in found
        for state, match in (("found", term.match), *(("shadowed", other) for other in term.shadowed))
    ]


def difference_facts(difference: GlossaryDifference) -> dict[str, Any]:
    """What was added, removed and changed."""
    return {
        "added": [entry_facts(entry) for entry in difference.added],
        "removed": [entry_facts(entry) for entry in difference.removed],
        "changed": [
            {
                "source": changed.new.source,
                "fields": list(changed.fields),
                "old": entry_facts(changed.old),
                "new": entry_facts(changed.new),
            }
            for changed in difference.changed
        ],
    }


def difference_lines(difference: GlossaryDifference) -> Iterator[str]:
    """A line for each entry that was added, removed or changed."""
    for entry in difference.added:
        yield f"+ {entry.source} → {entry.target}"
    for entry in difference.removed:
        yield f"- {entry.source} → {entry.target}"
    for changed in difference.changed:
        values = ((name, getattr(changed.old, name), getattr(changed.new, name)) for name in changed.fields)
        shown = "; ".join(f"{name}: {_shown(old)} → {_shown(new)}" for name, old, new in values)
        yield f"~ {changed.new.source}: {shown}"


def _shown(value: str | bool | tuple[str, ...]) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ("|".join(value) if isinstance(value, tuple) else value) or "-"
