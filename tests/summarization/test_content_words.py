from __future__ import annotations

from translate_pipeline.summarization.content_words import content_words, share_within


def test_function_words_are_no_content_and_forms_of_a_word_are_one() -> None:
    assert content_words("Los volcanes de la isla", "es") == content_words("El volcán y la Isla", "es")
    assert content_words("de la y", "es") == frozenset()


def test_numbers_are_content() -> None:
    assert "7" in content_words("Hubo 7 heridos.", "es")


def test_how_much_is_said_already() -> None:
    assert share_within({"volcán", "isla"}, {"isla", "mar"}) == 0.5
    assert share_within(set(), {"isla"}) == 0.0
