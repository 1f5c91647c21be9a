from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_pipeline.document import Document, ParagraphKind
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
        ("Ni CC. OO. ni UGT firmaron. Volverán.", 2),
        ("Trabaja en RR. HH. El jefe lo sabe.", 2),
        ("La alcaldesa Ma. del Carmen Nájera calló. Se fue.", 2),
        ("¿Qué pasó? ¡Nadie lo sabe! Fin.", 3),
        ("SEÚL, 29 nov (EFE).- El ministro llegó a Seúl. No habló.", 2),
        ("Dijo: «No cederemos. Seguiremos aquí», y se fue.", 1),
    ],
)
def test_sentences_of_news(text: str, count: int) -> None:
    assert len(sentences(text)) == count


@pytest.mark.parametrize(
    "dateline", ["BOGOTÁ, 14 may. (EFE).- ", "Bogotá, 14 may (EFE).-", "LIMA (AP) — ", "MADRID.- "]
)
def test_an_agencys_dateline_belongs_to_its_sentence(dateline: str) -> None:
    first = f"{dateline.strip()} El presidente no asistirá a la cumbre."
    assert sentences(f"{first} Nadie habló.") == [first, "Nadie habló."]


def test_a_dateline_that_ends_in_a_full_stop_is_a_sentence() -> None:
    assert sentences("Bogotá, 14 de mayo de 2025. El Senado calla.") == [
        "Bogotá, 14 de mayo de 2025.",
        "El Senado calla.",
    ]


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


def segmented(text: str) -> Document:
    document = document_from_text(text, "a")
    assume_language(document, "es")
    segment(document)
    return document


def test_words_without_the_end_of_a_sentence_are_told_of() -> None:
    document = segmented("Una frase.\n\n" + "el presidente dijo que no " * 100)
    assert document.notes == ["paragraph 2 has 500 words without the end of a sentence: check its translation closely"]
    assert not segmented("El presidente dijo que no vendría. " * 100).notes


def test_endless_words_are_no_prose() -> None:
    document = segmented("el presidente dijo que no " * 5_000)
    assert document.notes == ["paragraph 1 has 25,000 words without the end of a sentence: it is left as it is"]
    assert document.paragraphs[0].kind is ParagraphKind.VERBATIM


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


def test_the_full_stop_of_an_ordinal_ends_no_sentence() -> None:
    text = "El 1.º de mayo declaró ante el 2.º juzgado. Luego se fue."
    assert [text[a:b] for a, b in sentence_spans(text, "es")] == [
        "El 1.º de mayo declaró ante el 2.º juzgado.",
        "Luego se fue.",
    ]
