from __future__ import annotations

import pytest

from training.document_frequencies import document_frequencies, texts
from translate_pipeline.digest.stories.document_frequency import inverse_document_frequency
from translate_pipeline.digest.stories.words import word_stems


@pytest.mark.parametrize(
    ("language", "common", "rare"), [("es", "gobierno", "estibador"), ("en", "government", "stevedore")]
)
def test_a_word_that_news_often_has_weighs_less(language: str, common: str, rare: str) -> None:
    weight = inverse_document_frequency([], language)
    (of_common,), (of_rare,) = word_stems(common, language), word_stems(rare, language)
    assert 0 < weight(of_common) < weight(of_rare)


def test_a_word_that_these_articles_often_have_weighs_less() -> None:
    weight = inverse_document_frequency([["riad", "tamuj"], ["riad"], ["riad"]], "es")
    assert 0 < weight("riad") < weight("tamuj")


def test_a_language_without_a_table_is_weighed_by_the_articles_alone() -> None:
    weight = inverse_document_frequency([["presidente", "x1"], ["presidente"]], "pt")
    assert weight("presidente") < weight("x1")


def test_stems_come_without_function_words_and_in_their_order() -> None:
    assert word_stems("El tren y los trenes de 2024 a", "es") == ["tren", "tren", "2024"]


def test_frequencies_are_counted_once_a_text() -> None:
    sentences = ["El tren salió. El tren volvió."] * 25 + ["Nada nuevo."] * 25
    number, frequent = document_frequencies(sentences, "es")
    assert number == 2
    assert frequent[word_stems("tren", "es")[0]] == 1
    assert len(list(texts(["a"] * 26))) == 2
