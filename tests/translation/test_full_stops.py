from __future__ import annotations

import pytest

from translate_pipeline.pipeline import Pipeline
from translate_pipeline.translation.full_stops import with_full_stop, without_full_stop


@pytest.mark.parametrize(
    ("text", "ended"),
    [
        ("El presidente viaja a Kiev", "El presidente viaja a Kiev."),
        ("Los muertos suben a 17", "Los muertos suben a 17."),
        ("¿Quién ganó la elección?", "¿Quién ganó la elección?"),
        ("Viaje a EE. UU.", "Viaje a EE. UU."),
        ("Sección Internacional", "Sección Internacional"),
        ("", ""),
    ],
)
def test_a_text_of_three_words_that_ends_with_a_word_gets_a_full_stop(text: str, ended: str) -> None:
    assert with_full_stop(text) == ended


@pytest.mark.parametrize(
    ("translation", "headline"),
    [
        ("The president travels to Kyiv.", "The president travels to Kyiv"),
        ("The president travels to the U.S.", "The president travels to the U.S."),
        ("The president travels", "The president travels"),
    ],
)
def test_its_translation_loses_the_full_stop_again(translation: str, headline: str) -> None:
    assert without_full_stop(translation) == headline


def test_a_headline_is_translated_as_the_sentence_that_it_is() -> None:
    headline = "La oposición denuncia fraude en las elecciones"
    [document] = Pipeline(to="en", source="es").translate_many([headline])
    [sentence] = document.sentences()
    assert sentence.translation is not None
    assert not sentence.translation.endswith(".")
    assert "opposition" in sentence.translation
