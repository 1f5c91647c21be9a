"""A comma with three digits behind it."""

from __future__ import annotations

import pytest

from translate_pipeline.checks.decimal_commas import is_decimal


def decimal(text: str, digits: str) -> bool:
    return is_decimal(digits, text, text.index(digits) + len(digits))


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("los 1,667 billones de euros", "1,667"),
        ("un 0,125 puntos", "0,125"),
        ("el 3,142 %", "3,142"),
        ("2,847 millones de parados, un 3,3 % más", "2,847"),
        ("2,847 millones de parados entre 24.500 hogares", "2,847"),
    ],
)
def test_it_is_a_decimal_comma_where_it_can_be_nothing_else(text: str, digits: str) -> None:
    assert decimal(text, digits)


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("13,380 millones de dólares", "13,380"),
        ("1,667 millones de pesos", "1,667"),
        ("1,667 millones de pesos, 2.5 % más", "1,667"),
        ("84,000 millones, una disminución del 21,2 %", "84,000"),
        ("1,500 % más", "1,500"),
        ("10,000 soldados", "10,000"),
        ("2,5 billones", "2,5"),
    ],
)
def test_it_may_divide_thousands(text: str, digits: str) -> None:
    assert not decimal(text, digits)
