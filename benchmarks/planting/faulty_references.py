"""Pairs of the test sets that are not clean: a person read the human translation and found it faulty."""

from __future__ import annotations

import csv
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

LIST = Path(__file__).with_suffix(".tsv")


@dataclass(frozen=True)
class FaultyReference:
    """A fault of a human translation, of the kind that a check is about: where it is and what it is.

    `line` counts from 1.
    """

    test_set: str
    line: int
    check: str
    reason: str


def faulty_references() -> list[FaultyReference]:
    """The faults in `faulty_references.tsv`.

    Every pair for which a check had an error or a warning was read (where only the terms of the curated glossary raised
    one, mostly the translation alone), and only what departs from the source was listed: another number, a name lost, a
    negation turned round, a quotation mark missing. A free translation is none, nor a customary form of a name.
    """
    with LIST.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [FaultyReference(row["set"], int(row["line"]), row["check"], row["reason"]) for row in rows]


def faulty_pairs(faults: Collection[FaultyReference]) -> set[tuple[str, int]]:
    """Test set and line of each pair with a fault."""
    return {(fault.test_set, fault.line) for fault in faults}
