"""`Dos puntos y medio`: a half that follows what is counted."""

from __future__ import annotations

import re

_AND_A_HALF = re.compile(
    r"\b(?:(?:año|hora|día|semana|punto|siglo|década|metro|kilo|kilómetro|tonelada|vuelta|gol)(?:s|es)?"
    r"|mes(?:es)?|mill[oó]n(?:es)?) y medi[oa]\b",
    re.IGNORECASE,
)
_HALF = re.compile(r"\bhal(?:f|ves)\b|\.5|[½]|\b1/2\b|:30\b|[1-9]5\d|\bmid", re.IGNORECASE)
# An hour and a half is 90 minutes, a year and a half 18 months, three and a half days are 84 hours.
_OF_SMALLER_UNITS = re.compile(r"\b(?:18|30|42|45|84|90|150|eighteen|thirty|forty-five|ninety|fifty)\b", re.IGNORECASE)
_POINT_FIVE = re.compile(r",5\b")


def lost_halves(source: str, translation: str) -> list[str]:
    """The first phrase with `y medio` in a Spanish text, if nothing in its English translation can be the half."""
    found = _AND_A_HALF.search(source)
    if found is None or _OF_SMALLER_UNITS.search(translation):
        return []
    halves = [match.group() for match in _HALF.finditer(translation)]
    if _POINT_FIVE.search(source):
        halves = [half for half in halves if half != ".5"]
    return [] if halves else [found.group()]
