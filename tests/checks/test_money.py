"""Sums of money."""

from __future__ import annotations

from fractions import Fraction

import pytest

from translate_pipeline.checks.money import is_dollars_instead, is_lost, plural, sums


def lost(source: str, translation: str) -> list[str]:
    return [one.currency for one in sums(source, translation) if is_lost(one, source, translation)]


@pytest.mark.parametrize(
    ("source", "translation", "currencies"),
    [
        ("64.745 millones de dólares en remesas", "64.745 billion in remittances", ["dollar"]),
        ("Costó 500 dólares; cobró 30 pesos.", "It cost 500; it took 30 pesos.", ["dollar"]),
        ("700.000 millones de pesos (167 millones de dólares)", "$700 billion of pesos (167 million)", ["dollar"]),
        ("1.250 billones de pesos", "1,250 trillion of weights", ["peso"]),
        ("cien mil euros", "one hundred thousand", ["euro"]),
    ],
)
def test_a_sum_that_has_lost_its_currency(source: str, translation: str, currencies: list[str]) -> None:
    assert lost(source, translation) == currencies


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("5 millones de dólares", "$5 million"),
        ("5 millones de dólares", "5 million US dollars"),
        ("5 millones de dólares", "five million dollars"),
        ("de 65,41 a 63,90 dólares", "from 65.41 to 63.90 dollars"),
        ("50 pesos mexicanos", "50 Mexican pesos"),
        ("5 euros", "€5"),
        ("5 €", "5 €"),
        ("5 euros", "a handful"),
        ("3 coronas de flores", "3 wreaths"),
        ("El peso pesado ganó 20 combates.", "The heavyweight won 20 fights."),
    ],
)
def test_a_sum_that_has_its_currency(source: str, translation: str) -> None:
    assert lost(source, translation) == []


def test_a_dollar_sign_alone_is_no_peso_where_the_source_has_the_word() -> None:
    ((one),) = sums("30 pesos", "$30")
    assert is_dollars_instead(one, "30 pesos")
    ((one),) = sums("30 dólares", "$30")
    assert not is_dollars_instead(one, "30 dólares")


def test_the_plural_of_a_currency() -> None:
    assert [plural("peso", Fraction(value)) for value in (1, 2)] == ["peso", "pesos"]
    assert plural("yen", Fraction(2)) == "yen"
