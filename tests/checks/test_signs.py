"""Signs before numbers."""

from __future__ import annotations

import pytest

from translate_pipeline.checks.signs import lost_signs, says_less, signed_figures


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("del -0,2 % en abril", ["-0,2"]),
        ("del −0,2 % en abril", ["−0,2"]),
        ("hasta los –7,5 grados", ["–7,5"]),
        ("entre -3 y -5 grados", ["-3", "-5"]),
        ("de ±2,83 puntos", ["±2,83"]),
        ("una variación (-1,4 %)", ["-1,4"]),
        ("-3 grados en Teruel", ["-3"]),
        ("hasta los menos 7 grados", ["menos 7"]),
        ("Perdió -3,5 puntos y quedó -según la CNN- en el 4 %.", ["-3,5"]),
    ],
)
def test_signs_of_numbers(text: str, found: list[str]) -> None:
    assert [one.text for one in signed_figures(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "ganó 3-0",
        "de 10 -20 años",
        "los detenidos -5 hombres- salieron",
        "- 5 hombres",
        "-5 hombres salieron",
        "covid-19 y G-20",
        "al menos 3 grados",
        "menos 3 personas",
        "—5 hombres —dijo—",
    ],
)
def test_what_is_no_sign(text: str) -> None:
    assert signed_figures(text) == []


@pytest.mark.parametrize(
    "translation",
    ["-0.2%", "−0.2%", "- 0.2%", "minus 0.2%", "a negative 0.2 percent"],
)
def test_a_sign_may_be_a_word(translation: str) -> None:
    assert lost_signs("del -0,2 %", translation) == []


def test_degrees_may_be_below_zero() -> None:
    assert lost_signs("hasta los -7 grados", "to seven degrees below zero") == []


def test_a_number_without_its_sign_is_found() -> None:
    ((one, numbers),) = lost_signs("del -0,2 %", "of 0.2%")
    assert (one.sign, [number.text for number in numbers]) == ("-", ["0.2"])


def test_a_fall_says_it_too() -> None:
    assert says_less("Prices fell 0.2%.")
    assert not says_less("Prices rose 0.2%.")
