from __future__ import annotations

import pytest

from translate_pipeline.checks import Translated
from translate_pipeline.checks.english_vocabulary import is_english_word
from translate_pipeline.checks.invented import InventedCheck
from translate_pipeline.document import TermMatch
from translate_pipeline.glossary import GlossaryEntry


def messages(source: str, translation: str) -> list[str]:
    return [finding.message for finding in InventedCheck().findings(Translated(source, translation))]


@pytest.mark.parametrize(
    ("source", "translation", "word"),
    [
        ("bajo una pancarta", "under a pan-carta", "pan-carta"),
        ("los rescatistas voluntarios", "the voluntary recatists", "recatists"),
        ("Apoyo total", "Appy total", "Appy"),
        ("dijo: «Apoyo total»", "said: “Appyo total”", "Appyo"),
    ],
)
def test_invented_words_are_noted(source: str, translation: str, word: str) -> None:
    assert messages(source, translation) == [f"may be no English: {word}"]


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("los voluntarios", "the volunteers"),
        ("reabrió las fronteras", "reopened the borders"),
        ("un quad", "a quad"),
        ("el ministro Qvirlaxvili", "minister Qvirlaxvili"),
        ("siete años", "a seven-year-old"),
        ("", ""),
    ],
)
def test_english_names_and_words_of_the_source_are_not(source: str, translation: str) -> None:
    assert messages(source, translation) == []


def test_words_of_glossary_targets_are_right_by_definition() -> None:
    term = TermMatch(GlossaryEntry("nave", "skyboatle"), 3, 7, "nave")
    assert InventedCheck().findings(Translated("la nave", "the skyboatle", [term])) == []


def test_other_language_pairs_are_left_alone() -> None:
    assert InventedCheck().findings(Translated("la nave", "das Raumschiff", (), "es", "de")) == []


@pytest.mark.parametrize(
    "word",
    ["border", "borders", "reopened", "unhappily", "organisation", "colour", "madrid", "prevarication", "epicentre"],
)
def test_the_vocabulary_knows_inflected_and_british_forms(word: str) -> None:
    assert is_english_word(word)


@pytest.mark.parametrize("word", ["xqzt", "pancarta", "recatists"])
def test_the_vocabulary_does_not_know_everything(word: str) -> None:
    assert not is_english_word(word)
