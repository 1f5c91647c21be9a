from __future__ import annotations

import pytest

from translate_pipeline.checks import Translated
from translate_pipeline.checks.terms import TermsCheck, missing_terms, surplus_terms
from translate_pipeline.document import TermMatch
from translate_pipeline.glossary.entry import GlossaryEntry


def terms(*targets: str) -> list[TermMatch]:
    return [TermMatch(GlossaryEntry(target, target), 0, 1, target) for target in targets]


@pytest.mark.parametrize(
    ("targets", "translation", "missing"),
    [
        (["NATO"], "NATO met.", []),
        (["NATO"], "Nato met.", ["NATO"]),
        (["NATO"], "NATOs met.", ["NATO"]),
        (["defense minister"], "Defense Minister Umerov", []),
        (["Belousov", "Belousov"], "Belousov spoke.", ["Belousov"]),
        (["Belousov", "Andrei Belousov"], "Andrei Belousov spoke.", ["Belousov"]),
        (["Belousov", "Andrei Belousov"], "Andrei Belousov spoke; Belousov left.", []),
        (["South Korea"], "SOUTH KOREA SPEAKS", []),
        (["South Korea"], "South\u00a0Korea speaks", []),
        (["United States"], "the US", ["United States"]),
    ],
)
def test_terms_are_counted_as_whole_words(targets: list[str], translation: str, missing: list[str]) -> None:
    assert [term.text for term in missing_terms(terms(*targets), translation)] == missing


@pytest.mark.parametrize(
    ("targets", "translation", "surplus"),
    [
        (["Korea"], "Korea met Korea.", {}),
        (["Korea"], "Korea met Korea and Korea.", {"Korea": 3}),
        (["Korea", "Korea"], "Korea met Korea and Korea.", {}),
        ([], "Korea, Korea, Korea", {}),
    ],
)
def test_a_name_that_is_repeated_again_and_again(targets: list[str], translation: str, surplus: dict[str, int]) -> None:
    assert surplus_terms(terms(*targets), translation) == surplus


@pytest.mark.parametrize(
    ("source", "target", "message"),
    [
        ("Colombia", "Colombia", "the term Colombia is missing"),
        ("COLOMBIA", "Colombia", "the term Colombia is missing"),
        ("Alemania", "Germany", "Alemania should be Germany"),
    ],
)
def test_a_finding_says_what_is_missing(source: str, target: str, message: str) -> None:
    term = TermMatch(GlossaryEntry(source, target), 0, len(source), source)
    [finding] = TermsCheck().findings(Translated(source, "", [term]))
    assert finding.message == message
