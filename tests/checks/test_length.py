"""Translations that are too short or too long, and sentences that were dropped or added."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_pipeline.checks import Translated
from translate_pipeline.checks.length import LengthCheck

SOURCE = "El ministro habló ayer con la prensa en la capital."


def found(source: str, translation: str) -> list[tuple[str, str]]:
    return [(finding.severity, finding.message) for finding in LengthCheck().findings(Translated(source, translation))]


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        (SOURCE, "The minister spoke with the press in the capital yesterday."),
        (SOURCE, "The minister met the press."),
        ("Sí.", "Yes, of course it is."),
        ("Llegó. Habló.", "He arrived, and spoke."),
        ("El rey calló.", "The king was silent. He left."),
        ("Habló el Sr. Pérez, de EE. UU., ayer en la ciudad.", "Mr. Pérez, of the U.S., spoke in the city yesterday."),
        ("José A. Pérez y J. L. Gómez viajaron en tren.", "José A. Pérez and J. L. Gómez traveled by train."),
        ("La Dra. Soto habló con el Sr. Paz.", "Dr. Soto talked to Mr. Paz."),
        ("Subió un 3.5 por ciento en 2.000 hogares.", "It rose 3.5 percent in 2,000 homes."),
        ("", ""),
        ("......", "..."),
        (SOURCE, SOURCE),
    ],
)
def test_a_translation_of_sound_length(source: str, translation: str) -> None:
    assert found(source, translation) == []


@pytest.mark.parametrize(
    ("translation", "message"),
    [
        ("The minister.", "much shorter than its source (2 words for 10)"),
        (" ".join(["word"] * 19), "much longer than its source (19 words for 10)"),
    ],
)
def test_impossible_length_is_an_error(translation: str, message: str) -> None:
    assert found(SOURCE, translation) == [("error", message)]


@pytest.mark.parametrize(("words", "sound"), [(4, False), (5, True), (18, True), (19, False)])
def test_the_bounds_of_length(words: int, sound: bool) -> None:
    assert (found(SOURCE, " ".join(["word"] * words)) == []) is sound


def test_a_short_sentence_may_be_of_any_length() -> None:
    assert found("Ni hablar de eso, señor.", "Out of the question, sir, and do not ask me that again.") == []


@pytest.mark.parametrize(
    ("source", "translation", "message"),
    [
        (
            "El ministro habló ayer. La ministra calló durante horas.",
            "The minister was silent for hours.",
            "1 sentences for 2",
        ),
        ("¿Quién vino ayer? ¡Nadie! Así fue todo.", "Who came? It was so.", "2 sentences for 3"),
        ("El ministro habló ayer en Madrid.", "The minister spoke. He was there. It was late.", "3 sentences for 1"),
        ("Habló «ayer». Calló hoy sin más explicaciones.", "He is silent, without more.", "1 sentences for 2"),
    ],
)
def test_a_sentence_that_was_dropped_or_added(source: str, translation: str, message: str) -> None:
    assert found(source, translation) == [("warning", message)]


def test_sentences_may_be_joined_if_nothing_is_lost() -> None:
    assert found("Habló ayer. Calló hoy. Se irá.", "He spoke yesterday, is silent today, will leave.") == []


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("人人生而自由在尊严和权利上一律平等", "All human beings are born free and equal in dignity and rights."),
        (SOURCE, "大臣は昨日首都で記者団に語った。"),
        ("มนุษย์ ทั้งหลาย เกิดมา มี อิสระ และ เสมอภาค กัน ใน เกียรติศักดิ์", "All are free."),
    ],
)
def test_scripts_without_spaces_are_not_counted(source: str, translation: str) -> None:
    assert found(source, translation) == []


def test_every_language_pair_is_counted() -> None:
    short = Translated("The minister spoke to the press", "Le", (), "en", "fr")
    assert [finding.check for finding in LengthCheck().findings(short)] == ["length"]


@given(st.text(max_size=200))
def test_a_text_is_as_long_as_itself(text: str) -> None:
    assert found(text, text) == []


@given(st.integers(6, 60), st.integers(1, 200))
def test_only_the_ratio_of_words_matters(source_words: int, target_words: int) -> None:
    is_error = bool(found("palabra " * source_words, "word " * target_words))
    assert is_error == (not 0.45 <= target_words / source_words <= 1.85)
