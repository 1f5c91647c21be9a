"""A count found in text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from translate_pipeline.digest.counts.interval import Interval
from translate_pipeline.digest.counts.places import CountPlaces


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
        places: where it is counted, as far as that is told.
        names: the names in its sentence, in lower case.
        subject: the last of them before the number; empty where there is none.
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
    places: CountPlaces
    names: frozenset[str]
    subject: str
    days: frozenset[date]
    weekdays: frozenset[int]
    is_of_span: bool
    context: frozenset[str]
