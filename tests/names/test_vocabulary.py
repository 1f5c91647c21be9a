"""Which words Spanish writes in lower case."""

from __future__ import annotations

import pytest

from translate_pipeline.names import is_common_word
from translate_pipeline.names.inflection import looks_inflected
from translate_pipeline.names.vocabulary import begins_place, builds_names, is_given_name


@pytest.mark.parametrize("word", ["Defensa", "SEGÚN", "bombardeos", "Unidas", "Senado", "lunes", "enero"])
def test_common_words_are_common_in_any_capitals(word: str) -> None:
    assert is_common_word(word)


@pytest.mark.parametrize("word", ["Gómez", "Siria", "China", "Irán", "Putin", "Seúl", "", "ONU"])
def test_names_are_not_common(word: str) -> None:
    assert not is_common_word(word)


def test_names_are_built_of_some_common_words() -> None:
    assert builds_names("Banco") and builds_names("Tribunal")
    assert not builds_names("según") and not builds_names("bombardeos")


def test_given_names_and_places() -> None:
    assert is_given_name("Begoña") and not is_given_name("Gómez")
    assert begins_place(["Costa", "de", "Marfil"]) and begins_place(["Panamá", "calla"])
    assert not begins_place(["Costa", "Brava"]) and not begins_place([])


@pytest.mark.parametrize("word", ["Suscríbete", "Vacunarse", "Accedé", "Olvídalo"])
def test_forms_of_verbs_that_are_not_listed(word: str) -> None:
    assert looks_inflected(word)


@pytest.mark.parametrize("word", ["Gómez", "Obama", "Reuters", "Worobey"])
def test_names_are_no_forms_of_verbs(word: str) -> None:
    assert not looks_inflected(word)
