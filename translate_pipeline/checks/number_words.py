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

_CARDINALS = dict(zip([*_UNITS, *_TEENS], range(20), strict=True))
_DECADES = {word: 10 * place for place, word in enumerate(_TENS, 2)}
_ORDINALS = dict(zip([*_ORDINAL_UNITS, *_ORDINAL_TEENS], range(20), strict=True)) | {
    f"{word.removesuffix('y')}ieth": value for word, value in _DECADES.items()
}
_BELOW_TEN = {word: value for word, value in (_CARDINALS | _ORDINALS).items() if 0 < value < 10}
_BELOW_HUNDRED = _CARDINALS | _DECADES | _ORDINALS
_VALUES = (
    _BELOW_HUNDRED
    | {f"{word.removesuffix('y')}ies": value for word, value in _DECADES.items()}
    | {f"{word}s": value for word, value in zip(_ORDINAL_UNITS[3:], range(3, 10), strict=True)}
    | {"once": 1, "twice": 2, "double": 2, "triple": 3, "both": 2, "couple": 2, "pair": 2, "dozen": 12}
)
_QUARTERS = ("quarter", "quarters")
_THIRDS = {
    ("a", "third"): (Fraction(3), Fraction(1, 3), Fraction(33)),
    ("one", "third"): (Fraction(3), Fraction(1, 3), Fraction(33)),
    ("two", "thirds"): (Fraction(2), Fraction(2, 3), Fraction(66), Fraction(67)),
}
_FIRST_WORDS = frozenset({*_VALUES, *_MAGNITUDES, "half", *_QUARTERS})
_WORD = re.compile(r"[A-Za-z]+")
# In `2 and a half million` the words belong to the figure.
_OF_FIGURE = re.compile(r"\d[ -]and[ -]a[ -]$")
_COMPOUND_BEFORE = re.compile(r"(?:[A-Za-z]{1,30}-){1,8}$")
_COMPOUND_AFTER = re.compile(r"(?:-[A-Za-z]{1,30}){1,8}")


