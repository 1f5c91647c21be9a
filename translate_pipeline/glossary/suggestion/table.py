"""Suggestions as a glossary file that is ready to be edited."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from pathlib import Path

from translate_pipeline.glossary.formats.fields import LONGEST_CELL
from translate_pipeline.glossary.suggestion.suggestion import Suggestion

COLUMNS = ("source", "target", "aliases", "note")
_MOST_RENDERINGS, _MOST_DOCUMENTS = 3, 2


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def note_on(suggestion: Suggestion) -> str:
    """What an editor should know: how often it stands where, and how the package renders it."""
    facts = []
    if suggestion.full_name:
        facts.append(f"surname of {suggestion.full_name}")
    if suggestion.expansion:
        facts.append(f"short for {suggestion.expansion}")
    if suggestion.acronym:
        facts.append(f"shortened to {suggestion.acronym}")
    if suggestion.known_as:
        facts.append("another spelling is in a glossary")
    names = [Path(name).name for name in suggestion.mentions]
    where = f"in {len(names)} texts" if len(names) > 1 else f"in {names[0]}"
    facts.append(f"{_times(suggestion.count)} {where}")
    if suggestion.unsteady_in:
        unsteady = [Path(name).name for name in suggestion.unsteady_in]
        more = ", …" if len(unsteady) > _MOST_DOCUMENTS else ""
        facts.append(
            "two renderings in one text" + (f": {', '.join(unsteady[:_MOST_DOCUMENTS])}{more}" if names[1:] else "")
        )
    if suggestion.renderings:
        most = sorted(suggestion.renderings.items(), key=lambda item: (-item[1], item[0]))
        facts.append("rendered " + ", ".join(f"{form} ×{count}" for form, count in most[:_MOST_RENDERINGS]))
    return _cut("; ".join(facts))


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_CELL else text[: LONGEST_CELL - 1].rstrip() + "…"


def suggestions_as_csv(suggestions: Iterable[Suggestion]) -> str:
    """A CSV glossary with the columns `source`, `target`, `aliases`, `note`, which tsum reads as it is."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for suggestion in suggestions:
        writer.writerow((suggestion.source, suggestion.target, "|".join(suggestion.aliases), note_on(suggestion)))
    return text.getvalue()
