"""Names of which a translation has made words that are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_pipeline.checks.garbled_names import garbled
from translate_pipeline.checks.translated_names import TranslatedNames
from translate_pipeline.document import TermMatch
from translate_pipeline.glossary.entry import GlossaryEntry


def pairs(source: str, translation: str) -> list[tuple[str, str]]:
    return garbled(source, TranslatedNames(translation))


@pytest.mark.parametrize(
    ("source", "translation", "found"),
    [
        ("Zapatero habló ayer.", "Zapapatero spoke yesterday.", [("Zapatero", "Zapapatero")]),
        ("Duermen en Sirena.", "They sleep in Sirlona.", [("Sirena", "Sirlona")]),
        ("El río Grande creció.", "The Graqude river rose.", [("Grande", "Graqude")]),
    ],
)
def test_a_word_that_begins_and_ends_like_a_name_of_the_source(
    source: str, translation: str, found: list[tuple[str, str]]
) -> None:
    assert pairs(source, translation) == found


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("Zapatero habló ayer.", "Zapatero spoke yesterday."),
        ("Es de Judea.", "It is Judean."),
        ("Murió Tutankamón.", "Tutankhamun died."),
        ("Llegó Benjamín Netanyahu.", "Benjamin Netanyahu arrived."),
        ("Vive en Suiza.", "He lives in Switzerland."),
        ("El Ministerio calló.", "The Ministry was silent."),
        ("Habló en NNNOTICIAS.", "He spoke on NNNTICIAS."),
        ("", "Zapapatero"),
    ],
)
def test_english_and_customary_words_are_not_garbled(source: str, translation: str) -> None:
    assert pairs(source, translation) == []


@given(st.text(max_size=60), st.text(max_size=60))
def test_what_is_garbled_stands_in_the_texts(source: str, translation: str) -> None:
    for name, form in pairs(source, translation):
        assert name in source
        assert form in translation
        assert form not in source


def test_what_a_glossary_asks_for_is_not_garbled() -> None:
    source, translated = "Petro viajó.", TranslatedNames("Petdro travelled.")
    term = TermMatch(GlossaryEntry("Petro", "Petdro"), 0, 5, "Petro")
    assert garbled(source, translated) == [("Petro", "Petdro")]
    assert garbled(source, translated, [term]) == []
