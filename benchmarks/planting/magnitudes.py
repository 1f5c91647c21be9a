"""Wrong magnitudes: million for billion."""

from __future__ import annotations

import re
from fractions import Fraction
from random import Random

from benchmarks.planting.base import Planted, in_case_of, planted, spliced
from benchmarks.planting.readings import english_reading, spanish_readings
from translate_pipeline.checks import Translated

_WORDS = {"un": 1, "one": 1, "a": 1, "dos": 2, "two": 2, "tres": 3, "three": 3, "cuatro": 4, "four": 4, "cinco": 5}
_WORDS |= {"five": 5, "seis": 6, "six": 6, "siete": 7, "seven": 7, "ocho": 8, "eight": 8, "nueve": 9, "nine": 9}
_NUMBER = rf"\d(?:[\d.,]*\d)?|\b(?:{'|'.join(_WORDS)})\b"
_SPANISH = re.compile(rf"({_NUMBER})\s+(mil(?:es\s+de)?\s+millones|millones|millón|billones|billón)\b", re.IGNORECASE)
_ENGLISH = re.compile(rf"({_NUMBER})[ \u00a0-]?(million|billion|trillion|(?<=\d)(?:m|bn|tn))\b", re.IGNORECASE)
_SIZES = {"million": 10**6, "m": 10**6, "billion": 10**9, "bn": 10**9, "trillion": 10**12, "tn": 10**12}
_SIZES |= {"millón": 10**6, "millones": 10**6, "mil millones": 10**9, "miles de millones": 10**9}
_SIZES |= {"billón": 10**12, "billones": 10**12}
_OTHER = {"million": "billion", "billion": "million", "trillion": "billion", "m": "bn", "bn": "m", "tn": "bn"}


def _size(magnitude: str) -> int:
    return _SIZES[" ".join(magnitude.casefold().split())]


def source_amounts(text: str) -> set[Fraction]:
    """The values of the amounts of a Spanish sentence that have a magnitude word."""
    return {
        value * _size(magnitude)
        for number, magnitude in _SPANISH.findall(text)
        for value in ({Fraction(_WORDS[number.casefold()])} if number.isalpha() else spanish_readings(number))
    }


def _value(number: str, magnitude: str) -> Fraction | None:
    value = Fraction(_WORDS[number.casefold()]) if number.isalpha() else english_reading(number)
    return None if value is None else value * _size(magnitude)


def has_wrong_magnitude(pair: Translated, figure: re.Match[str]) -> bool:
    """Whether a figure of the translation has a magnitude word with which the source does not have it."""
    match = _ENGLISH.match(pair.translation, figure.start())
    return match is not None and _value(*match.groups()) not in source_amounts(pair.source)


def plant_wrong_magnitude(pair: Translated, rng: Random) -> Planted | None:
    """3 million as 3 billion, where the source has the amount that was right and not the other."""
    known = source_amounts(pair.source)
    given = list(_ENGLISH.finditer(pair.translation))
    for match in rng.sample(given, len(given)):
        number, magnitude = match.groups()
        other = _OTHER[magnitude.casefold()]
        if _value(number, magnitude) in known and _value(number, other) not in known:
            return planted(pair, spliced(pair.translation, *match.span(2), in_case_of(magnitude, other)))
    return None
