from __future__ import annotations

import pytest

from translate_pipeline.language import detect_document, detect_language
from translate_pipeline.readers import document_from_text

SPANISH = "El ministro de Defensa llegó el lunes a la capital para hablar con los jefes militares del país."
ENGLISH = "We will not give up until every one of these people is free to go home again, whatever it costs."


@pytest.mark.parametrize(("text", "code"), [(SPANISH, "es"), (ENGLISH, "en"), (SPANISH.upper(), "es")])
def test_a_sentence_is_enough(text: str, code: str) -> None:
    found = detect_language(text)
    assert found.code == code
    assert found.confidence > 0.9


@pytest.mark.parametrize("text", ["", "hola", "OTAN", "12.345", "https://www.elpais.com/internacional", "Kim Jong Un"])
def test_too_little_text_is_undetermined(text: str) -> None:
    assert detect_language(text).code is None


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("es", "Mira esto, por favor. No lo reenvíes a nadie."),
        ("es", "Contrato\nTe llamo mañana. No le digas nada a Carlos."),
        ("pt", "Veja isto, por favor. Não o reenvie a ninguém."),
        ("pt", "O presidente chegou ontem a Lisboa e não falou com a imprensa."),
        ("gl", "Non podo ir mañá á reunión cos compañeiros do xornal."),
        ("ca", "No puc venir demà a la reunió amb els companys del diari."),
        ("it", "Guarda questo, per favore. Non inoltrarlo a nessuno."),
        ("fr", "Regarde ceci, s'il te plaît. Ne le transfère à personne."),
    ],
)
def test_a_short_mail_is_known_by_its_function_words(code: str, text: str) -> None:
    assert detect_language(text).code == code


def test_what_letters_speak_for_stays_an_alternative() -> None:
    found = detect_language("Mira esto, por favor. No lo reenvíes a nadie.")
    assert found.confidence > 0.9 and "pt" in dict(found.alternatives)


def test_detection_is_repeatable() -> None:
    mixed = "El presidente said that la guerra would not be ganada by anyone en este mundo"
    assert len({detect_language(mixed) for _ in range(20)}) == 1


def test_an_english_quotation_in_a_spanish_article_is_told_apart() -> None:
    document = document_from_text(f"{SPANISH}\n«{ENGLISH}»\n{SPANISH}\n", "a")
    assert detect_document(document).code == "es"
    assert [paragraph.language for paragraph in document.paragraphs] == ["es", "en", "es"]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        (
            "fr",
            "Le président a déclaré hier soir à la télévision que la guerre devait prendre fin avant la fin du mois.",
        ),
        (
            "it",
            "Il presidente ha detto ieri sera alla televisione che la guerra deve finire prima della fine dell'anno.",
        ),
        ("pt", "O presidente disse ontem à noite na televisão que a guerra deve acabar antes do fim deste ano."),
        ("de", "Der Präsident sagte gestern Abend im Fernsehen, dass der Krieg noch vor Ende des Jahres enden müsse."),
    ],
)
def test_a_paragraph_in_a_neighbouring_language_is_told_apart(code: str, text: str) -> None:
    document = document_from_text(f"{SPANISH}\n{text}\n{SPANISH}\n{SPANISH}", "a")
    detect_document(document)
    assert document.paragraphs[1].language == code


def test_short_paragraphs_have_the_language_of_the_document() -> None:
    document = document_from_text(f"{SPANISH}\nKim Jong Un\nMi ex no me permite ver a mis hijos\n{SPANISH}", "a")
    detect_document(document)
    assert {paragraph.language for paragraph in document.paragraphs} == {"es"}


def test_names_in_other_languages_do_not_change_a_paragraph() -> None:
    text = "Jens Stoltenberg, Olaf Scholz y Ursula von der Leyen se reunieron en Berlín."
    document = document_from_text(f"{SPANISH}\n{text}\n{SPANISH}", "a")
    detect_document(document)
    assert document.paragraphs[1].language == "es"
