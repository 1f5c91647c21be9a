"""What a written number leaves open."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

Bound = Literal["exact", "at_least", "at_most", "about"]
# `Unos 200` may be 190 or 215.
_ABOUT = Fraction(1, 10)
# Below a thousand people count; from there on they round, to two digits or more.
_ROUNDED_FROM = 1000


@dataclass(frozen=True)
class Interval:
    """The values that a number may stand for; `high` is None where there is no upper bound."""

    low: Fraction
    high: Fraction | None

    def contradicts(self, other: Interval) -> bool:
        """Whether no value fits both: 12 and 15 do, `al menos 12` and 15 do not."""
        return (self.high is not None and self.high < other.low) or (other.high is not None and other.high < self.low)


def interval(value: Fraction, bound: Bound) -> Interval:
    """The values that a number may stand for.

    Args:
        value: what is written, 0 or more.
        bound: what the words before it say: `at_least` for `más de`, `at_most` for `hasta`, `about` for `unos`.
    """
    if bound == "at_least":
        return Interval(value, None)
    if bound == "at_most":
        return Interval(Fraction(0), value)
    margin = value * _ABOUT if bound == "about" else _rounding(value)
    return Interval(value - margin, value + margin)


def _rounding(value: Fraction) -> Fraction:
    """Half of the last place that is written out: 50,000 in 1.2 million, 0 in 203."""
    if value < _ROUNDED_FROM or value.denominator != 1:
        return Fraction(0)
    digits = str(int(value))
    kept = max(len(digits.rstrip("0")), 2)
    return Fraction(10 ** (len(digits) - kept), 2) if kept < len(digits) else Fraction(0)
