"""What a figure means, in Spanish and in English; one that is not well written means nothing."""

from __future__ import annotations

import re
from fractions import Fraction

_ENGLISH = re.compile(r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")
_SPANISH = re.compile(r"(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?")


def english_reading(figure: str) -> Fraction | None:
    """The value of `10,000` and `2.5`; None for `2,5`."""
    return Fraction(figure.replace(",", "")) if _ENGLISH.fullmatch(figure) else None


def spanish_readings(figure: str) -> set[Fraction]:
    """The values of `10.000` and `2,5`; Mexico and Central America write as English does."""
    found = set()
    if _SPANISH.fullmatch(figure):
        found.add(Fraction(figure.replace(".", "").replace(",", ".")))
    # 1.500 is not one and a half anywhere.
    other = english_reading(figure)
    if other is not None and not re.fullmatch(r"\d{1,3}(?:\.\d{3})+", figure):
        found.add(other)
    return found
