"""Stories that are found in articles, against marks made by hand."""

from __future__ import annotations

import argparse
import hashlib
import itertools
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks import evaluation
from benchmarks.table import print_table
from translate_pipeline.digest.stories.copies import originals
from translate_pipeline.digest.stories.days import day_of
from translate_pipeline.digest.stories.grouping import group_by_event
from translate_pipeline.readers.collections.dates import iso_date

_HERE = Path(__file__).parent
_MARKS = _HERE / "story_marks.json"
_DESK = _HERE.parent / "examples" / "desk.jsonl"
_MARKED = ("teasers.dev", "articles.es")

Pair = tuple[int, int]


@dataclass(frozen=True)
class Collection:
    """Articles whose stories are marked; `unsure` pairs count neither as right nor as wrong."""

    name: str
    texts: list[list[str]]
    days: list[date | None]
    together: set[Pair]
    related: set[Pair]
    unsure: set[Pair]
    copies: set[Pair]


def pairs(groups: Iterable[Sequence[int]]) -> set[Pair]:
    """All pairs within groups, the smaller number first."""
    return {pair for group in groups for pair in itertools.combinations(sorted(group), 2)}


def invented_articles() -> Collection:
    """The reports of the example desk, which are invented."""
    rows = [json.loads(line) for line in _DESK.read_text(encoding="utf-8").splitlines()]
    events = [row["event"] for row in rows]
    groups = [[n for n, each in enumerate(events) if each == event] for event in dict.fromkeys(events)]
    days: list[date | None] = [date.fromisoformat(row["date"]) for row in rows]
    texts = [row["text"].split("\n\n") for row in rows]
    return Collection(_DESK.name, texts, days, pairs(groups), set(), set(), set())


def marked_articles(folder: Path, name: str) -> Collection:
    """The articles of an evaluation file, with the days that it gives."""
    path = folder / f"{name}.jsonl"
    data = path.read_bytes()
    marks: dict[str, Any] = json.loads(_MARKS.read_text(encoding="utf-8"))[name]
    if hashlib.sha256(data).hexdigest() != marks["sha256"]:
        evaluation.stop(f"{path}: not the file whose lines {_MARKS} marks: take the one that it was made for")
    texts, days = [], []
    for row in map(json.loads, data.decode("utf-8").splitlines()):
        body = row["paragraphs"] if "paragraphs" in row else row["text"].split("\n")
        texts.append([row["title"] or "", *filter(None, body)])
        days.append(day_of(iso_date(row.get("date") or "")))
    together, copies = pairs(marks["stories"]), pairs(marks["copies"])
    return Collection(name, texts, days, together, pairs(marks["related"]), pairs(marks["unsure"]), copies)


def _row(collection: Collection) -> list[str]:
    found = pairs(group_by_event(collection.texts, collection.days, "es")) - collection.unsure
    right = found & collection.together
    precision, recall = len(right) / max(1, len(found)), len(right) / len(collection.together)
    folded = originals(["\n".join(text) for text in collection.texts])
    copies = pairs([sorted({place, into}) for place, into in enumerate(folded)])
    return [
        collection.name,
        f"{len(collection.texts)}",
        f"{len(collection.together)}",
        f"{precision:.2f}",
        f"{recall:.2f}",
        f"{2 * precision * recall / max(1e-9, precision + recall):.2f}",
        f"{len(found & collection.related)} of {len(collection.related)}",
        f"{len(copies & collection.copies)} of {len(collection.copies)}, {len(copies - collection.copies)} others",
    ]


def main() -> None:
    """Prints a line for each collection."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.stories", description=__doc__)
    evaluation.add_option(parser)
    folder = evaluation.folder(parser.parse_args().eval, *(f"{name}.jsonl" for name in _MARKED))
    collections = [invented_articles(), *(marked_articles(folder, name) for name in _MARKED)]
    header = ["articles", "number", "pairs", "precision", "recall", "F1", "related joined", "copies folded"]
    print_table(header, [_row(collection) for collection in collections])


if __name__ == "__main__":
    main()
