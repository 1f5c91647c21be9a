"""Wrong numbers in words: cardinals from two to twenty, and ordinals."""

from __future__ import annotations

import re
from random import Random

from benchmarks.planting.base import Planted, in_case_of, planted, spliced
from translate_pipeline.checks import Translated

_SPANISH = [
    "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce", "trece", "catorce",
    "quince", "dieciséis", "diecisiete", "dieciocho", "diecinueve", "veinte",
]  # fmt: skip
_ENGLISH = [
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
]  # fmt: skip
_VALUES = {word: value for words in (_SPANISH, _ENGLISH) for value, word in enumerate(words, 2)}
_FRACTION = r"-(?:half|thirds?|quarters?|fifths?|one|two|three|four|five|six|seven|eight|nine)"
_SPANISH_WORD = re.compile(rf"\b(?:{'|'.join(_SPANISH)})\b(?! (?:tercios|quintos)\b)", re.IGNORECASE)
_ENGLISH_WORD = re.compile(rf"(?<![\w-])(?:{'|'.join(_ENGLISH)}|[1-9]\d?)(?!\w|{_FRACTION}|[.,:/–-]\d)", re.IGNORECASE)
_SPANISH_ORDINALS = [
    r"primer[oa]?(?! (?:lugar|ministr[oa]|división))", r"segund[oa]", r"tercer[oa]?", r"cuart[oa]", r"quint[oa]",
    r"sext[oa]", r"séptim[oa]", r"octav[oa]", r"noven[oa]", r"décim[oa]",
]  # fmt: skip
_ENGLISH_ORDINALS = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"
]  # fmt: skip
_NOT_A_UNIT = r"(?<!\bun )(?<!\bpor )(?<!\bcada )(?<!\ba )(?<!\bper )(?<!\beach )"
_NUMERAL = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)\b")
_ROMAN = {"XIII": 13, "XIV": 14, "XV": 15, "XVI": 16, "XVII": 17, "XVIII": 18, "XIX": 19, "XX": 20, "XXI": 21}


def plant_wrong_number_word(pair: Translated, rng: Random) -> Planted | None:
    """Three as four: the source has one such number, in words, and the translation too, in words or digits."""
    in_source = [_VALUES[match.casefold()] for match in _SPANISH_WORD.findall(pair.source)]
    given = list(_ENGLISH_WORD.finditer(pair.translation))
    if len(in_source) != 1 or len(given) != 1:
        return None
    match, value = given[0], in_source[0]
    word = match.group()
    if (int(word) if word.isdigit() else _VALUES[word.casefold()]) != value:
        return None
    other = rng.choice([near for near in range(value - 3, value + 4) if near != value and 2 <= near <= 20])
    replacement = str(other) if word.isdigit() else in_case_of(word, _ENGLISH[other - 2])
    return planted(pair, spliced(pair.translation, *match.span(), replacement))


def plant_wrong_ordinal(pair: Translated, rng: Random) -> Planted | None:
    """Third as fourth, 19th century as 18th century."""
    in_source = [
        place
        for place, pattern in enumerate(_SPANISH_ORDINALS, 1)
        for _ in re.findall(rf"{_NOT_A_UNIT}\b{pattern}\b", pair.source, re.IGNORECASE)
    ]
    words = rf"{_NOT_A_UNIT}(?<![\w-])(?:{'|'.join(_ENGLISH_ORDINALS)})\b"
    given = list(re.finditer(words, pair.translation, re.IGNORECASE))
    if len(in_source) == len(given) == 1 and _ENGLISH_ORDINALS[in_source[0] - 1] == given[0].group().casefold():
        others = [word for word in _ENGLISH_ORDINALS if word != given[0].group().casefold()][:5]
        return planted(
            pair, spliced(pair.translation, *given[0].span(), in_case_of(given[0].group(), rng.choice(others)))
        )
    return _wrong_numeral(pair, rng)


def _wrong_numeral(pair: Translated, rng: Random) -> Planted | None:
    """A numeral such as 19th changed, where the source has it in digits, as 19º, or as the number of a century."""
    known = {int(digits) for digits in re.findall(r"\b(\d{1,2})(?:[.,]?[ºª°]|er\b|\b)", pair.source)}
    known |= {_ROMAN[numeral] for numeral in re.findall(r"\bsiglo ([XVI]+)\b", pair.source) if numeral in _ROMAN}
    for match in _NUMERAL.finditer(pair.translation):
        value = int(match.group(1))
        if value not in known:
            continue
        other = rng.choice([near for near in range(max(1, value - 3), value + 4) if near not in known])
        return planted(pair, spliced(pair.translation, *match.span(), _numeral(other)))
    return None


def _numeral(value: int) -> str:
    ending = "th" if 10 < value % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{ending}"
