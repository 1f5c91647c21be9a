"""Numbers by which a sentence may count something."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from translate_pipeline.checks.figures import figures
from translate_pipeline.checks.number_words import english_number_words
from translate_pipeline.checks.spanish_number_words import spelled_numbers

_LEAST = 2
_YEAR = re.compile(r"(?:1[5-9]|2[01])\d\d")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+")
# 45 %, 2-1, 15º, 10:30, 3/4, F-16 and the like count nothing.
_NO_COUNT_BEHIND = re.compile(r"\s?(?:%|por\s+cien|per\s?cent|[º°ª])|[-–:/]\w")
_NO_COUNT_BEFORE = re.compile(r"[\w$€£%][-–:/]$|(?:\b[nN][º°o]|[#$€£])\.?\s?$")
# The larger part of a number that is written in two: `mil 842`.
_BEHIND_MAGNITUDE = re.compile(
    r"\b(?:mil|mill[óo]n|millones|billones|thousand|million|billion|hundred)\s$", re.IGNORECASE
)
_OF_NAME = re.compile(r"[^\s.]\s+[A-ZÁÉÍÓÚÑ]\w*\s$")
_NO_CARDINALS = {
    "es": re.compile(
        r"segund|tercer|cuart|quint|sext|séptim|octav|noven|décim|undécim|docenas?\b|decenas?\b|centenar|millar", re.I
    ),
    "en": re.compile(
        r"first|second|third|fourth|\w+th\b|dozen|hundreds|thousands|once\b|twice\b|both\b|half|couple|pair|quarter"
        r"|double|triple|\w-\w+-\w",
        re.I,
    ),
}


@dataclass(frozen=True)
class Number:
    """A cardinal number: its value, its words and their place in the text.

    Args:
        value: 2 or more.
        text: the words.
        start, end: their offsets.
        takes_of: a preposition stands between it and what it counts: `dos millones de personas`.
    """

    value: Fraction
    text: str
    start: int
    end: int
    takes_of: bool


def cardinal_numbers(text: str, language: str) -> list[Number]:
    """The cardinal numbers of a sentence that have one value, in order; not years, times, shares and scores."""
    is_spanish = language[:2] == "es"
    found = [*figures(text, language[:2]), *(spelled_numbers(text) if is_spanish else english_number_words(text))]
    numbers = []
    for figure in sorted(found, key=lambda figure: figure.start):
        before, behind = text[max(0, figure.start - 40) : figure.start], text[figure.end : figure.end + 10]
        value = _value(figure.text, figure.values, language[:2])
        if value is None or value < _LEAST or _NO_COUNT_BEHIND.match(behind) or _NO_COUNT_BEFORE.search(before):
            continue
        if _BEHIND_MAGNITUDE.search(before):
            continue
        if figure.text[0].isdigit() and _OF_NAME.search(before):
            continue
        takes_of = re.search(r"(?:millón|millones|billón|billones)$", figure.text) is not None
        numbers.append(Number(value, figure.text, figure.start, figure.end, takes_of))
    return numbers


def _value(text: str, values: frozenset[Fraction], language: str) -> Fraction | None:
    """The one value that a number has; None where it may have several, or none that counts."""
    if _NO_CARDINALS[language].search(text) or _YEAR.fullmatch(text):
        return None
    if _GROUPED.fullmatch(text):  # nobody counts 10,000 people with three decimals
        return max(values)
    return next(iter(values)) if len(values) == 1 else None
