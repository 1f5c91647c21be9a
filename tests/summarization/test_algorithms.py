from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from translate_pipeline.errors import UsageError
from translate_pipeline.summarization import ALGORITHMS
from translate_pipeline.summarization.algorithms import MOST_SENTENCES, rank_sentences

ON_TOPIC = [
    "El volcán de La Palma entró en erupción el domingo.",
    "La erupción del volcán obligó a evacuar a miles de vecinos de La Palma.",
    "Los vecinos evacuados por el volcán volverán cuando acabe la erupción en La Palma.",
    "A mi perro le gustan los plátanos.",
]


@pytest.mark.parametrize("algorithm", ALGORITHMS)
def test_every_algorithm_tells_sentences_apart(algorithm: str, example: Path) -> None:
    sentences = example.read_text(encoding="utf-8").replace(". ", ".\n").split("\n")
    scores = rank_sentences(sentences, "La visita de Belousov", algorithm, "es")
    assert len(scores) == len(sentences)
    assert len(set(scores)) >= 3


@pytest.mark.parametrize("algorithm", ["lexrank", "textrank", "luhn", "edmundson"])
def test_a_sentence_off_the_topic_is_not_the_best(algorithm: str) -> None:
    scores = rank_sentences(ON_TOPIC, "La erupción del volcán", algorithm, "es")
    assert scores.index(max(scores)) != 3


@pytest.mark.parametrize("algorithm", ALGORITHMS)
@pytest.mark.parametrize("sentences", [[], ["Hola."], ["123 456", "789"], ["Una frase.", "Otra cosa distinta."]])
def test_tiny_documents(algorithm: str, sentences: list[str]) -> None:
    assert len(rank_sentences(sentences, None, algorithm, "es")) == len(sentences)


@pytest.mark.parametrize("language", ["en", "de", "uk", "ja", "xx"])
def test_languages_without_stemmer_or_stop_words(language: str) -> None:
    for algorithm in ALGORITHMS:
        assert len(rank_sentences(ON_TOPIC, None, algorithm, language)) == len(ON_TOPIC)


def test_a_very_long_document_is_ranked_by_its_beginning() -> None:
    sentences = [f"La frase número {number} habla de la guerra." for number in range(MOST_SENTENCES + 50)]
    scores = rank_sentences(sentences, None, "lexrank", "es")
    assert max(scores[MOST_SENTENCES:]) < min(scores[:MOST_SENTENCES])


def test_the_slowest_algorithm_ranks_fewer_sentences() -> None:
    sentences = [f"La frase número {number} habla de la guerra." for number in range(130)]
    scores = rank_sentences(sentences, None, "kl", "es")
    assert max(scores[100:]) < min(scores[:100])


def test_an_unknown_algorithm_is_named() -> None:
    with pytest.raises(UsageError, match="'best' is unknown"):
        rank_sentences(ON_TOPIC, None, "best", "es")


def test_scores_do_not_depend_on_the_order_of_sets(example: Path) -> None:
    program = (
        "import sys; from translate_pipeline.summarization.algorithms import rank_sentences, ALGORITHMS\n"
        "lines = open(sys.argv[1], encoding='utf-8').read().replace('. ', '.\\n').split('\\n')\n"
        "print([rank_sentences(lines, None, a, 'es') for a in ALGORITHMS])"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program, str(example)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(outputs) == 1
