"""Particles before names, and how they go together in two languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_pipeline.checks.particles import agreement, english_particle, spanish_particle


@pytest.mark.parametrize(
    ("text", "name", "particle"),
    [
        ("la casa de Lucía", "Lucía", "de"),
        ("la sede del Tirsa", "Tirsa", "de"),
        ("los campos de la Orba", "Orba", "de"),
        ("fue al Tirsa", "Tirsa", "a"),
        ("habló con «Lucía»", "Lucía", "con"),
        ("SEGÚN Lucía", "Lucía", "según"),
        ("dice Lucía", "Lucía", ""),
        ("Lucía", "Lucía", ""),
        ("el desdén Lucía", "Lucía", ""),
    ],
)
def test_spanish_particles(text: str, name: str, particle: str) -> None:
    assert spanish_particle(text, text.index(name)) == particle


@pytest.mark.parametrize(
    ("text", "name", "particle"),
    [
        ("the house of Lucía", "Lucía", "of"),
        ("the fields of the Orba", "Orba", "of"),
        ("Lucía's house", "Lucía", "'s"),
        ("Lucas’ house", "Lucas", "'s"),
        ("In Tirsa", "Tirsa", "in"),
        ("said Lucía", "Lucía", ""),
    ],
)
def test_english_particles(text: str, name: str, particle: str) -> None:
    start = text.index(name)
    assert english_particle(text, start, start + len(name)) == particle


def test_particles_that_translate_each_other_agree_most() -> None:
    assert agreement("de", "'s") == agreement("en", "at") == 1.0
    assert agreement("de", "to") == agreement("", "of") == 0.0
    assert 0.0 < agreement("de", "") < agreement("", "") < 1.0


@given(st.text(max_size=40), st.data())
def test_any_place_of_any_text_has_a_particle_or_none(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert 0.0 <= agreement(spanish_particle(text, start), english_particle(text, start, end)) <= 1.0
