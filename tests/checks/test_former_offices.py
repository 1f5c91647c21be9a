"""Former holders of an office."""

from __future__ import annotations

import pytest

from translate_pipeline.checks.former_offices import english_of_former, lost_former


@pytest.mark.parametrize(
    ("word", "english"),
    [
        ("exalcalde", "former mayor"),
        ("exalcaldesa", "former mayor"),
        ("Exministra", "former minister"),
        ("exconcejales", "former councillors"),
        ("ex-presidenta", "former president"),
        ("ex presidente", "former president"),
        ("exjueces", "former judges"),
        ("excampeones", "former champions"),
        ("exparlamentarios", "former members of parliament"),
        ("exmujeres", "former wives"),
        ("examen", None),
        ("exponer", None),
        ("exsolicitante", None),
        ("alcalde", None),
    ],
)
def test_an_office_with_the_prefix(word: str, english: str | None) -> None:
    assert english_of_former(word) == english


def test_english_has_other_words_for_former() -> None:
    assert lost_former("El exalcalde calla.", "The mayor is silent.") == [("exalcalde", "former mayor")]
    for translation in ("The former mayor is silent.", "The ex-mayor is silent.", "The ousted mayor is silent."):
        assert lost_former("El exalcalde calla.", translation) == []
