from __future__ import annotations

import pytest

from training.rare_words.agreement import NounAgreement
from training.rare_words.rare_forms import RareForm, rare_forms
from training.word_lexicon.inflected_forms import FEMININE


@pytest.fixture(scope="module")
def forms() -> dict[str, RareForm]:
    """What is rare beside sentences about a harvest and an embassy."""
    return {form.text: form for form in rare_forms(["La cosecha de la embajada."] * 150, [])}


def test_the_editors_words_are_rare_everywhere(forms: dict[str, RareForm]) -> None:
    assert forms["zanjas"] == RareForm("zanjas", "ditches", (NounAgreement(FEMININE, plural=True),))
    assert forms["abdicar"].is_infinitive


def test_words_of_the_lexicon_are_rare_unless_sentences_have_them(forms: dict[str, RareForm]) -> None:
    assert forms["nariz"].english == "nose"
    assert "embajada" not in forms


def test_the_determiners_of_both_kinds_of_sentences_tell_what_a_counted_word_is() -> None:
    found = {form.text: form for form in rare_forms(["La nariz rota."] * 2, ["Una nariz nueva."] * 2)}
    assert found["nariz"].agreements == (NounAgreement(FEMININE, plural=False),)
    assert not {form.text: form for form in rare_forms([])}["nariz"].agreements


def test_no_form_stands_twice(forms: dict[str, RareForm]) -> None:
    assert len(rare_forms(["La cosecha de la embajada."] * 150)) == len(forms)


def test_a_form_of_several_meanings_is_not_taught(forms: dict[str, RareForm]) -> None:
    assert "abanico" not in forms
