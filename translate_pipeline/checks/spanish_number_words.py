"""Numbers that Spanish spells out."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from fractions import Fraction
from itertools import chain
from typing import NamedTuple

from translate_pipeline.checks.figure import Figure
from translate_pipeline.checks.figures import in_figures, time_of_day
from translate_pipeline.checks.number_words import in_words
from translate_pipeline.checks.words import words_of

# `un` and `una` are articles, `cuarto` is a room or a quarter, `quinta` an estate.
_UNITS = {
    word: value
    for value, words in enumerate(
        "dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete "
        "dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete "
        "veintiocho veintinueve".split(),
        2,
    )
    for word in (words, words.replace("é", "e").replace("ó", "o"))
} | {"veintiún": 21, "veintiun": 21, "veintiuna": 21}
_TENS = {
    word: 10 * tens for tens, word in enumerate("treinta cuarenta cincuenta sesenta setenta ochenta noventa".split(), 3)
}
_HUNDREDS = {"cien": 100, "ciento": 100} | {
    f"{stem}{ending}": 100 * value
    for value, stem in enumerate(
        "doscient trescient cuatrocient quinient seiscient setecient ochocient novecient".split(), 2
    )
    for ending in ("os", "as")
}
_ONE = {"un": 1, "uno": 1, "una": 1}
_AFTER_TENS = _ONE | {word: value for word, value in _UNITS.items() if value < 10}
_ORDINAL_STEMS = {
    "segund": 2, "sext": 6, "séptim": 7, "octav": 8, "noven": 9, "décim": 10, "undécim": 11, "duodécim": 12,
    "decimosegund": 12, "decimotercer": 13, "decimocuart": 14, "decimoquint": 15, "decimosext": 16, "decimoséptim": 17,
    "decimoctav": 18, "decimonoven": 19, "vigésim": 20, "trigésim": 30, "cuadragésim": 40, "quincuagésim": 50,
    "sexagésim": 60,
}  # fmt: skip
_ORDINALS = {f"{stem}{ending}": value for stem, value in _ORDINAL_STEMS.items() for ending in "oa"} | {
    "tercer": 3,
    "tercera": 3,
    "decimotercer": 13,
}
_ORDINAL_UNITS = {
    form: value
    for value, stem in enumerate("primer segund tercer cuart quint sext séptim octav noven".split(), 1)
    for form in (f"{stem}o", f"{stem}a")
} | {"primer": 1, "tercer": 3}
_COLLECTIVES = {"docenas": 12, "decenas": 10, "centenares": 100, "millares": 1000}
_LARGE = {"millón": 10**6, "millones": 10**6, "billón": 10**12, "billones": 10**12}
_SIZE_WORDS = {12: "dozen", 1000: "thousand", 10**6: "million", 10**9: "billion", 10**12: "trillion"}
_HOURS = "dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce"
# Idioms that English counts in other words, and words that only look like numbers.
_IDIOM = re.compile(
    r"\b(?:quince\s+días|ocho\s+días|segunda\s+mano|dos\s+puntos|de\s+tres\s+al\s+cuarto|el\s+once|un\s+segundo|"
    r"segunda\s+vuelta|(?:los|años)\s+(?:treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa)|"
    rf"a\s+las\s+(?P<hour>{_HOURS})(?:\s+y\s+(?:media|cuarto)|\s+menos\s+cuarto)?"
    r"|tercera?\s+(?:edad|partes?|personas?)|octava\s+maravilla|en\s+segundo\s+lugar"
    r"|(?P<noun>hora|año|mes|semana|día|siglo|metro|punto)\s+y\s+medi[oa]|(?P<nights>mil\s+y\s+una)"
    r"|(?P<count>una?|medi[oa])\s+(?P<size>millar|centenar|decena|(?<=medio\s)(?:millón|billón))(?!\s+(?:y\s+medi|de\s+mill)))\b",
    re.IGNORECASE,
)
_COLLECTIVE_SIZES = {"decena": 10, "centenar": 100, "millar": 1000, "millón": 10**6, "billón": 10**12}
_NOT_A_THOUSAND = frozenset(
    "gracias veces cosas maneras modos formas razones amores perdones disculpas demonios".split()
)
_HALF_OF_DAY = re.compile(r"\s+de\s+la\s+(?:(?P<am>mañana|madrugada)|(?P<pm>tarde|noche))\b")
_AND_A_HALF = re.compile(r"\s+\w+\s+y\s+medi[oa]\b")
_WORD = re.compile(r"\w+")
_FIRST_WORDS = frozenset({*_UNITS, *_TENS, *_HUNDREDS, *_ORDINALS, "mil", "millón", "billón"})
_IDIOM_WORDS = frozenset({*_UNITS, *_TENS, *_ORDINALS, *_COLLECTIVE_SIZES, "medio", "media", "mil"})


class _Number(NamedTuple):
    """The value of a number, the index behind its last word, and its English if that is not in figures."""

    value: Fraction
    end: int
    english: str


class _Words:
    """The words of a text; those that belong to one number follow each other with nothing but space between."""

    def __init__(self, text: str) -> None:
        self.spans = [match.span() for match in _WORD.finditer(text)]
        self._lower = [text[start:end].lower() for start, end in self.spans]
        self._joined = [
            text[end:start].isspace() for (_, end), (start, _) in zip(self.spans, self.spans[1:], strict=False)
        ]

    def at(self, index: int) -> str:
        """A word in lower case; empty behind the last one."""
        return self._lower[index] if 0 <= index < len(self._lower) else ""

    def following(self, index: int) -> str:
        """A word that continues the one before it; empty if none does."""
        return self._lower[index] if 0 < index < len(self._lower) and self._joined[index - 1] else ""

    def number(self, first: int) -> _Number | None:
        """The number whose first word has this index."""
        word = self.at(first)
        unit = _ORDINAL_UNITS.get(self.following(first + 1), 0)
        if unit and _ORDINALS.get(word, 0) >= 20:
            value = _ORDINALS[word] + unit
            return _Number(Fraction(value), first + 2, in_words(value, ordinal=True))
        if word in _ORDINALS:
            return _Number(Fraction(_ORDINALS[word]), first + 1, in_words(_ORDINALS[word], ordinal=True))
        total, end, limit, groups, english = Fraction(0), first, 10**18, 0, ""
        while True:
            value, behind = self._group(end, word)
            size, after = self._size(behind if value else end, word if end == first and not value else "")
            if value and limit == 1000 and total < 10**6 and size in (10**6, 10**12):
                # `mil quinientos millones`: the thousand belongs to the millions.
                total, end, english = (total + value) * size, after, ""
                break
            if not value:
                # `mil millones` may stand alone, but not in `10 mil millones`; `un millón` has its article.
                if word == "mil" and size >= 1000 and not self._follows_figure(first):
                    value = 1
                elif groups == 0 and word == "un" and self.following(first + 1) in ("millón", "billón"):
                    value, (size, after) = 1, self._size(first + 1, "")
                else:
                    break
            if size >= limit:
                break
            total, end, limit, groups = total + value * size, after, size, groups + 1
            english = f"{in_words(value)} {_SIZE_WORDS.get(size, '')}".rstrip() if value < 100 else ""
            if size in (12, 10, 100):
                english = english if size == 12 else ""
                break
            if size >= 10**6 and (self.following(end), self.following(end + 1)) == ("y", "medio"):
                return _Number(total + Fraction(size, 2), end + 2, "")
            if size == 1:
                break
            word = self.following(end)
        if total == 0:
            return None
        return _Number(total, end, english if groups == 1 else "")

    def _follows_figure(self, index: int) -> bool:
        return index > 0 and bool(self.following(index)) and self._lower[index - 1][-1].isdigit()

    def _group(self, index: int, word: str) -> tuple[int, int]:
        """A value below a thousand that begins with a word, 0 if none does, and the index behind it."""
        hundreds = _HUNDREDS.get(word, 0)
        if hundreds:
            index, word = index + 1, self.following(index + 1)
        if word in _TENS:
            if self.following(index + 1) == "y" and self.following(index + 2) in _AFTER_TENS:
                return hundreds + _TENS[word] + _AFTER_TENS[self.following(index + 2)], index + 3
            return hundreds + _TENS[word], index + 1
        if word in _UNITS or (hundreds and word in _ONE):
            return hundreds + (_UNITS.get(word) or 1), index + 1
        return hundreds, index

    def _size(self, index: int, word: str) -> tuple[int, int]:
        """The magnitude word at an index, 1 if there is none, and the index behind it."""
        word = word or self.following(index)
        if word in ("mil", "miles", "millares"):
            of = 1 if self.following(index + 1) == "de" else 0
            if self.following(index + 1 + of) == "millones":
                return 10**9, index + 2 + of
        if word == "mil":
            return 1000, index + 1
        size = _LARGE.get(word) or _COLLECTIVES.get(word)
        return (size, index + 1) if size else (1, index)


def _counts(before: str, noun: str) -> bool:
    """Whether `mil` is a number: `mil toneladas`, not `mil gracias`."""
    return before != "a" and noun.endswith("s") and noun not in _NOT_A_THOUSAND


def _is_name(text: str, start: int) -> bool:
    """Whether a number with a capital inside a sentence is part of a name, as in Sexta Avenida."""
    before = text[max(0, start - 20) : start].rstrip()[-1:]
    return text[start].isupper() and (before.isalnum() or before in ("_", ",", ")")) and before != ""


def _idiom_values(match: re.Match[str]) -> set[Fraction]:
    """The values that an idiom may have in English, next to those of its own number words."""
    if match["size"]:
        size = _COLLECTIVE_SIZES.get(match["size"].lower(), 0)
        return {Fraction(size, 2 if match["count"].lower().startswith("medi") else 1)}
    if match["noun"]:  # an hour and a half is 90 minutes, a year and a half 18 months
        return {Fraction(3, 2), Fraction(90), Fraction(18)}
    if match["nights"]:
        return {Fraction(1001)}
    if match["hour"]:
        hour = _UNITS.get(match["hour"].lower(), 0)
        times = [(hour, 0), (hour, 15), (hour, 30), (hour - 1, 45)]
        return set(chain({Fraction(15), Fraction(30)}, *(time_of_day(*time) for time in times)))
    return set()


def _values(number: _Number, text: str, end: int) -> frozenset[Fraction]:
    """The values of a number with what follows it: `tres años y medio`, `tres de la tarde`."""
    values = {number.value}
    half = _HALF_OF_DAY.match(text, end)
    if half and number.value <= 12:
        values |= time_of_day(int(number.value), 0, half.lastgroup or "")
    if _AND_A_HALF.match(text, end):
        values.add(number.value + Fraction(1, 2))
    return frozenset(values)


def _in_spans(places: Sequence[int], spans: Sequence[tuple[int, int]]) -> list[bool]:
    """For each place, in ascending order, whether it is in one of the spans, which are in order too."""
    inside, index = [], 0
    for place in places:
        while index < len(spans) and spans[index][1] <= place:
            index += 1
        inside.append(index < len(spans) and spans[index][0] <= place)
    return inside


@functools.lru_cache(maxsize=4096)
def _numbers(text: str) -> tuple[tuple[Figure, ...], frozenset[Fraction]]:
    """The numbers that a text spells out, and the values of those that are idioms."""
    words = words_of(text)
    idioms = [] if words.isdisjoint(_IDIOM_WORDS) else list(_IDIOM.finditer(text))
    allowed = {value for match in idioms for value in _idiom_values(match)}
    if words.isdisjoint(_FIRST_WORDS):
        return (), frozenset(allowed)
    found, tokens, index = [], _Words(text), 0
    while index < len(tokens.spans):
        number = tokens.number(index)
        if number is None:
            index += 1
            continue
        # `cien` and `mil` alone become a century, a hundred or many thanks; `por ciento` is a sign.
        alone = number.end == index + 1 and tokens.at(index) in ("cien", "ciento", "mil")
        if alone and tokens.at(index) == "mil":
            alone = not _counts(tokens.at(index - 1), tokens.following(index + 1))
        start, end = tokens.spans[index][0], tokens.spans[number.end - 1][1]
        index = number.end
        if not alone and not _is_name(text, start):
            english = number.english or in_figures(number.value)
            found.append(Figure(text[start:end], start, end, _values(number, text, end), english))
    inside = _in_spans([figure.start for figure in found], [match.span() for match in idioms])
    for figure, is_idiom in zip(found, inside, strict=True):
        if is_idiom:
            allowed |= figure.values
    return tuple(figure for figure, is_idiom in zip(found, inside, strict=True) if not is_idiom), frozenset(allowed)


def spelled_numbers(text: str) -> tuple[Figure, ...]:
    """The numbers from two upward that a Spanish text spells out, without those of idioms."""
    return _numbers(text)[0]


def idiom_values(text: str) -> frozenset[Fraction]:
    """What the idioms of a Spanish text may be in English: `quince días` fifteen, `medio millón` 500,000."""
    return _numbers(text)[1]
