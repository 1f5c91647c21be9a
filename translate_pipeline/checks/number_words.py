"""Numbers that English spells out."""

from __future__ import annotations

import re
from collections import Counter
from fractions import Fraction

_UNITS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_TEENS = ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ORDINAL_UNITS = ["zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"]
_ORDINAL_TEENS = ["tenth", "eleventh", "twelfth", *(f"{word}th" for word in _TEENS[3:])]
_MAGNITUDES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)?")
_HALF = re.compile(r"\bhalf(?: of)?(?: an?)? (hundred|thousand|million|billion|trillion)\b")


def _words() -> dict[str, int]:
    words = dict(zip([*_UNITS, *_TEENS], range(20), strict=True))
    words |= dict(zip([*_ORDINAL_UNITS, *_ORDINAL_TEENS], range(20), strict=True))
    for place, ten in enumerate(_TENS, 2):
        decade, stem = 10 * place, ten.removesuffix("y")
        words |= {ten: decade, f"{stem}ieth": decade, f"{stem}ies": decade}
        for unit in range(1, 10):
            words |= {f"{ten}-{_UNITS[unit]}": decade + unit, f"{ten}-{_ORDINAL_UNITS[unit]}": decade + unit}
    return words | {"dozen": 12, "once": 1, "twice": 2, "double": 2, "triple": 3, "both": 2}


_VALUES = _words()


def spelled_values(text: str) -> Counter[Fraction]:
    """The values of the number words in an English text, with and without the magnitude behind them."""
    lower = text.casefold()
    found: Counter[Fraction] = Counter()
    words = _WORD.findall(lower)
    for word, following in zip(words, [*words[1:], ""], strict=False):
        value = _VALUES.get(word, 1 if word in ("a", "an") and following in _MAGNITUDES else None)
        if value is None:
            continue
        found[Fraction(value)] += 1
        if following in _MAGNITUDES:
            found[Fraction(value * _MAGNITUDES[following])] += 1
    for match in _HALF.finditer(lower):
        found[Fraction(_MAGNITUDES[match.group(1)], 2)] += 1
    if re.search(r"\bhalf\b", lower):
        found.update([Fraction(1, 2), Fraction(50)])
    return found
