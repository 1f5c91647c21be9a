from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from training.cleaning import clean, letters_only


def test_entities_spaces_and_quotes_are_made_plain() -> None:
    assert clean(" Dijo ``hola''\u00a0&amp;\tadi\u00f3s\u200b \ufeff") == 'Dijo "hola" & adiós'


def test_accents_are_composed() -> None:
    assert clean("nin\u0303o") == "niño"


@given(st.text())
def test_cleaned_text_is_one_line_without_outer_or_double_spaces(text: str) -> None:
    cleaned = clean(text)
    assert cleaned == " ".join(cleaned.split())


def test_copies_have_the_same_letters() -> None:
    assert letters_only("¡Hola, Mundo!") == letters_only("hola mundo") != letters_only("hola mundos")
