"""Numbers that Spanish says with a noun: medio millar, una veintena."""

from __future__ import annotations

import re
from fractions import Fraction

from translate_pipeline.checks.figure import Figure

_HALVES = {
    "docena": (6, "half a dozen"),
    "centenar": (50, "50"),
    "millar": (500, "500"),
    "millón": (500_000, "half a million"),
    "billón": (500_000_000_000, "half a trillion"),
}
# `cuarentena` is also a quarantine, `quincena` two weeks, `novena` a prayer.
_ROUND = {"veintena": 20, "treintena": 30, "cincuentena": 50}
_HALF = re.compile(
    rf"\bmedi[oa]\s+(?P<noun>{'|'.join(_HALVES)})(?:\s+de(?!\s+mill))?(?!\w|\s+(?:de\s+mill|y\s+medi))", re.I
)
_COUNT = re.compile(rf"\buna\s+(?P<noun>{'|'.join(_ROUND)})(?:\s+de)?(?!\w)", re.IGNORECASE)
_QUALIFIED = re.compile(
    r"\b(?:(?:cerca|alrededor|más|menos)\s+de|casi|apenas|unos|unas|al\s+menos|por\s+lo\s+menos)\s+$", re.IGNORECASE
)


def collective_numbers(text: str) -> list[Figure]:
    """The halves of large numbers and the round numbers of a Spanish text, with a `de` behind them."""
    found = []
    for match in _HALF.finditer(text):
        value, english = _HALVES[match["noun"].casefold()]
        found.append(Figure(match.group(), *match.span(), frozenset({Fraction(value)}), english))
    for match in _COUNT.finditer(text):
        value = _ROUND[match["noun"].casefold()]
        qualified = _QUALIFIED.search(text[max(0, match.start() - 20) : match.start()])
        english = str(value) if qualified else f"about {value}"
        found.append(Figure(match.group(), *match.span(), frozenset({Fraction(value)}), english))
    return found
