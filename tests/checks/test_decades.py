"""Decades that are spelled out."""

from __future__ import annotations

import pytest

from translate_pipeline.checks.decades import spelled_decades


@pytest.mark.parametrize(
    ("text", "words", "english"),
    [
        ("en los años treinta", "años treinta", "1930s"),
        ("los años ochenta del siglo pasado", "años ochenta del siglo pasado", "1980s"),
        ("los años treinta del siglo XIX", "años treinta del siglo XIX", "30s of the 19th century"),
        ("la década de los veinte", "década de los veinte", "1920s"),
        ("la década de los años noventa", "década de los años noventa", "1990s"),
    ],
)
def test_a_decade_and_its_english(text: str, words: str, english: str) -> None:
    assert [(decade.text, decade.english) for decade in spelled_decades(text)] == [(words, english)]


@pytest.mark.parametrize(
    "text", ["tiene treinta años", "hace dos años treinta personas", "los años treinta y dos", "los treinta"]
)
def test_what_is_no_decade(text: str) -> None:
    assert spelled_decades(text) == []
