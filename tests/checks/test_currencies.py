"""Currencies that became others, as `100 euros` that are `$100`."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_pipeline.checks import Translated
from translate_pipeline.checks.currencies import wrong_currency
from translate_pipeline.checks.numbers import NumbersCheck


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("5 dólares", "5 dollars"),
        ("5 dólares", "$5"),
        ("5 dólares", "US$5"),
        ("5 dólares", "5 bucks"),
        ("5 dolares", "USD 5"),
        ("5 pesos", "$5"),
        ("5 pesos", "5 pesos"),
        ("10 reales", "R$10"),
        ("10 reales", "10 reais"),
        ("5 euros", "€5"),
        ("5 €", "5 euros"),
        ("5 libras", "£5"),
        ("5 libras", "5 pounds sterling"),
        ("pesa 5 libras", "it weighs 5 lbs"),
        ("100 yenes", "¥100"),
        ("100 yuanes", "¥100"),
        ("100 yuanes", "100 renminbi"),
        ("100 rublos", "100 roubles"),
        ("100 coronas suecas", "100 Swedish kronor"),
        ("100 coronas checas", "100 Czech koruna"),
        ("100 francos", "100 francs"),
        ("100 rupias", "100 rupees"),
        ("$5", "5 pesos"),
        ("$5", "5 dollars"),
        ("$5", "5 dollars, or 4 euros"),
        ("30 euros y 20 dólares", "€30 and $20"),
        ("20 soles", "20 soles"),
        ("El peso pesado ganó 20 millones.", "The heavyweight won 20 million dollars."),
        ("5 euros (6 dólares)", "6 dollars"),
        ("Ganó 5 millones.", "He earned $5 million."),
        ("", ""),
    ],
)
def test_one_currency_in_two_languages(source: str, translation: str) -> None:
    assert wrong_currency(source, translation) is None


@pytest.mark.parametrize(
    ("source", "translation", "change"),
    [
        ("5 dólares", "5 pounds", ("dollar", "pound")),
        ("5 dólares", "5 pesos", ("dollar", "peso")),
        ("5 pesos", "5 dollars", ("peso", "dollar")),
        ("5 euros", "5 dollars", ("euro", "dollar")),
        ("5 €", "5 dollars", ("euro", "dollar")),
        ("5 libras", "€5", ("pound", "euro")),
        ("100 yuanes", "100 yen", ("yuan", "yen")),
        ("100 yenes", "100 yuan", ("yen", "yuan")),
        ("10 reales", "10 dollars", ("real", "dollar")),
        ("USD 5", "5 euros", ("dollar", "euro")),
        ("30 euros y 20 libras", "30 euros and 20 dollars", ("pound", "dollar")),
        ("5 EUROS", "5 DOLLARS", ("euro", "dollar")),
        ("30 euros y 20 dólares", "30 dollars and 20 dollars", ("euro", "dollar")),
        ("$5 y 3 euros", "$5 and 3 pounds", ("euro", "pound")),
        ("un peso de 5 pesos", "a weight of 5 dollars", ("peso", "dollar")),
    ],
)
def test_a_currency_that_became_another(source: str, translation: str, change: tuple[str, str]) -> None:
    assert wrong_currency(source, translation) == change


@pytest.mark.parametrize(("source", "translation"), [("5 euros", "$5"), ("5 €", "$5"), ("$5", "5 euros")])
def test_a_sign_that_became_another(source: str, translation: str) -> None:
    changed = wrong_currency(source, translation)
    assert changed is not None
    assert "euro" in changed


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("El peso de EE. UU. cayó al 20 %.", "The weight of the US fell to 20%."),
        ("La prueba recae en 5 de nosotros.", "The burden of proof falls on 5 of us."),
        ("Con un peso de 5 kilos (11 libras).", "Weighing 5 kilos (11 pounds)."),
        ("Un diálogo franco entre los 5.", "A frank dialogue among the 5."),
        ("Franco gastó 5 dólares.", "Franco spent 5 dollars."),
        ("La Corona gastó 5 millones.", "The Crown spent 5 million."),
        ("Llevaron 3 coronas de flores.", "They brought 3 wreaths."),
        ("Las casas reales gastaron 20 euros.", "The royal houses spent 20 euros."),
        ("El precio real, 20 euros.", "The real price, 20 euros."),
    ],
)
def test_words_that_are_not_always_money(source: str, translation: str) -> None:
    assert wrong_currency(source, translation) is None


def test_a_wrong_currency_is_an_error_of_the_numbers() -> None:
    messages = [f.message for f in NumbersCheck().findings(Translated("Costó 5 euros.", "It cost 5 dollars."))]
    assert messages == ["euro became dollar"]


def test_without_a_figure_there_is_no_sum_of_money() -> None:
    assert NumbersCheck().findings(Translated("Costó un dólar.", "It cost a pound.")) == []


def test_other_language_pairs_have_no_findings() -> None:
    assert NumbersCheck().findings(Translated("5 euros", "5 dollars", (), "pt", "en")) == []


@given(st.text(), st.text())
def test_what_was_lost_is_not_what_came_instead(source: str, translation: str) -> None:
    changed = wrong_currency(source, translation)
    assert changed is None or changed[0] != changed[1]
