"""Numbers that English spells out, and writing them."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_pipeline.checks.number_words import english_number_words, in_words


def numbers(text: str) -> list[tuple[str, list[Fraction]]]:
    return [(figure.text, sorted(figure.values)) for figure in english_number_words(text)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("two men", "two", 2),
        ("Twelve years", "Twelve", 12),
        ("TWENTY DEAD", "TWENTY", 20),
        ("zero degrees", "zero", 0),
        ("twenty-five children", "twenty-five", 25),
        ("the third time", "third", 3),
        ("the twelfth place", "twelfth", 12),
        ("the twentieth century", "twentieth", 20),
        ("the thirty-second floor", "thirty-second", 32),
        ("in the nineties", "nineties", 90),
        ("the other thirds", "thirds", 3),
        ("ten thousand soldiers", "ten thousand", 10_000),
        ("a million votes", "a million", 1_000_000),
        ("three million", "three million", 3_000_000),
        ("two billions", "two billions", 2_000_000_000),
        ("two trillion pesos", "two trillion", 2_000_000_000_000),
        ("five thousand million euros", "five thousand million", 5_000_000_000),
        ("two dozen", "two dozen", 24),
        ("a dozen", "a dozen", 12),
        ("dozen eggs", "dozen", 12),
        ("a hundred people", "a hundred", 100),
        ("half a million", "half a million", 500_000),
        ("half a dozen", "half a dozen", 6),
        ("once", "once", 1),
        ("twice as much", "twice", 2),
        ("both sides", "both", 2),
        ("a couple of days", "couple", 2),
        ("the triple", "triple", 3),
        ("a seven-year-old girl", "seven-year-old", 7),
        ("the twenty-first-century novel", "twenty-first-century", 21),
        ("the top-ten list", "top-ten", 10),
        ("thirty three miners", "thirty three", 33),
        ("one hundred and fifty soldiers", "one hundred and fifty", 150),
        ("a hundred fifty", "a hundred fifty", 150),
        ("three hundred thousand houses", "three hundred thousand", 300_000),
        ("two thousand five hundred", "two thousand five hundred", 2500),
        ("two thousand and eleven", "two thousand and eleven", 2011),
        ("one million two hundred thousand", "one million two hundred thousand", 1_200_000),
        ("two and a half million", "two and a half million", 2_500_000),
        ("a million and a half", "a million and a half", 1_500_000),
        ("two-dozen awards", "two-dozen", 24),
        ("ten thousand, two of them", "ten thousand", 10_000),
        ("twenty, five of them", "twenty", 20),
    ],
)
def test_a_number_in_words(text: str, words: str, value: int) -> None:
    assert (words, [Fraction(value)]) in numbers(text)


def test_and_a_half_belongs_to_a_number() -> None:
    assert numbers("two and a half years") == [("two and a half", [Fraction(5, 2)])]


def test_thirds_and_quarters_are_a_share_or_per_cent() -> None:
    assert numbers("a quarter") == [("quarter", [Fraction(1, 4), Fraction(25)])]
    assert numbers("a third") == [("a third", [Fraction(1, 3), Fraction(3), Fraction(33)])]
    assert numbers("two-thirds") == [("two-thirds", [Fraction(2, 3), Fraction(2), Fraction(66), Fraction(67)])]
    assert numbers("three quarters") == [("three quarters", [Fraction(3, 4), Fraction(3), Fraction(75)])]


@pytest.mark.parametrize("text", ["half of them", "half", "half an hour"])
def test_half_is_a_half_or_fifty_per_cent(text: str) -> None:
    assert numbers(text) == [("half", [Fraction(1, 2), Fraction(50)])]


@pytest.mark.parametrize(
    "text",
    [
        "a man and an idea",
        "the millions who fled",
        "hundreds of people",
        "often, tenant, seventeenfold, everyone, weight, attention",
        "10,000 soldiers",
        "a 200 million windfall",
        "dos Santos",
        "",
        "—",
    ],
)
def test_what_is_no_number_in_words(text: str) -> None:
    assert numbers(text) == []


def test_a_number_stands_where_it_says() -> None:
    text = "Of ten thousand men, half a dozen spoke twice."
    assert [text[figure.start : figure.end] for figure in english_number_words(text)] == [
        "ten thousand",
        "half a dozen",
        "twice",
    ]


@pytest.mark.parametrize(
    ("value", "ordinal", "words"),
    [
        (0, False, "zero"),
        (2, False, "two"),
        (13, False, "thirteen"),
        (20, False, "twenty"),
        (99, False, "ninety-nine"),
        (1, True, "first"),
        (12, True, "twelfth"),
        (13, True, "thirteenth"),
        (20, True, "twentieth"),
        (32, True, "thirty-second"),
        (88, True, "eighty-eighth"),
    ],
)
def test_english_words_for_a_number(value: int, ordinal: bool, words: str) -> None:
    assert in_words(value, ordinal) == words


@given(st.integers(0, 99), st.booleans())
def test_what_is_written_in_words_is_read_again(value: int, ordinal: bool) -> None:
    words = in_words(value, ordinal)
    assert numbers(f"the {words} men") == [(words, [Fraction(value)])]


@given(
    st.integers(1, 99), st.sampled_from([("dozen", 12), ("hundred", 100), ("thousand", 1000), ("million", 1_000_000)])
)
def test_a_magnitude_multiplies(value: int, magnitude: tuple[str, int]) -> None:
    word, size = magnitude
    assert numbers(f"{in_words(value)} {word}") == [(f"{in_words(value)} {word}", [Fraction(value * size)])]


@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    for figure in english_number_words(text):
        assert text[figure.start : figure.end] == figure.text
