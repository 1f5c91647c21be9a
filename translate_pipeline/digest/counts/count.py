"""A count found in text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from translate_pipeline.digest.counts.interval import Interval


@dataclass(frozen=True)
class Count:
    """A number of things.

    Args:
        kind: what is counted: the fate of people (`dead`), or the stem of a noun, and the stems of what describes it.
        is_fate: it counts people by what happened to them.
        value: the number as it is written.
        interval: the values it may stand for.
        written: its words, with `más de` and the like before them.
        noun: what is counted, as it is written.
        places: stems of the words that say where, in its clause.
        names: the names in its sentence, in lower case.
        days: the days that its sentence tells of.
        weekdays: those that it names, and those of its days; Monday is 0.
        is_of_span: its sentence counts since some time.
        context: stems of the other words of its sentence.
    """

    kind: tuple[str, ...]
    is_fate: bool
    value: Fraction
    interval: Interval
    written: str
    noun: str
    places: frozenset[str]
    names: frozenset[str]
    days: frozenset[date]
    weekdays: frozenset[int]
    is_of_span: bool
    context: frozenset[str]