class _Words:
    """The words of a text; those of one number follow each other with space or a hyphen between."""

    def __init__(self, text: str) -> None:
        self.spans = [match.span() for match in _WORD.finditer(text)]
        self._lower = [text[start:end].lower() for start, end in self.spans]
        gaps = [text[end:start] for (_, end), (start, _) in zip(self.spans, self.spans[1:], strict=False)]
        self._joined = [gap == "-" or gap.isspace() for gap in gaps]

    def at(self, index: int) -> str:
        """A word in lower case."""
        return self._lower[index]

    def following(self, index: int) -> str:
        """A word that continues the one before it; empty if none does."""
        return self._lower[index] if 0 < index < len(self._lower) and self._joined[index - 1] else ""

    def _magnitude(self, index: int) -> tuple[int, int]:
        """The magnitude word at an index, 1 if there is none, and the index behind it."""
        word = self.following(index)
        size = _MAGNITUDES.get(word.removesuffix("s"))
        if size is None:
            return 1, index
        if size == 1000 and self.following(index + 1) == "million":
            return 10**9, index + 2
        return size, index + 1

    def _small(self, index: int, word: str) -> tuple[int, int] | None:
        """A value below a hundred, and the index behind it."""
        if word not in _BELOW_HUNDRED:
            return None
        unit = _BELOW_TEN.get(self.following(index + 1)) if word in _DECADES else None
        return (_BELOW_HUNDRED[word] + unit, index + 2) if unit else (_BELOW_HUNDRED[word], index + 1)

    def _has_half(self, index: int) -> bool:
        return [self.following(index + place) for place in range(3)] == ["and", "a", "half"]

    def half(self, first: int) -> tuple[set[Fraction], int]:
        """The values of `half` and the index behind what belongs to it: `half a million`, `half of an hour`."""
        index = first + 1
        while self.following(index) in ("of", "a", "an"):
            index += 1
        size = _MAGNITUDES.get(self.following(index))
        if size:
            return {Fraction(size, 2)}, index + 1
        return {Fraction(1, 2), Fraction(50)}, first + 1

    def number(self, first: int) -> tuple[set[Fraction], int] | None:
        """The values of the number whose first word has this index, and the index behind its last word."""
        word = self.at(first)
        if word == "half":
            return self.half(first)
        if word in _QUARTERS:
            return {Fraction(1, 4), Fraction(25)}, first + 1
        if word == "three" and self.following(first + 1) in _QUARTERS:
            return {Fraction(3), Fraction(3, 4), Fraction(75)}, first + 2
        if (word, self.following(first + 1)) in _THIRDS:
            return set(_THIRDS[word, self.following(first + 1)]), first + 2
        if word in ("a", "an") and self.following(first + 1) in _MAGNITUDES:
            start: tuple[int, int] | None = (1, first + 1)
        else:
            start = self._small(first, word) or ((_VALUES[word], first + 1) if word in _VALUES else None)
        total, limit, end = Fraction(0), 10**18, first
        while start is not None:
            value, index = self._hundreds(*start)
            half = self._has_half(index)
            size, behind = self._magnitude(index + 3 if half else index)
            if size >= limit:
                break
            if half:
                value += Fraction(1, 2)
            total, limit, end = total + value * size, size, behind
            if size >= 1000 and self._has_half(end):
                return {total + Fraction(size, 2)}, end + 3
            if size == 1 or size == 12 or half:
                break
            start = self._next_group(end)
        return ({total}, end) if end > first else None

    def _hundreds(self, value: int, index: int) -> tuple[Fraction, int]:
        """A value with `hundred` and what is below it: `two hundred and fifty`."""
        if self.following(index).removesuffix("s") != "hundred" or value >= 100:
            return Fraction(value), index
        rest = self._next_group(index + 1)
        if rest is None or self._magnitude(rest[1])[0] in (12, 100):
            return Fraction(100 * value), index + 1
        return Fraction(100 * value + rest[0]), rest[1]

    def _next_group(self, index: int) -> tuple[int, int] | None:
        """The value below a hundred at an index, with or without `and` before it, and the index behind it."""
        if self.following(index) == "and":
            index += 1
        return self._small(index, self.following(index))


def _with_compound(text: str, start: int, end: int) -> tuple[int, int]:
    """A number within its compound: `seven-year-old`, `top-ten`."""
    before = _COMPOUND_BEFORE.search(text[max(0, start - 100) : start])
    after = _COMPOUND_AFTER.match(text, end)
    return start - len(before.group() if before else ""), after.end() if after else end


def english_number_words(text: str) -> list[Figure]:
    """The numbers that an English text spells out, each with its magnitude word."""
    if words_of(text).isdisjoint(_FIRST_WORDS):
        return []
    words, found, index = _Words(text), [], 0
    while index < len(words.spans):
        number = words.number(index)
        if number is None or _OF_FIGURE.search(text[max(0, words.spans[index][0] - 10) : words.spans[index][0]]):
            index += 1
            continue
        values, behind = number
        start, end = _with_compound(text, words.spans[index][0], words.spans[behind - 1][1])
        found.append(Figure(text[start:end], start, end, frozenset(values)))
        index = behind
    return found


def in_words(value: int, ordinal: bool = False) -> str:
    """A number from 0 to 99 in English words."""
    if value < 20:
        return [*_ORDINAL_UNITS, *_ORDINAL_TEENS][value] if ordinal else [*_UNITS, *_TEENS][value]
    ten, unit = _TENS[value // 10 - 2], value % 10
    if unit:
        return f"{ten}-{(_ORDINAL_UNITS if ordinal else _UNITS)[unit]}"
    return f"{ten.removesuffix('y')}ieth" if ordinal else ten


def ordinal_figure(value: int) -> str:
    """An ordinal in figures with its English ending: 1st, 2nd, 13th."""
    ending = "th" if value % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{ending}"
