"""Numbers that English spells out."""

from __future__ import annotations

import re
from fractions import Fraction

from translate_pipeline.checks.figure import Figure
from translate_pipeline.checks.words import words_of

_UNITS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_TEENS = ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ORDINAL_UNITS = ["zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"]
_ORDINAL_TEENS = ["tenth", "eleventh", "twelfth", *(f"{word}th" for word in _TEENS[3:])]
_MAGNITUDES = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}


def _words() -> dict[str, int]:
    words = dict(zip([*_UNITS, *_TEENS], range(20), strict=True))
    words |= dict(zip([*_ORDINAL_UNITS, *_ORDINAL_TEENS], range(20), strict=True))
    for place, ten in enumerate(_TENS, 2):
        decade, stem = 10 * place, ten.removesuffix("y")
        words |= {ten: decade, f"{stem}ieth": decade, f"{stem}ies": decade}
        for unit in range(1, 10):
            words |= {f"{ten}-{_UNITS[unit]}": decade + unit, f"{ten}-{_ORDINAL_UNITS[unit]}": decade + unit}
    words |= {f"{word}s": value for word, value in zip(_ORDINAL_UNITS[3:], range(3, 10), strict=True)}
    return words | {"once": 1, "twice": 2, "double": 2, "triple": 3, "both": 2, "couple": 2, "pair": 2, "dozen": 12}


_VALUES = _words()
_FIRST_WORDS = frozenset({*_VALUES, *_MAGNITUDES, "half"})
_WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*")


def _value(word: str, following: str) -> int | None:
    """The value of a word, also within a compound: `seven-year-old`, `top-ten`, `twenty-first-century`."""
    value = _VALUES.get(word)
    if value is not None or "-" not in word:
        return 1 if value is None and word in ("a", "an") and following in _MAGNITUDES else value
    parts = word.split("-")
    for part in ("-".join(parts[:2]), parts[0], parts[-1]):
        if part in _VALUES:
            return _VALUES[part]
    return None


def _half(words: list[str], index: int) -> tuple[set[Fraction], int]:
    """The values of `half` at a place, and where what belongs to it ends: `half a million`, `half of an hour`."""
    end = index + 1
    while end < len(words) and words[end] in ("of", "a", "an"):
        end += 1
    if end < len(words) and words[end] in _MAGNITUDES:
        return {Fraction(_MAGNITUDES[words[end]], 2)}, end
    return {Fraction(1, 2), Fraction(50)}, index


def english_number_words(text: str) -> list[Figure]:
    """The numbers that an English text spells out, each with its magnitude word."""
    if words_of(text).isdisjoint(_FIRST_WORDS):
        return []
    matches = list(_WORD.finditer(text))
    words = [match.group().lower() for match in matches]
    found: list[Figure] = []
    last = -1
    for index, word in enumerate(words):
        if index <= last:
            continue
        last, following = index, words[index + 1] if index + 1 < len(words) else ""
        values: set[Fraction]
        if word == "half":
            values, last = _half(words, index)
        else:
            value = _value(word, following)
            if value is None:
                continue
            factor = _MAGNITUDES.get(following.removesuffix("s"))
            if factor is not None:
                last = index + 1
                if factor == 1000 and words[last + 1 : last + 2] == ["million"]:
                    factor, last = 10**9, last + 1
            values = {Fraction(value * (factor or 1))}
        start, end = matches[index].start(), matches[last].end()
        found.append(Figure(text[start:end], start, end, frozenset(values)))
    return found


def in_words(value: int, ordinal: bool = False) -> str:
    """A number from 0 to 99 in English words."""
    if value < 20:
        return [*_ORDINAL_UNITS, *_ORDINAL_TEENS][value] if ordinal else [*_UNITS, *_TEENS][value]
    ten, unit = _TENS[value // 10 - 2], value % 10
    if unit:
        return f"{ten}-{(_ORDINAL_UNITS if ordinal else _UNITS)[unit]}"
    return f"{ten.removesuffix('y')}ieth" if ordinal else ten
