"""The numbers of a Spanish text, in whatever way it writes them."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import replace

from translate_pipeline.checks.collective_numbers import collective_numbers
from translate_pipeline.checks.decades import spelled_decades
from translate_pipeline.checks.figure import Figure
from translate_pipeline.checks.figures import figures
from translate_pipeline.checks.roman_numerals import spanish_roman_numerals
from translate_pipeline.checks.spanish_number_words import spelled_numbers

# Spanish words from which English makes a number of its own.
_OTHER_NUMBERS = tuple((value, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for value, words in (
    (2, r"amb[oa]s|par|pareja|doble|dúo|bi\w+|segund\w+|mitad|medi[oa]|otr[oa]|gemel[oa]s|semestre|quince\w*"),
    (3, r"terc\w+|tripl\w+|trí\w+|tri\w+|trimestre"),
    (4, r"cuart\w+|cuádr\w+|cuatri\w+"),
    (5, r"quint\w+|lustro"),
    (6, r"sext\w+|semestre|medi[oa]"),
    (7, r"séptim\w+|semana\w*|once"),
    (8, r"octav\w+|octo\w+|ocho"),
    (9, r"noven\w+"),
    (10, r"decen\w+|decad\w+|déc\w+|diez"),
    (12, r"docen\w+|duodécim\w+|doce"),
    (20, r"veint\w+|XX"),
    (100, r"cien|cientos?|centen\w+|siglos?"),
    (1000, r"mil|miles|milen\w+"),
))  # fmt: skip
_ANY_NUMBER = re.compile(r"\b(?:[IVXLC]{1,6}|cient[oa]s|\w+avo)\b")


def _decade_around(number: Figure, decades: Sequence[Figure]) -> Figure | None:
    return next((decade for decade in decades if decade.start <= number.start < decade.end), None)


def _or_its_decade(numeral: Figure, decades: Sequence[Figure]) -> Figure:
    """A century that stands in a decade, which its years may stand for: the 1830s."""
    decade = _decade_around(numeral, decades)
    if decade is None:
        return numeral
    return replace(numeral, values=numeral.values | {value for value in decade.values if value >= 100})


@functools.lru_cache(maxsize=4096)
def source_numbers(source: str) -> tuple[tuple[Figure, ...], tuple[Figure, ...]]:
    """The figures of a Spanish source, and its numbers in words and Roman numerals."""
    decades = spelled_decades(source)
    romans = [_or_its_decade(numeral, decades) for numeral in spanish_roman_numerals(source)]
    spelled = [number for number in spelled_numbers(source) if _decade_around(number, decades) is None]
    return tuple(figures(source, "es")), (*spelled, *collective_numbers(source), *decades, *romans)


def other_numbers(source: str) -> frozenset[int] | None:
    """The values that other words of a Spanish source may become in English; None for any."""
    read = [(figure.start, figure.end) for figure in source_numbers(source)[1]]
    unread = (match.start() for match in _ANY_NUMBER.finditer(source))
    if any(not any(start <= place < end for start, end in read) for place in unread):
        return None
    return frozenset(value for value, words in _OTHER_NUMBERS if words.search(source))
