"""What stands before and behind a form that was put into a translation."""

from __future__ import annotations

import pytest

from translate_pipeline.glossary.enforcement.joining import goes_on, remains_behind, surplus_behind, without_article


@pytest.mark.parametrize(
    ("form", "after", "in_sentence", "left"),
    [
        ("Hidalgo S.A.", ". 7 April.", True, " 7 April."),
        ("Hidalgo S.A.", ". He received it.", True, " received it."),
        ("Hidalgo S.A.", ". He received it.", False, " He received it."),
        ("Hidalgo S.A.", "...", True, "..."),
        ("Hidalgo S.A.", ", which", True, ", which"),
        ("NATO", ". He received it.", True, ". He received it."),
    ],
)
def test_one_full_stop_is_enough(form: str, after: str, in_sentence: bool, left: str) -> None:
    assert after[surplus_behind(form, after, in_sentence) :] == left


def test_a_sentence_goes_on_with_a_lower_case_word() -> None:
    assert goes_on("Hidalgo S.A. recibió", 12)
    assert not goes_on("Hidalgo S.A. Recibió", 12)
    assert not goes_on("Hidalgo S.A.", 12)


def test_a_name_with_an_article_gets_no_other() -> None:
    assert without_article("in the ", "Las Condes") == "in "
    assert without_article("in the ", "Países Bajos") == "in the "


@pytest.mark.parametrize(
    ("name", "after", "left"),
    [
        ("Milena Vicenová", " Vice.", "."),
        ("Milena Vicenová", " Vicenová.", " Vicenová."),
        ("Milena Vicenová", " Vice's car.", " Vice's car."),
        ("Milena Vicenová", " said.", " said."),
    ],
)
def test_what_is_left_of_a_garbled_form_goes(name: str, after: str, left: str) -> None:
    assert after[remains_behind(name, after) :] == left
