"""Months and days of the week in Spanish and English."""

from __future__ import annotations

import re
from collections import Counter

from translate_pipeline.checks.words import words_of

_SPANISH_MONTHS = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split()
ENGLISH_MONTHS = "January February March April May June July August September October November December".split()
_SPANISH_DAYS = "lunes martes miércoles jueves viernes sábado domingo".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()

ENGLISH_OF = (
    dict(zip(_SPANISH_MONTHS, ENGLISH_MONTHS, strict=True))
    | dict(zip(_SPANISH_DAYS, DAYS, strict=True))
    | {"setiembre": "September", "miercoles": "Wednesday", "sabado": "Saturday"}
    | {"sábados": "Saturday", "domingos": "Sunday"}
)
MONTH_NUMBER = {name: number for number, name in enumerate(ENGLISH_MONTHS, 1)}
# `marte`, `julio` and `domingo` with a capital inside a sentence are names.
_SPANISH = re.compile(rf"(?<![\w.@])(?:{'|'.join(sorted(ENGLISH_OF, key=len, reverse=True))})(?!\w)")
_SPANISH_TITLE = re.compile(
    rf"^(?:{'|'.join(name.capitalize() for name in sorted(ENGLISH_OF, key=len, reverse=True))})(?= (?:de )?\d)"
)
_SHORT_SPANISH = {
    short: ENGLISH_OF[name]
    for name in _SPANISH_MONTHS
    for short in ([name[:3], name[:4]] if name == "septiembre" else [name[:3]])
}
_SHORT_SPANISH_DATE = re.compile(
    rf"(?<=\d )(?:de )?({'|'.join(sorted(_SHORT_SPANISH, key=len, reverse=True))})(?=[. )]|$)"
)
_UPPER = "|".join(name.upper() for name in sorted(ENGLISH_OF, key=len, reverse=True))
# In capitals `JULIO` may be a person, so it takes a day or a year beside it.
_SPANISH_CAPITALS = re.compile(rf"(?:(?<=\d )(?:DE )|\b(?:EL|LOS|DEL|ESTE) )({_UPPER})\b|\b({_UPPER})(?= (?:DE )?\d)")
# Days that are known by the letter of their month: 11-S, 23-F.
_DAY_AND_LETTER = re.compile(r"\b\d{1,2}[-–]([EFMAJSOND])\b")
_NAMES = "|".join((*ENGLISH_MONTHS, *DAYS))
_NAMES_IN_CAPITALS = "|".join(name.upper() for name in (*ENGLISH_MONTHS, *DAYS) if name not in ("May", "March"))
_SHORT = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
_ENGLISH = re.compile(
    rf"\b(?:({_NAMES})s?\b|({_NAMES_IN_CAPITALS})S?\b|(MAY|MARCH)(?=,? \d)|(?<=\d )(MAY|MARCH)\b"
    rf"|(?:IN|OF) (MAY|MARCH)\b|({_SHORT}|{_SHORT.upper()})(?=\.| \d|[-–/](?:{_SHORT})\b)|(?<=[-–/])({_SHORT})\b)"
)
_ENGLISH_WORDS = frozenset(
    form
    for name in (*ENGLISH_MONTHS, *DAYS)
    for form in (name.lower(), f"{name.lower()}s", name[:3].lower(), name[:4].lower())
)
_FULL_NAMES = frozenset({*ENGLISH_MONTHS, *DAYS})
_FULL = {name[:3]: name for name in ENGLISH_MONTHS}


_SPANISH_GATE = frozenset({*ENGLISH_OF, *_SHORT_SPANISH})


def _spanish_full(text: str) -> list[str]:
    found = [*_SPANISH_TITLE.findall(text), *_SPANISH.findall(text)]
    if any(word.isupper() for word in text.split()):
        found += [date or before for date, before in _SPANISH_CAPITALS.findall(text)]
    return found


def spanish_calendar_words(text: str) -> list[tuple[str, str]]:
    """Months and days in a Spanish text: the word, and its English."""
    if words_of(text).isdisjoint(_SPANISH_GATE):
        return []
    found = [(word, ENGLISH_OF[word.casefold()]) for word in _spanish_full(text)]
    return found + [(short, _SHORT_SPANISH[short]) for short in _SHORT_SPANISH_DATE.findall(text)]


def calendar_words_meant(text: str) -> set[str]:
    """The English months and days that any word of a Spanish text may mean, in any spelling, short, or as a letter."""
    words = {word.strip("0123456789_") for word in words_of(text)}
    meant = {ENGLISH_OF.get(word) or _SHORT_SPANISH.get(word, "") for word in words}
    for letter in _DAY_AND_LETTER.findall(text):
        meant.update(ENGLISH_OF[name] for name in _SPANISH_MONTHS if name.startswith(letter.lower()))
    return meant - {""}


def english_calendar_words(text: str) -> Counter[str]:
    """Months and days in an English text, by their full names."""
    if words_of(text).isdisjoint(_ENGLISH_WORDS):
        return Counter()
    found = (next(filter(None, groups)).capitalize() for groups in _ENGLISH.findall(text))
    return Counter(word if word in _FULL_NAMES else _FULL[word[:3]] for word in found)
