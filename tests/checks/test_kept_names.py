"""Names that English keeps as they are: people's, companies', and places' with a saint or an article."""

from __future__ import annotations

import pytest

from translate_pipeline.checks import Finding, Translated
from translate_pipeline.checks.names import NamesCheck
from translate_pipeline.document import TermMatch
from translate_pipeline.glossary.entry import GlossaryEntry


def findings(source: str, translation: str, *terms: TermMatch) -> list[Finding]:
    return NamesCheck().findings(Translated(source, translation, terms))


def messages(source: str, translation: str, *terms: TermMatch) -> list[str]:
    return [finding.message for finding in findings(source, translation, *terms)]


def term(source: str, text: str, target: str) -> TermMatch:
    start = source.index(text)
    return TermMatch(GlossaryEntry(text, target), start, start + len(text), text)


@pytest.mark.parametrize(
    ("source", "translation", "message"),
    [
        (
            "Firmó Pablo Rentería Sáenz.",
            "Paul Rentería Sáenz signed.",
            "of the name Pablo Rentería Sáenz, Pablo is missing",
        ),
        (
            "Firmó Pablo Rentería Sáenz.",
            "Pablo Renterian Sáenz signed.",
            "of the name Pablo Rentería Sáenz, Rentería is missing",
        ),
        (
            "Habló María del Carmen Ocampo.",
            "María of the Carmen Ocampo spoke.",
            "the words of the name María del Carmen Ocampo stand apart",
        ),
        ("Paró David de Gea.", "Gea's David stopped it.", "the words of the name David de Gea stand apart"),
        (
            "Paró David de Gea.",
            "Gea's keeper David de Gea stopped it.",
            "Gea stands there again beside the name David de Gea",
        ),
        (
            "Con ponencia de Ana Ferrer García.",
            "By Ana Ana Ferrer García.",
            "Ana stands there again beside the name Ana Ferrer García",
        ),
        (
            "Luz Marina Paz Flores calló.",
            "Light Marina Peace Flowers was silent.",
            "of the name Luz Marina Paz Flores, Luz Paz Flores is missing",
        ),
        ("Amparo Sanchis calló.", "Sanchis was silent.", "of the name Amparo Sanchis, Amparo is missing"),
    ],
)
def test_a_person_keeps_the_name(source: str, translation: str, message: str) -> None:
    assert messages(source, translation) == [message]


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("Firmó Pablo Rentería Sáenz.", "Pablo Renteria Saenz signed."),
        ("Ganó George Bush.", "George W. Bush won."),
        ("Habló Kim Jong-un.", "Kim Jong Un spoke."),
        ("Habló Serguéi Lavrov.", "Sergei Lavrov spoke."),
        ("Murió el papa Juan Pablo II.", "Pope John Paul II died."),
        ("Navega la Marina Real.", "The Royal Navy sails."),
        ("Habló Mark Luschini de Janney Montgomery Scott.", "Mark Luschini of Janney Montgomery Scott spoke."),
        ("Ganaron Juan Pérez y Ana Pérez.", "Juan Pérez and Ana Pérez won."),
    ],
)
def test_what_english_does_to_a_persons_name(source: str, translation: str) -> None:
    assert messages(source, translation) == []


@pytest.mark.parametrize(
    ("translation", "right"),
    [
        ("They signed with Constructora Hidalgo S.A. on Monday.", True),
        ("They signed with Construction Hidalgo S.A. on Monday.", False),
        ("They signed with Hidalgo S.A. on Monday.", False),
    ],
)
def test_a_company_keeps_its_name(translation: str, right: bool) -> None:
    assert (messages("Firmaron el lunes con Constructora Hidalgo S.A. y callan.", translation) == []) is right


def test_a_company_that_opens_a_sentence_has_its_first_word() -> None:
    assert messages("Constructora Hidalgo S.A. recibió el contrato.", "Hidalgo S.A. received the contract.") == [
        "of the name Constructora Hidalgo S.A., Constructora is missing"
    ]


@pytest.mark.parametrize(
    ("source", "translation", "right"),
    [
        ("Está en el hospital San Juan de Dios.", "He is in the hospital San Juan de Dios.", True),
        ("Está en el hospital San Juan de Dios.", "He is in St John of God hospital.", True),
        ("Está en el hospital San Juan de Dios.", "He is in the hospital San Juan.", False),
        ("Está en el hospital San Juan de Dios.", "He is in the hospital San Juan of God.", False),
        ("Viajó a Las Condes.", "He went to Las Condes.", True),
        ("Viajó a Las Condes.", "He went to Los Condes.", False),
        ("Viajó a Las Condes.", "He went to the Condes.", False),
        ("Viajó a Las Condes.", "He went to Loss.", False),
        ("Votó a Los Verdes.", "She voted for the Greens.", True),
        ("Vive en Los Ángeles.", "She lives in Los Angeles.", True),
    ],
)
def test_places_with_a_saint_or_an_article(source: str, translation: str, right: bool) -> None:
    assert (messages(source, translation) == []) is right


def test_a_glossary_may_give_a_person_another_name() -> None:
    source = "Habló Gustavo Petro."
    assert messages(source, "Gustavo Pedro spoke.", term(source, "Petro", "Pedro")) == []


def test_a_name_that_only_begins_like_a_term_is_no_term() -> None:
    source = "Está en el hospital San Juan de Dios."
    place = term(source, "San Juan", "San Juan")
    assert messages(source, "He is in the hospital San Juan.", place) == [
        "of the name San Juan de Dios, Dios is missing"
    ]


@pytest.mark.parametrize(
    ("source", "translation", "message"),
    [
        (
            "Condenan al exalcalde Julián Muñoz.",
            "They convict the al-Maelgian Julián Muñoz, former mayor.",
            "al-Maelgian stands beside Julián and is not in the source",
        ),
        (
            "Lamenta Amparo Sanchis la noticia.",
            "Mr. Amparo Sanchis has news.",
            "Mr. before Amparo is not in the source",
        ),
        ("Calla el exalcalde.", "The mayor is silent.", "exalcalde should be former mayor"),
        ("Callan los ex ministros.", "The ministers are silent.", "ex ministros should be former ministers"),
        (
            "La deuda de las Administraciones Públicas.",
            "The Públicas's Administrations debt.",
            "of the name Administraciones Públicas, Públicas is left in Spanish",
        ),
    ],
)
def test_what_a_model_makes_up_beside_names(source: str, translation: str, message: str) -> None:
    assert messages(source, translation) == [message]


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("El señor Pablo Sáenz calló.", "Mr. Pablo Sáenz was silent."),
        ("Sáenz calló.", "Mr Sáenz was silent."),
        ("Calla el exalcalde.", "The former mayor is silent."),
        ("Calla el exalcalde.", "The ex-mayor is silent."),
        ("La deuda de las Administraciones Públicas.", "The debt of the Administraciones Públicas."),
        ("La deuda de las Administraciones Públicas.", "The debt of the public administrations."),
    ],
)
def test_what_is_right_beside_names(source: str, translation: str) -> None:
    assert messages(source, translation) == []
