from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_pipeline.translation.name_particles import with_name_particles


@pytest.mark.parametrize(
    ("source", "translation", "mended"),
    [
        (
            "El juez Felipe Ordóñez de la Peña habló.",
            "Judge Felipe Ordóñez of the Peña spoke.",
            "Judge Felipe Ordóñez de la Peña spoke.",
        ),
        ("Manuel Rubio de las Heras", "Manuel Rubio of Heras", "Manuel Rubio de las Heras"),
        ("Ana de la Peña murió.", "Ana Peña died.", "Ana de la Peña died."),
        ("María del Carmen Nájera", "María of the Carmen Nájera", "María del Carmen Nájera"),
        ("Jordi Roca i Puigvert", "Jordi Roca and Puigvert", "Jordi Roca i Puigvert"),
    ],
)
def test_the_particles_of_a_person_are_kept(source: str, translation: str, mended: str) -> None:
    assert with_name_particles(translation, source) == mended


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("Ana de la Peña", "Ana de la Peña"),
        ("Ana de la Peña", "Ana de La Pena"),
        ("Manuel de Coburgo", "Manuel of Coburgo"),
        ("Mark Luschini de Janney", "Mark Luschini of Janney"),
        ("La Alcazaba de Málaga", "The Alcazaba of Málaga"),
        ("Ana de la Peña", "The Peña of Ana"),
        ("Ana de la Peña", "Ana, of the Peña"),
    ],
    ids=["kept", "other accents", "of a place", "of an employer", "no person", "other order", "a mark between"],
)
def test_other_names_stay(source: str, translation: str) -> None:
    assert with_name_particles(translation, source) == translation


@given(st.text(), st.text())
def test_any_text_can_be_mended(source: str, translation: str) -> None:
    with_name_particles(translation, source)
