"""Roman numerals: editions, kings, chapters, centuries."""

from __future__ import annotations

import re
from fractions import Fraction

from translate_pipeline.checks.figure import Figure
from translate_pipeline.checks.number_words import ordinal_figure

_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_WELL_FORMED = r"(?:C{1,3})?(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})"
# Two letters of which one is L or C (CD, CC, XL, LI) are more often an abbreviation.
_NUMERAL = re.compile(rf"(?<![\w.&-])(?=[IVX]{{2}}|[IVXLC]{{3}}){_WELL_FORMED}(?![\w&]|[.-]\w)")
_CENTURY = re.compile(
    rf"\bsiglos?\s+(?P<first>{_WELL_FORMED})(?!\w)(?:\s+(?:y|e|al|o)\s+(?P<second>{_WELL_FORMED})(?!\w))?",
    re.IGNORECASE,
)
# A numeral between one of these and a noun counts it: la XXV edición.
_DETERMINERS = frozenset("el la los las del al un una su sus este esta y e o de en".split())
_WORD_BEFORE = re.compile(r"(\w+)\s+$")
_WORD_AFTER = re.compile(r"\s+[^\W\d_]{3}")
# World War II as WWII, the XXth century.
_IN_ENGLISH = re.compile(rf"(?<=\bWW)I{{1,3}}\b|\b(?=[IVXLC]){_WELL_FORMED}(?=(?:st|nd|rd|th)\b)")


def roman_value(numeral: str) -> int:
    """The value of a well-formed Roman numeral below 400."""
    values = [_VALUES[letter] for letter in numeral]
    return sum(
        -value if value < following else value for value, following in zip(values, [*values[1:], 0], strict=True)
    )


def _of_century(number: int) -> frozenset[Fraction]:
    """The number of a century, and the hundred years as English names them: the 1800s."""
    return frozenset({Fraction(number), Fraction(100 * (number - 1))})


def _centuries(text: str) -> list[Figure]:
    found = []
    for match in _CENTURY.finditer(text):
        numerals = [group for group in ("first", "second") if match[group]]
        for group in numerals:
            if not match[group].isupper():
                continue
            value = roman_value(match[group])
            alone = len(numerals) == 1 and match.group()[5] not in "sS"
            start = match.start() if alone else match.start(group)
            english = f"{ordinal_figure(value)} century" if alone else ordinal_figure(value)
            found.append(Figure(text[start : match.end(group)], start, match.end(group), _of_century(value), english))
    return found


def spanish_roman_numerals(text: str) -> list[Figure]:
    """The numbers that a Spanish text writes in Roman numerals, in order; none in a text of capitals.

    Single letters count only behind `siglo`: V is a letter, X a network.
    """
    if text.isupper():
        return []
    found = _centuries(text)
    for match in _NUMERAL.finditer(text):
        if any(figure.start <= match.start() < figure.end for figure in found):
            continue
        value = roman_value(match.group())
        before = _WORD_BEFORE.search(text[max(0, match.start() - 20) : match.start()])
        counts = before is not None and before[1].casefold() in _DETERMINERS and _WORD_AFTER.match(text, match.end())
        english = ordinal_figure(value) if counts else match.group()
        found.append(Figure(match.group(), *match.span(), frozenset({Fraction(value)}), english))
    return sorted(found, key=lambda figure: figure.start)


def roman_values(text: str) -> frozenset[Fraction]:
    """The values of the Roman numerals of an English text."""
    numerals = [match.group() for pattern in (_NUMERAL, _IN_ENGLISH) for match in pattern.finditer(text)]
    return frozenset(Fraction(roman_value(numeral)) for numeral in numerals)
