"""Roman numerals: centuries, editions, kings."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_pipeline.checks.roman_numerals import roman_value, roman_values, spanish_roman_numerals

_SIGNS = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def roman(value: int) -> str:
    out = ""
    for size, sign in _SIGNS:
        out += sign * (value // size)
        value %= size
    return out


@given(st.integers(1, 399))
def test_every_numeral_below_four_hundred_is_read(value: int) -> None:
    assert roman_value(roman(value)) == value


@pytest.mark.parametrize(
    ("text", "words", "english"),
    [
        ("en el siglo XXI", "siglo XXI", "21st century"),
        ("Siglo V antes de Cristo", "Siglo V", "5th century"),
        ("los siglos XIX", "XIX", "19th"),
        ("la XXV edición", "XXV", "25th"),
        ("el III Foro", "III", "3rd"),
        ("el rey Felipe VI", "VI", "VI"),
        ("el capítulo IV", "IV", "IV"),
        ("la LXV Legislatura", "LXV", "65th"),
    ],
)
def test_a_numeral_and_its_english(text: str, words: str, english: str) -> None:
    assert [(figure.text, figure.english) for figure in spanish_roman_numerals(text)] == [(words, english)]


def test_two_centuries_share_their_noun() -> None:
    assert [figure.text for figure in spanish_roman_numerals("entre los siglos XIX y XX")] == ["XIX", "XX"]


@pytest.mark.parametrize(
    "text",
    [
        "en X y en TikTok",
        "vitamina C",
        "un CD",
        "CC. OO.",
        "la talla XL",
        "VI LLEGAR A LA IX",
        "el siglo pasado",
        "civil",
    ],
)
def test_letters_that_are_no_numerals(text: str) -> None:
    assert spanish_roman_numerals(text) == []


def test_english_keeps_some() -> None:
    values = roman_values("WWII, World War II, Louis XIV and the XXth century in Washington DC")
    assert values == {Fraction(value) for value in (2, 14, 20)}
