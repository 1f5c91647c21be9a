from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_pipeline.glossary import Glossary, GlossaryEntry

ENTRIES = [
    GlossaryEntry("Corea del Sur", "South Korea"),
    GlossaryEntry("Corea", "Korea"),
    GlossaryEntry("OTAN", "NATO"),
    GlossaryEntry("Estados Unidos", "United States", ("EE. UU.", "EEUU")),
    GlossaryEntry("ministro de Defensa", "defense minister"),
    GlossaryEntry("Serguéi Shoigú", "Sergei Shoigu", ("Sergei Shoigú",)),
    GlossaryEntry("Shoigú", "Shoigu"),
]


def found(text: str, *entries: GlossaryEntry) -> list[tuple[str, str]]:
    return [(match.text, match.target) for match in Glossary(entries or ENTRIES).find(text)]


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("La Corea del Sur de hoy", [("Corea del Sur", "South Korea")]),
        ("Corea del Norte", [("Corea", "Korea")]),
        ("la OTAN y la OTANizada", [("OTAN", "NATO")]),
        ("pro-OTAN", [("OTAN", "NATO")]),
        ("EE. UU. y EEUU", [("EE. UU.", "United States"), ("EEUU", "United States")]),
        ("El MINISTRO DE DEFENSA", [("MINISTRO DE DEFENSA", "defense minister")]),
        ("Ministro de Defensa", [("Ministro de Defensa", "defense minister")]),
        ("corea del sur", []),
        ("Serguéi Shoigú habló; Shoigú calló", [("Serguéi Shoigú", "Sergei Shoigu"), ("Shoigú", "Shoigu")]),
        ("ministro  de\nDefensa", [("ministro  de\nDefensa", "defense minister")]),
    ],
)
def test_the_longest_whole_words_match(text: str, terms: list[tuple[str, str]]) -> None:
    assert found(text) == terms


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("la zona ae\u0301rea", [("zona ae\u0301rea", "air zone")]),
        ("Segu\u0301n él, zonas ae\u0301reas", [("zonas ae\u0301reas", "air zones")]),
        ("zona ae\u0301rea\u0301", []),
        ("x\u0301 zona ae\u0301rea", [("zona ae\u0301rea", "air zone")]),
        ("\u0301zona ae\u0301rea", [("zona ae\u0301rea", "air zone")]),
    ],
)
def test_decomposed_text_matches_where_it_stands(text: str, terms: list[tuple[str, str]]) -> None:
    zone = GlossaryEntry("zona aérea", "air zone")
    assert found(text, zone) == terms
    assert all(text[match.start : match.end] == match.text for match in Glossary([zone]).find(text))


@pytest.mark.parametrize("source", ["L'Hospitalet", "L’Hospitalet"])
@pytest.mark.parametrize("text", ["L'Hospitalet", "L’Hospitalet"])
def test_apostrophes_are_one_mark(source: str, text: str) -> None:
    assert found(f"en {text}", GlossaryEntry(source, "Hospitalet")) == [(text, "Hospitalet")]


def test_a_noun_is_not_found_in_an_adjective() -> None:
    entries = (GlossaryEntry("físico", "physicist"), GlossaryEntry("químico", "chemist"))
    assert found("las condiciones físicas y las armas químicas", *entries) == []
    assert found("dos físicos", *entries) == [("físicos", "physicists")]
    assert found("una física", GlossaryEntry("físico", "physicist", ("física",))) == [("física", "physicist")]


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("dos golpes de Estado", [("golpes de Estado", "coups")]),
        ("Golpes de Estado", [("Golpes de Estado", "coups")]),
        ("LOS GOLPES DE ESTADO", [("GOLPES DE ESTADO", "coups")]),
        ("golpes de estado", []),
        ("golpes de ESTADO", []),
        ("Golpes De Estado", []),
        ("golpes de Estados", []),
    ],
)
def test_a_name_inside_a_common_noun_stays_as_it_is(text: str, terms: list[tuple[str, str]]) -> None:
    assert found(text, GlossaryEntry("golpe de Estado", "coup")) == terms


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("la crisis humanitaria", "humanitarian crisis"),
        ("las crisis humanitarias", "humanitarian crises"),
        ("CRISIS HUMANITARIAS", "humanitarian crises"),
    ],
)
def test_the_adjective_tells_the_number_where_the_noun_does_not(text: str, target: str) -> None:
    assert [term for _, term in found(text, GlossaryEntry("crisis humanitaria", "humanitarian crisis"))] == [target]


@pytest.mark.parametrize("text", ["ex guerrilleros", "exguerrilleros", "ex-guerrilleros"])
def test_the_head_comes_after_ex(text: str) -> None:
    entry = GlossaryEntry("exguerrillero", "former guerrilla", ("ex guerrillero", "ex-guerrillero"))
    assert found(f"dos {text}", entry) == [(text, "former guerrillas")]


def test_plurals_without_accents_match_where_accents_are_optional() -> None:
    zone, regime = GlossaryEntry("zona aérea", "air zone"), GlossaryEntry("régimen", "regime", accents="optional")
    assert found("las zonas aereas", GlossaryEntry("zona aérea", "air zone", accents="optional"), regime) == [
        ("zonas aereas", "air zones")
    ]
    assert found("las zonas aereas y los regimenes", zone, regime) == [("regimenes", "regimes")]


def test_entries_that_share_forms_are_kept_apart() -> None:
    entries = (
        GlossaryEntry("carne de vacuno", "beef"),
        GlossaryEntry("campaña de vacuna", "vaccine campaign"),
        GlossaryEntry("partido", "party"),
        GlossaryEntry("partida", "departure"),
    )
    assert found("carne de vacuna, campañas de vacunas, partidas y partidos", *entries) == [
        ("campañas de vacunas", "vaccine campaigns"),
        ("partidas", "departures"),
        ("partidos", "parties"),
    ]


def test_the_first_of_two_entries_with_one_form_wins() -> None:
    assert found("en Kiev", GlossaryEntry("Kiev", "Kyiv"), GlossaryEntry("Kiev", "Kiev")) == [("Kiev", "Kyiv")]


pieces = st.text(alphabet=st.sampled_from("aeoñsz \u0301\u0303\u0308’'.éÉ"), max_size=12)


@given(pieces, pieces)
def test_a_term_is_found_in_either_normal_form(before: str, after: str) -> None:
    text = unicodedata.normalize("NFC", f"{before} Shoigú {after}")
    decomposed = unicodedata.normalize("NFD", text)
    matches = Glossary(ENTRIES).find(decomposed)
    assert [unicodedata.normalize("NFC", match.text) for match in matches] == ["Shoigú"]
    assert all(decomposed[match.start : match.end] == match.text for match in matches)


words = st.sampled_from(["Corea", "del", "Sur", "OTAN", "la", "EE.", "UU.", "ministro", "de", "Defensa", ",", "Shoigú"])


@given(st.lists(words, max_size=20).map(" ".join))
def test_matches_are_in_order_without_overlap_and_stand_where_they_say(text: str) -> None:
    end = 0
    for match in Glossary(ENTRIES).find(text):
        assert end <= match.start < match.end
        assert text[match.start : match.end] == match.text
        end = match.end
