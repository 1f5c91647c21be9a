"""Numbers that Spanish spells out."""

from __future__ import annotations

import functools
import re
from fractions import Fraction

from translate_pipeline.checks.figure import Figure
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
_ORDINALS = {
    form: value
    for stem, value in {"segund": 2, "sext": 6, "séptim": 7, "octav": 8, "noven": 9, "décim": 10, "undécim": 11}.items()
    for form in (f"{stem}o", f"{stem}a")
} | {"tercer": 3, "tercera": 3}
_SIZES = {"docenas": 12, "mil": 1000, "millón": 10**6, "millones": 10**6, "billón": 10**12, "billones": 10**12}
_BILLION = r"(?:mil|miles\s+de)\s+millones"
_SIZE_WORDS = {12: "dozen", 1000: "thousand", 10**6: "million", 10**9: "billion", 10**12: "trillion"}
_SMALL = "|".join(sorted(_UNITS, key=len, reverse=True))
_NUMBER = re.compile(
    rf"\b(?:(?P<tens>{'|'.join(_TENS)})(?:\s+y\s+(?P<unit>un[oa]?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve)\b)?"
    rf"|(?P<small>{_SMALL})|(?P<one>un)(?=\s+(?:mi|bi)ll[oó]n\b(?!\s+y\s+medio))|(?P<ordinal>{'|'.join(_ORDINALS)}))\b"
    rf"(?:\s+(?P<size>{_BILLION}|{'|'.join(_SIZES)})\b)?",
    re.IGNORECASE,
)
# Idioms that English counts in other words, and words that only look like numbers.
_IDIOM = re.compile(
    r"\b(?:quince\s+días|ocho\s+días|segunda\s+mano|dos\s+puntos|de\s+tres\s+al\s+cuarto|(?:los?|el)\s+once|un\s+segundo|"
    r"segunda\s+vuelta|(?:los|años)\s+(?:treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa)|"
    r"a\s+las\s+(?:dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce)(?:\s+y\s+(?:media|cuarto))?"
    r"|tercera?\s+(?:edad|partes?|personas?)|octava\s+maravilla|en\s+segundo\s+lugar)\b",
    re.IGNORECASE,
)


_FIRST_WORDS = frozenset({*_UNITS, *_TENS, *_ORDINALS, "millón", "billón"})


def _value(match: re.Match[str]) -> tuple[int, int]:
    """The value of the number word, and of the magnitude word behind it."""
    size = " ".join((match["size"] or "").casefold().split())
    factor = 10**9 if re.fullmatch(_BILLION, size) else _SIZES.get(size, 1)
    if match["tens"]:
        unit = (match["unit"] or "").casefold()
        return _TENS[match["tens"].casefold()] + (1 if unit.startswith("un") else _UNITS.get(unit, 0)), factor
    if match["one"]:
        return 1, factor
    word = (match["small"] or match["ordinal"]).casefold()
    return _UNITS.get(word) or _ORDINALS[word], factor


def _is_name(text: str, match: re.Match[str]) -> bool:
    """Whether a number with a capital inside a sentence is part of a name, as in Sexta Avenida."""
    return match.group()[0].isupper() and re.search(r"[\w,)]\s*$", text[: match.start()]) is not None


def _english(match: re.Match[str], value: int, factor: int) -> str:
    if factor > 1:
        return f"{in_words(value)} {_SIZE_WORDS[factor]}"
    return in_words(value, ordinal=match["ordinal"] is not None)


@functools.lru_cache(maxsize=4096)
def spelled_numbers(text: str) -> tuple[Figure, ...]:
    """The numbers from two upward that a Spanish text spells out."""
    if words_of(text).isdisjoint(_FIRST_WORDS):
        return ()
    idioms = [match.span() for match in _IDIOM.finditer(text)]
    found = []
    for match in _NUMBER.finditer(text):
        start, end = match.span()
        if any(first <= start < last for first, last in idioms) or _is_name(text, match):
            continue
        value, factor = _value(match)
        english = _english(match, value, factor)
        found.append(Figure(match.group(), start, end, frozenset({Fraction(value * factor)}), english))
    return tuple(found)
