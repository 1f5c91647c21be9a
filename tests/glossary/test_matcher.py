from __future__ import annotations

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


def test_the_first_of_two_entries_with_one_form_wins() -> None:
    assert found("en Kiev", GlossaryEntry("Kiev", "Kyiv"), GlossaryEntry("Kiev", "Kiev")) == [("Kiev", "Kyiv")]


words = st.sampled_from(["Corea", "del", "Sur", "OTAN", "la", "EE.", "UU.", "ministro", "de", "Defensa", ",", "Shoigú"])


@given(st.lists(words, max_size=20).map(" ".join))
def test_matches_are_in_order_without_overlap_and_stand_where_they_say(text: str) -> None:
    end = 0
    for match in Glossary(ENTRIES).find(text):
        assert end <= match.start < match.end
        assert text[match.start : match.end] == match.text
        end = match.end
