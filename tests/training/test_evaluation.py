from __future__ import annotations

from pathlib import Path

import pytest

from tests.toy_packages import cipher, make_package
from training.decoding import Decoder, Search
from training.evaluation import evaluate
from training.search_settings import score_searches
from training.speed import compare_speed
from training.test_sets import TestSet, read_test_set
from translate_pipeline.errors import InputError, UsageError

SOURCES = [
    f"El ministro {verb} la casa {number} veces en el norte"
    for verb in ("abre", "mira", "pinta")
    for number in ("doce", "diez", "cien")
]
CIPHERED = TestSet("ciphered", SOURCES, [cipher(source) for source in SOURCES])


def test_a_perfect_package_has_100_and_a_worse_one_is_significantly_worse(tmp_path: Path) -> None:
    perfect, echo = make_package(tmp_path / "a"), make_package(tmp_path / "b", behaviour="echo")
    (first, second), signatures = evaluate([perfect, echo], CIPHERED)
    assert first.bleu.score == pytest.approx(100)
    assert first.chrf.score == pytest.approx(100)
    assert first.bleu.p_value is None
    assert second.bleu.score < 20
    assert second.bleu.p_value is not None
    assert second.bleu.p_value < 0.01
    assert first.speed > 0
    assert "BLEU|nrefs:1" in signatures
    assert "seed:" in signatures


def test_a_package_does_not_differ_from_itself(tmp_path: Path) -> None:
    echo = make_package(tmp_path, behaviour="echo")
    half = TestSet("half", SOURCES, [*CIPHERED.references[:4], *SOURCES[4:]])
    (first, second), _ = evaluate([echo, echo], half)
    assert first.bleu.score == second.bleu.score
    assert first.bleu.interval > 0
    assert second.bleu.p_value == 1


def test_searches_are_scored_one_by_one(tmp_path: Path) -> None:
    decoder = Decoder(make_package(tmp_path))
    searches = [Search(1), Search(3, 0.5, vocabulary_map=False)]
    found = list(score_searches(decoder, CIPHERED, searches))
    assert [row.search for row in found] == searches
    assert [row.bleu for row in found] == pytest.approx([100, 100])
    assert all(row.length_ratio == 1 and row.speed > 0 for row in found)


def test_texts_come_back_in_order_and_empty_ones_empty(tmp_path: Path) -> None:
    texts = ["uno", "", *SOURCES, "dos tres"]
    assert Decoder(make_package(tmp_path)).translate(texts, Search(2)) == list(map(cipher, texts))


def test_wanted_lengths_are_kept(tmp_path: Path) -> None:
    decoder = Decoder(make_package(tmp_path, behaviour="loop"))
    sources = [decoder.package.tokenizer.encode(text) for text in SOURCES]
    assert {len(pieces) for pieces in decoder.decode(sources, Search(1), [7] * len(sources))} == {7}


def test_a_package_is_compared_with_the_argos_shape(toy_package: Path) -> None:
    found = compare_speed(toy_package, SOURCES[:2], beam=1, rounds=1)
    assert found.ratio == pytest.approx(found.package / found.argos_shape)
    assert found.ratio > 1  # a thousandth of its parameters


def test_test_sets_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.es").write_text("uno\ndos\n", encoding="utf-8")
    (tmp_path / "a.en").write_text("one\ntwo\n", encoding="utf-8")
    assert read_test_set(f"toy:{tmp_path}/a.es:{tmp_path}/a.en") == TestSet("toy", ["uno", "dos"], ["one", "two"])


def test_bad_test_sets_are_named(tmp_path: Path) -> None:
    (tmp_path / "a.es").write_text("uno\ndos\n", encoding="utf-8")
    (tmp_path / "a.en").write_text("one\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"2 lines, and .*a.en has 1"):
        read_test_set(f"toy:{tmp_path}/a.es:{tmp_path}/a.en")
    with pytest.raises(UsageError, match="write NAME:SOURCE_FILE:REFERENCE_FILE"):
        read_test_set("toy")
