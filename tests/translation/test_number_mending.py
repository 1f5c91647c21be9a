"""Numbers that a model miswrites, as English newspapers write them."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_pipeline.translation.number_mending import mend_numbers


@pytest.mark.parametrize(
    ("source", "translation", "mended"),
    [
        # Signs.
        ("La inflación fue del -0,2 %.", "Inflation was 0.2%.", "Inflation was -0.2%."),
        ("hasta los -7,5 grados", "to 7.5 degrees", "to -7.5 degrees"),
        ("hasta -1,5 puntos", "to - 1.5 points", "to -1.5 points"),
        ("Menos 3 grados.", "Less 3 degrees.", "Minus 3 degrees."),
        ("de ±2,83 puntos", "of 2.83 points", "of ±2.83 points"),
        ("del -2 %, tras el 2 %", "of 2%, after 2%", "of 2%, after 2%"),  # which of them?
        # Degrees and ordinals.
        ("de 24,5 ºC a 13 ºC", "from 24.5 orC to 13 orC", "from 24.5 °C to 13 °C"),
        ("el 2.º juzgado", "the 2.th court", "the 2nd court"),
        ("la 3ª sala", "the 3th chamber", "the 3rd chamber"),
        ("la 3ª sala", "the 3a chamber", "the 3rd chamber"),
        ("el 1.º de mayo", "the 1.or May", "the 1st May"),
        ("el 1.º de mayo", "on May 1th", "on May 1"),
        ("el 112.º", "the 112th", "the 112th"),
        # Currencies.
        ("64.745 millones de dólares en", "64.745 billion in", "$64.745 billion in"),
        ("150 millones de dólares", "$150 million dollars", "$150 million"),
        ("Costó 500 dólares; cobró 30 pesos.", "It cost 500; it took 30 pesos.", "It cost $500; it took 30 pesos."),
        (
            "700.000 millones de pesos (unos 167 millones de dólares).",
            "$700 billion of pesos (a 167 million).",
            "700 billion pesos (about $167 million).",
        ),
        (
            "31.000 millones de pesos (unos 33 millones de dólares).",
            "$31 billion pesos (a 33 million million).",
            "31 billion pesos (about $33 million).",
        ),
        ("1.250 billones de pesos", "1,250 trillion of weights", "1,250 trillion pesos"),
        ("cobró 30 pesos", "it charged $30", "it charged 30 pesos"),
        ("10 millones de euros al año", "10 million a year", "10 million euros a year"),
        ("desde 199 € al mes", 'from 199 € " " s € a month', "from 199 € a month"),
        ("a 9,99 € cada uno", "at 9.99 €€ each", "at 9.99 € each"),
        ("500 dólares", "500 workers", "500 workers"),  # what was lost is not the currency alone
        # Large, round and halved numbers, decades and centuries.
        ("un millar de personas", "a thousand thousand people", "a thousand people"),
        ("una treintena de heridos", "a thirty of wounded", "about thirty wounded"),
        ("medio centenar de heridos", "a half hundred of wounded", "50 wounded"),
        ("una hora y media en coche", "an hour and average by car", "an hour and a half by car"),
        ("los años treinta", 'the 1930s" s', "the 1930s"),
        ("el siglo XVI", "the 16th century century", "the 16th century"),
    ],
)
def test_a_number_is_mended(source: str, translation: str, mended: str) -> None:
    assert mend_numbers(translation, source) == mended


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("El presidente habló.", "The president spoke."),
        ("Ganó 3-0.", "He won 3-0."),
        ("5 millones de dólares", "5 million US dollars"),
        ("entre 10 y 20 millones de euros", "between 10 and 20 million euros"),
        ("unos 30 alumnos de 12 años", "about 30 pupils, a 12-year-old among them"),
        ("el 22.º aniversario", "the 22nd anniversary"),
    ],
)
def test_what_is_right_stays(source: str, translation: str) -> None:
    assert mend_numbers(translation, source) == translation


@given(st.text(), st.text())
def test_mending_is_done_once(source: str, translation: str) -> None:
    mended = mend_numbers(translation, source)
    assert mend_numbers(mended, source) == mended


@pytest.mark.parametrize(
    "text", ["5 dólares ", "-5 % ", "siglo XX ", "1.º ", "€ € ", "un 3 y medio ", "medio millar de "]
)
def test_a_long_text_takes_no_time(text: str) -> None:
    repeated = (text * 5_000)[:20_000]
    start = time.process_time()
    mend_numbers(repeated, repeated)
    assert time.process_time() - start < 3
