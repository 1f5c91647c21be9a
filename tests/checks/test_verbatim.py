"""URLs, addresses, handles and hashtags, which no translation may touch."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_pipeline.checks import Translated
from translate_pipeline.checks.verbatim import VerbatimCheck


def messages(source: str, translation: str, source_language: str = "es", target_language: str = "en") -> list[str]:
    pair = Translated(source, translation, (), source_language, target_language)
    return [finding.message for finding in VerbatimCheck().findings(pair)]


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("Ver https://example.org/a.", "See https://example.org/a."),
        ("(véase www.example.org)", "(see www.example.org)"),
        ("«https://example.org/niño»", "“https://example.org/niño”"),
        ("Escriba a ana@example.org.", "Write to ana@example.org."),
        ("Lo dijo @ana en #Gaza.", "@ana said so in #Gaza."),
        ("@ana y @ana", "@ana and @ana"),
        ("El n.º 1 y el artículo 5", "The #1 and article 5"),
        ("de 5 @ 3", "from 5 @ 3"),
        ("", ""),
    ],
)
def test_what_came_through(source: str, translation: str) -> None:
    assert messages(source, translation) == []


@pytest.mark.parametrize(
    ("source", "translation", "message"),
    [
        ("Ver https://example.org/a.", "See https://example.org/b.", "https://example.org/a is missing"),
        ("Ver https://example.org/noticia", "See https://example.org/news", "https://example.org/noticia is missing"),
        ("Ver https://example.org/a.", "See there.", "https://example.org/a is missing"),
        ("Ver https://example.org/a", "See http://example.org/a", "https://example.org/a is missing"),
        ("de @ana", "by @Ana", "@ana is missing"),
        ("de @ana", "by ana", "@ana is missing"),
        ("#Perú", "#Peru", "#Perú is missing"),
        ("#PazYa", "#PeaceNow", "#PazYa is missing"),
        ("@ana y @ana", "@ana", "@ana is missing"),
        ("ana@example.org", "ana @example.org", "ana@example.org is missing"),
    ],
)
def test_what_was_lost_or_changed(source: str, translation: str, message: str) -> None:
    assert messages(source, translation) == [message]


@pytest.mark.parametrize(
    ("source", "translation", "message"),
    [
        ("Ver.", "See https://example.org/a.", "https://example.org/a is not in the source"),
        ("@ana", "@ana and @ana", "@ana is not in the source"),
        ("Lo dijo Ana.", "@ana said so.", "@ana is not in the source"),
    ],
)
def test_what_was_made_up(source: str, translation: str, message: str) -> None:
    assert messages(source, translation) == [message]


def test_each_that_is_missing_has_a_finding_of_its_own() -> None:
    assert messages("@ana y #Gaza", "Ana, @bob") == ["@ana is missing", "#Gaza is missing"]


def test_every_language_pair_has_them() -> None:
    assert messages("See @ana", "Voir @anne", "en", "fr") == ["@ana is missing"]


@given(st.text())
def test_a_text_has_all_its_own(text: str) -> None:
    assert messages(text, text) == []


@given(st.lists(st.sampled_from(["https://example.org/a?b=1", "@ana", "#Perú", "a.b@example.org"]), min_size=1))
def test_none_of_them_may_go(spans: list[str]) -> None:
    assert sorted(messages(" y ".join(spans), "nothing")) == sorted({f"{span} is missing" for span in spans})
