"""Names in Spanish sentences."""

from __future__ import annotations

import itertools
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from translate_pipeline.names import NameSpan, recognise


def forms(text: str) -> list[str]:
    return [span.text for span in recognise(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("El presidente surcoreano Yoon Suk-yeol llegó ayer a Seúl.", ["Yoon Suk-yeol", "Seúl"]),
        ("Murió Abu Bakr al-Baghdadi, según la cadena.", ["Abu Bakr al-Baghdadi"]),
        ("La calle de Bernardo O'Higgins está cerrada.", ["Bernardo O'Higgins"]),
        ("Habló Ursula von der Leyen en Bruselas.", ["Ursula von der Leyen", "Bruselas"]),
        ("Ganó Luiz Inácio Lula da Silva.", ["Luiz Inácio Lula da Silva"]),
        ("Una frase de José Ortega y Gasset.", ["José Ortega y Gasset"]),
        ("La tropa de Bachar el Asad y de Muamar al Gadafi.", ["Bachar el Asad", "Muamar al Gadafi"]),
        ("Felipe VI recibió a J. F. Kennedy hijo.", ["Felipe VI", "J. F. Kennedy"]),
        ("Su abogado, Juan Pablo del Valle, calló.", ["Juan Pablo del Valle"]),
        ("Está en el hospital San Juan de Dios de Cali.", ["San Juan de Dios", "Cali"]),
        ("Luz Marina Paz Flores denunció a Ángel Cruz Rosales.", ["Luz Marina Paz Flores", "Ángel Cruz Rosales"]),
        ("Amparo Sanchis calló. Según Amparo Sanchis, no.", ["Amparo Sanchis", "Amparo Sanchis"]),
        ("Constructora Hidalgo S.A. recibió el contrato.", ["Constructora Hidalgo S.A."]),
        ("Recibió Hidalgo S.A. el contrato.", ["Hidalgo S.A."]),
    ],
)
def test_particles_stand_inside_the_names_of_people(text: str, names: list[str]) -> None:
    assert forms(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Lo dijo el Ministerio de Salud de Panamá.", ["Ministerio de Salud", "Panamá"]),
        ("Lo dijo el Gobierno de Pedro Sánchez.", ["Gobierno", "Pedro Sánchez"]),
        (
            "Estudia en la Facultad de Medicina de la Universidad de Oxford.",
            ["Facultad de Medicina", "Universidad de Oxford"],
        ),
        (
            "Habló la Organización para la Cooperación y el Desarrollo Económicos.",
            ["Organización para la Cooperación y el Desarrollo Económicos"],
        ),
        ("Trabaja en Médicos sin Fronteras desde mayo.", ["Médicos sin Fronteras"]),
        (
            "Fue la Agencia de la ONU para los Refugiados (Acnur).",
            ["Agencia de la ONU para los Refugiados", "Acnur"],
        ),
        ("Lo publica el New England Journal of Medicine.", ["New England Journal of Medicine"]),
        ("El Gobierno y el Congreso pactan.", ["Gobierno", "Congreso"]),
        ("Viajan entre Corea del Norte y Rusia.", ["Corea del Norte", "Rusia"]),
    ],
)
def test_the_name_of_a_body_ends_where_another_name_begins(text: str, names: list[str]) -> None:
    assert forms(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Dijo a la CNN Michael Worobey que no.", ["CNN", "Michael Worobey"]),
        ("El ministro de Defensa Aseef Shawkat murió.", ["Defensa", "Aseef Shawkat"]),
        ("Lo dijo el Papa Francisco.", ["Francisco"]),
        ("La Dra. Soumya Swaminathan viajó.", ["Soumya Swaminathan"]),
        ("Nació en el Hospital Erasmo Meoz.", ["Hospital Erasmo Meoz"]),
    ],
)
def test_offices_and_agencies_are_no_part_of_a_person(text: str, names: list[str]) -> None:
    assert forms(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Según Sánchez, habrá acuerdo.", ["Sánchez"]),
        ("Los rebeldes avanzan. Ayer cayó Alepo.", ["Alepo"]),
        ("Naciones Unidas calla.", ["Naciones Unidas"]),
        ("Suscríbete ya.", []),
        ("Encontrad la salida. Jugad en casa. David calla.", ["David"]),
        ('Dijo: "Vamos a ganar". Obama rio.', ["Obama"]),
        ("Ver más. Las Más Leídas", ["Leídas"]),
        ("El brote creció.Nadie murió en Texas.", ["Texas"]),
        ("Así es la pandemiaMuchos murieron en Illinois.", ["Illinois"]),
    ],
)
def test_the_beginning_of_a_sentence_makes_no_name(text: str, names: list[str]) -> None:
    assert forms(text) == names


