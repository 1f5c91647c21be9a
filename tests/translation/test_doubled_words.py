from __future__ import annotations

import pytest

from translate_pipeline.translation.doubled_words import without_doubled_words


@pytest.mark.parametrize(
    ("translation", "mended"),
    [
        ("She sells toys toys.", "She sells toys."),
        ("Cristina Cristina spoke.", "Cristina spoke."),
        ("The city's city's mayor", "The city's city's mayor"),
        ("He had had a dog that that man saw.", "He had had a dog that that man saw."),
        ("a re-elected elected man", "a re-elected elected man"),
        ("It is 10 10.", "It is 10 10."),
        ("one, one more", "one, one more"),
    ],
)
def test_a_word_stands_once(translation: str, mended: str) -> None:
    assert without_doubled_words(translation, "Una frase.") == mended


@pytest.mark.parametrize(
    "source", ["Cuentan voto por voto.", "La empresa Modo Modo cerró.", "Ven, ven. No, no ven ven."]
)
def test_what_the_source_repeats_may_be_repeated(source: str) -> None:
    assert without_doubled_words("They count vote vote.", source) == "They count vote vote."
