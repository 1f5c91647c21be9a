"""Numbers that are said with a noun."""

from __future__ import annotations

from fractions import Fraction

import pytest

from translate_pipeline.checks.collective_numbers import collective_numbers


@pytest.mark.parametrize(
    ("text", "words", "value", "english"),
    [
        ("medio millar de empleados", "medio millar de", 500, "500"),
        ("Hubo medio centenar.", "medio centenar", 50, "50"),
        ("media docena de países", "media docena de", 6, "half a dozen"),
        ("medio millón de votos", "medio millón de", 500_000, "half a million"),
        ("una veintena de detenidos", "una veintena de", 20, "about 20"),
        ("más de una treintena de heridos", "una treintena de", 30, "30"),
    ],
)
def test_a_number_and_its_english(text: str, words: str, value: int, english: str) -> None:
    (number,) = collective_numbers(text)
    assert (number.text, list(number.values), number.english) == (words, [Fraction(value)], english)


@pytest.mark.parametrize(
    "text", ["medio millar y medio", "en cuarentena", "medio mundo", "la veintena", "medio millar de millones"]
)
def test_what_is_left_out(text: str) -> None:
    assert collective_numbers(text) == []