def kinds(text: str) -> dict[str, str]:
    return {span.text: span.kind for span in recognise(text)}


def test_acronyms() -> None:
    text = "La ONU, EE. UU., EE UU y EE.UU. hablan en el G-20 de los F-16 y del 11-M; el covid-19 sigue."
    assert [span.text for span in recognise(text)] == ["ONU", "EE. UU.", "EE UU", "EE.UU.", "G-20", "F-16", "11-M"]
    assert set(kinds(text).values()) == {"acronym"}


def test_roman_numerals_and_initials_alone_are_no_names() -> None:
    assert forms("En el siglo XXI, el plan B. Fin.") == []


def test_a_line_in_capitals_has_only_the_names_that_are_known() -> None:
    assert forms("PUTIN VISITA A ERDOGAN EN LA CIUDAD") == []
    spans = recognise("PUTIN VISITA A ERDOGAN EN LA CIUDAD", known={"putin", "erdogan"})
    assert [span.text for span in spans] == ["PUTIN", "ERDOGAN"]


def test_urls_handles_and_hashtags_are_no_names() -> None:
    assert forms("Lo dijo @RashaAbdulla en https://Example.com/Siria con #Egipto.") == []


@pytest.mark.parametrize(
    ("text", "distinctive"),
    [
        ("Es el Ministerio de Defensa.", ()),
        ("Es Begoña Gómez.", ("Begoña", "Gómez")),
        ("Es la Universidad de Oxford.", ("Oxford",)),
        ("Es la ONU.", ("ONU",)),
    ],
)
def test_distinctive_words_are_those_that_are_only_names(text: str, distinctive: tuple[str, ...]) -> None:
    [span] = recognise(text)
    assert span.distinctive == distinctive


def test_accents_may_be_marks_of_their_own() -> None:
    text = unicodedata.normalize("NFD", "Según Begoña Gómez, está en París.")
    assert [unicodedata.normalize("NFC", form) for form in forms(text)] == ["Begoña Gómez", "París"]


ODD = st.text() | st.text(st.sampled_from("AaÁñ IVX.-'’&·\n\u00a0\u0301ﬁǅ٣中“«¿(#@:/0eldyA"), max_size=60)


@given(ODD)
@example("ǅ İ ﬁN EE.UU")
@example("\ud800A \udfffb")
def test_spans_lie_in_the_text_in_order_without_overlaps(text: str) -> None:
    spans = recognise(text)
    assert all(text[span.start : span.end] == span.text and span.text.strip() == span.text for span in spans)
    assert all(before.end <= after.start for before, after in itertools.pairwise(spans))


WORDS = st.sampled_from(
    "el la de del y al bin von der para Los Ministerio Salud Defensa Begoña Gómez Sánchez ONU Rusia dijo ayer".split()
)


@given(st.lists(WORDS, max_size=20).map(" ".join))
def test_distinctive_words_are_words_of_the_name(text: str) -> None:
    for span in recognise(text):
        assert isinstance(span, NameSpan)
        assert set(span.distinctive) <= set(span.words)
        assert not span.words[0].islower() and not span.words[-1].islower()
