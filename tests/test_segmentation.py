from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_pipeline.language import assume_language
from translate_pipeline.readers import document_from_text
from translate_pipeline.segmentation import segment, sentence_spans


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text, "es")]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("El Sr. Pérez llegó. No habló.", 2),
        ("EE. UU. envió 2.500 soldados a las 10.30 h. Nadie lo confirmó.", 2),
        ("¿Qué pasó? ¡Nadie lo sabe! Fin.", 3),
        ("SEÚL, 29 nov (EFE).- El ministro llegó a Seúl. No habló.", 2),
        ("Dijo: «No cederemos. Seguiremos aquí», y se fue.", 1),
    ],
)
def test_sentences_of_news(text: str, count: int) -> None:
    assert len(sentences(text)) == count


def test_a_long_quotation_is_cut_into_its_sentences() -> None:
    first = "«Ha sido un año muy duro para todos los que vivimos en esta ciudad y en todo el país entero."
    second = "No vamos a olvidar nunca a las personas que nos ayudaron."
    third = "Gracias a todos por venir hoy aquí», dijo la alcaldesa."
    assert sentences(f"{first} {second} {third} Luego se fue.") == [first, second, third, "Luego se fue."]


def test_ids_tell_paragraph_and_sentence() -> None:
    document = document_from_text("Título sin punto\n\nUna frase aquí. Otra frase allí.\n", "a")
    assume_language(document, "es")
    segment(document)
    assert [sentence.id for sentence in document.sentences()] == ["p1s1", "p2s1", "p2s2"]


@given(st.text(max_size=200))
def test_nothing_but_white_space_stands_between_sentences(text: str) -> None:
    spans = sentence_spans(text, "es")
    position = 0
    for start, end in spans:
        assert not text[position:start].strip()
        assert start < end
        position = end
    assert not text[position:].strip()


@given(st.text(alphabet=st.sampled_from('abcá .\n?¿!-"'), min_size=1, max_size=200))
def test_an_untranslated_document_is_its_source(text: str) -> None:
    if not text.strip():
        return
    document = document_from_text(text, "a")
    assume_language(document, "es")
    segment(document)
    assert document.translated_text == document.source_text
