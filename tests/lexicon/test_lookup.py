from __future__ import annotations

import pytest

from translate_pipeline.lexicon import best_translation, may_translate, translations


@pytest.mark.parametrize(
    ("spanish", "english"),
    [
        ("nariz", "nose"),
        ("olfato", "sense of smell"),
        ("diluvio", "deluge"),
        ("cirujanos", "surgeons"),
        ("murciélago", "bat"),
        ("murciélagos", "bats"),
        ("navajas", "knives"),
        ("playa", "beach"),
        ("dijo", "said"),
        ("sin", "without"),
    ],
)
def test_a_form_translates_as_a_form_that_stands_in_a_sentence(spanish: str, english: str) -> None:
    assert best_translation(spanish) == english


def test_a_translation_may_be_a_phrase() -> None:
    assert best_translation("ametralladoras") == "machine guns"


def test_english_capitals_are_those_of_english() -> None:
    assert best_translation("LUNES") == "Monday"
    assert best_translation("Nariz") == "nose"
    assert "monday" in translations("lunes")


@pytest.mark.parametrize("spanish", ["domicilio", "se", "prender", "mandatario"])
def test_a_word_of_several_meanings_has_no_best_translation(spanish: str) -> None:
    assert best_translation(spanish) is None


def test_the_meanings_of_an_unsure_word_are_evidence() -> None:
    found = translations("homicidio")
    assert list(found)[:2] == ["murder", "homicide"]
    assert found["murder"] > found["homicide"] >= 0.1


@pytest.mark.parametrize("unknown", ["", "zzyzx", "nari", "12", "=", "nose9", "nariz\n"])
def test_an_unknown_word_has_no_translation(unknown: str) -> None:
    assert best_translation(unknown) is None
    assert translations(unknown) == {}


@pytest.mark.parametrize(
    ("spanish", "english"),
    [
        ("cirujanos", "surgeon"),
        ("Cirujanos", "Surgeons"),
        ("navajas", "knife"),
        ("domicilio", "homes"),
        ("ametralladoras", "gun"),
        ("alemania", "Germany"),
        ("zzyzx", "zzyzx"),
        ("Torres", "Torres"),
    ],
)
def test_may_translate_knows_forms_parts_and_names(spanish: str, english: str) -> None:
    assert may_translate(spanish, english)


@pytest.mark.parametrize(
    ("spanish", "english"), [("nariz", "mouth"), ("nariz", "nariz"), ("torres", "torres"), ("zzyzx", "nose"), ("", "a")]
)
def test_may_translate_tells_other_words(spanish: str, english: str) -> None:
    assert not may_translate(spanish, english)
