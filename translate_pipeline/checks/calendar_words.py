"""Months and days of the week in Spanish and English."""

from __future__ import annotations

import re
from collections import Counter

from translate_pipeline.checks.words import words_of

_SPANISH_MONTHS = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split()
_ENGLISH_MONTHS = "January February March April May June July August September October November December".split()
_SPANISH_DAYS = "lunes martes miércoles jueves viernes sábado domingo".split()
_ENGLISH_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()

ENGLISH_OF = (
    dict(zip(_SPANISH_MONTHS, _ENGLISH_MONTHS, strict=True))
    | dict(zip(_SPANISH_DAYS, _ENGLISH_DAYS, strict=True))
    | {"setiembre": "September", "miercoles": "Wednesday", "sabado": "Saturday"}
    | {"sábados": "Saturday", "domingos": "Sunday"}
)
MONTH_NUMBER = {name: number for number, name in enumerate(_ENGLISH_MONTHS, 1)}
# `marte`, `julio` and `domingo` with a capital inside a sentence are names.
_SPANISH = re.compile(rf"(?<![\w.@])(?:{'|'.join(sorted(ENGLISH_OF, key=len, reverse=True))})(?!\w)")
_SPANISH_TITLE = re.compile(
    rf"^(?:{'|'.join(name.capitalize() for name in sorted(ENGLISH_OF, key=len, reverse=True))})(?= (?:de )?\d)"
)
_ENGLISH = re.compile(
    rf"\b(?:({'|'.join((*_ENGLISH_MONTHS, *_ENGLISH_DAYS))})s?\b"
    r"|(Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?=\.| \d))"
)
_ENGLISH_WORDS = frozenset(
    form
    for name in (*_ENGLISH_MONTHS, *_ENGLISH_DAYS)
    for form in (name.lower(), f"{name.lower()}s", name[:3].lower(), name[:4].lower())
)
_FULL = {name[:3]: name for name in _ENGLISH_MONTHS}


def spanish_calendar_words(text: str) -> list[tuple[str, str]]:
    """Months and days in a Spanish text: the word, and its English."""
    if words_of(text).isdisjoint(ENGLISH_OF):
        return []
    found = [*_SPANISH_TITLE.finditer(text), *_SPANISH.finditer(text)]
    return [(match.group(), ENGLISH_OF[match.group().casefold()]) for match in found]


def english_calendar_words(text: str) -> Counter[str]:
    """Months and days in an English text, by their full names."""
    if words_of(text).isdisjoint(_ENGLISH_WORDS):
        return Counter()
    return Counter(full or _FULL[short[:3]] for full, short in _ENGLISH.findall(text))
