from __future__ import annotations

import pytest

from translate_pipeline.glossary.article import place, with_fitting_indefinites
from translate_pipeline.glossary.entry import Article, GlossaryEntry


@pytest.mark.parametrize(
    ("before", "target", "article", "had_article", "expected"),
    [
        ("the leaders of the ", "NATO", "none", True, "the leaders of NATO"),
        ("the leaders of the ", "NATO", "none", False, "the leaders of the NATO"),
        ("He went to ", "Netherlands", "the", True, "He went to the Netherlands"),
        ("He went to the ", "Netherlands", "the", True, "He went to the Netherlands"),
        ("", "Netherlands", "the", True, "The Netherlands"),
        ("a former ", "United Nations", "the", False, "a former United Nations"),
        ("Russia's ", "Security Council", "the", True, "Russia's Security Council"),
        ("", "defense minister", "", True, "Defense minister"),
        ("“", "defense minister", "", True, "“Defense minister"),
        ("He saw an ", "warplane", "", False, "He saw a warplane"),
        ("It was a ", "airstrike", "", False, "It was an airstrike"),
        ("It was an ", "usual backdrop", "", False, "It was a usual backdrop"),
        ("It was a ", "unintended stop", "", False, "It was an unintended stop"),
        ("It was a ", "hourly count", "", False, "It was an hourly count"),
        ("A ", "NGO", "", False, "An NGO"),
        ("with an ", "Ukrainian", "", False, "with a Ukrainian"),
        ("with a ", "Uruguayan", "", False, "with a Uruguayan"),
        ("an ", "UN envoy", "", False, "a UN envoy"),
        ("an ", "unit", "", False, "a unit"),
        ("The ", "defense minister", "", True, "The defense minister"),
    ],
)
def test_articles_and_capitals(before: str, target: str, article: Article, had_article: bool, expected: str) -> None:
    entry = GlossaryEntry("x", target, article=article)
    assert "".join(place(before, target, entry, False, had_article)) == expected


def test_a_term_in_capitals_stays_in_capitals() -> None:
    entry = GlossaryEntry("Corea del Sur", "South Korea")
    assert place("IN ", "South Korea", entry, True, False)[1] == "SOUTH KOREA"


@pytest.mark.parametrize(
    ("text", "fitted"),
    [
        ("A earthquake of 6.1 in a electrified hour", "An earthquake of 6.1 in an electrified hour"),
        ("“A hour later", "“An hour later"),
        ("an unit, an horse, a umbrella", "a unit, a horse, an umbrella"),
        ("Vitamin A is good, from A to B, a and b", "Vitamin A is good, from A to B, a and b"),
        ("a one-off, a usual day", "a one-off, a usual day"),
        ("a English paper, an Falcon 9, a European", "an English paper, a Falcon 9, a European"),
        ("A Estrada, a NGO, a FBI agent", "A Estrada, a NGO, a FBI agent"),
    ],
)
def test_indefinite_articles_sound_like_the_next_word(text: str, fitted: str) -> None:
    assert with_fitting_indefinites(text) == fitted
    assert with_fitting_indefinites(fitted) == fitted
