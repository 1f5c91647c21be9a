"""Which form of a name a suggestion proposes: never one that may be garbled."""

from __future__ import annotations

import pytest

from translate_pipeline.glossary.suggestion.candidate import Candidate
from translate_pipeline.glossary.suggestion.target import proposed_target
from translate_pipeline.names import recognise


def target(name: str, *renderings: str) -> str:
    [span] = recognise(f"Vieron a {name}.")
    assert span.text == name
    candidate = Candidate(name, span.kind, span.words, span.distinctive)
    return proposed_target(candidate, {rendering: renderings.count(rendering) for rendering in renderings})


@pytest.mark.parametrize(
    ("name", "rendering"),
    [
        ("Ana Ferrer García", "Ana Ferrrrer García"),
        ("Íñigo Cabrera Ortúzar", "Illigo Cabrera Ortúzar"),
        ("Pablo Rentería Sáenz", "Paul Rentería Sáenz"),
        ("Begoña Gómez", "Begona Gomez"),
        ("Ana Torres", "Anna Towers"),
        ("Constructora Hidalgo S.A.", "Construction Hidalgo S.A"),
        ("Administraciones Públicas", "Públicas's Administrations"),
        ("Sala Segunda", "Second Sala"),
        ("Legión de Honor", "Honor's Legion"),
        ("Organización Mundial de Sanidad Animal", "World Health Organization Animals"),
        ("Comité de Comunicación y Control", "Communications Committee and Control"),
        ("Fuerzas Armadas Turcas", "Armed Forces"),
        ("Cruz Roja", "Red Red Cross"),
        ("Ibb", "Ibbb"),
        ("AMLO", "AMLOT"),
        ("Castellón", "Castellon"),
    ],
)
def test_the_source_form_stays(name: str, rendering: str) -> None:
    assert target(name, rendering, rendering, rendering) == name


@pytest.mark.parametrize(
    ("name", "rendering"),
    [
        ("Siria", "Syria"),
        ("OTAN", "NATO"),
        ("Consejo de Seguridad", "Security Council"),
        ("Universidad de Arizona", "University of Arizona"),
        ("Corea del Norte", "North Korea"),
        ("Ejército Libre", "Free Army"),
    ],
)
def test_established_english_is_proposed(name: str, rendering: str) -> None:
    assert target(name, rendering, rendering) == rendering
