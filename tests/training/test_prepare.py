from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from tests.training.toy_corpus import toy_pairs, write_pairs
from training.prepare import PreparationSettings, prepare
from training.rare_words import RareWordSettings
from training.subword import SYNTHETIC_MARK, SubwordModel, read_subword_model
from training.token_arrays import TokenPairs
from training.work_folder import WorkFolder
from translate_pipeline.errors import InputError

SETTINGS = PreparationSettings(valid=20, pieces=380, slotted=0.0)


def texts(pairs: TokenPairs, model: SubwordModel) -> list[tuple[str, str]]:
    decode = model.processor.decode
    return [(decode(pairs.sources[n].tolist()), decode(pairs.targets[n].tolist())) for n in range(len(pairs))]


def prepared_texts(folder: WorkFolder) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    model = read_subword_model(folder.subword_model)
    return texts(TokenPairs.load(folder.train), model), texts(TokenPairs.load(folder.valid), model)


def test_every_pair_is_trained_on_or_held_out(tmp_path: Path) -> None:
    pairs = toy_pairs(300)
    folder = WorkFolder(tmp_path / "run")
    counts = prepare(folder, [write_pairs(tmp_path / "a.tsv", [*pairs, *pairs[:50]])], settings=SETTINGS)
    train, valid = prepared_texts(folder)
    assert counts == json.loads(folder.counts.read_text()) == {"toy": 280, "synthetic": 0, "rare_words": 0, "valid": 20}
    assert len(set(valid)) == 20
    assert set(train) & set(pairs) == set(pairs) - set(valid)
    assert set(train).isdisjoint(valid)


def test_lines_of_evaluation_sets_are_left_out(tmp_path: Path) -> None:
    pairs = toy_pairs(300)
    made = toy_pairs(100, seed=2)
    (tmp_path / "test.es").write_text(pairs[0][0].upper() + "\n" + made[0][0] + "\n", encoding="utf-8")
    (tmp_path / "test.en").write_text(pairs[1][1].replace(".", " !") + "\n" + made[1][1] + "\n", encoding="utf-8")
    folder = WorkFolder(tmp_path / "run")
    prepare(
        folder,
        [write_pairs(tmp_path / "a.tsv", pairs)],
        [write_pairs(tmp_path / "b.tsv", made)],
        [tmp_path / "test.es", tmp_path / "test.en"],
        settings=SETTINGS,
    )
    train, valid = prepared_texts(folder)
    english = {target for _, target in (*train, *valid)}
    assert pairs[2][1] in english
    assert english.isdisjoint({pairs[0][1], pairs[1][1], made[1][1]})


def test_synthetic_sources_are_marked(tmp_path: Path) -> None:
    folder = WorkFolder(tmp_path / "run")
    made = toy_pairs(100, seed=2)
    counts = prepare(
        folder,
        [write_pairs(tmp_path / "a.tsv", toy_pairs(300))],
        [write_pairs(tmp_path / "b.tsv", made)],
        settings=PreparationSettings(valid=20, pieces=380, slotted=0.0, synthetic=40),
    )
    marked = [(es, en) for es, en in prepared_texts(folder)[0] if es.startswith(SYNTHETIC_MARK)]
    assert counts["synthetic"] == len(marked) == 40
    assert {(es.removeprefix(SYNTHETIC_MARK).strip(), en) for es, en in marked} <= set(made)


def test_a_mix_repeats_origins_and_leaves_others_out(tmp_path: Path) -> None:
    pairs, others = toy_pairs(300), toy_pairs(400)[300:]
    folder = WorkFolder(tmp_path / "run")
    files = [write_pairs(tmp_path / "a.tsv", pairs, "news"), write_pairs(tmp_path / "b.tsv", others, "law")]
    settings = PreparationSettings({"news": 3}, valid=20, pieces=380, slotted=0.0, valid_origin="news")
    assert prepare(folder, files, settings=settings)["news"] == 280
    train = prepared_texts(folder)[0]
    assert all(train.count(pair) == 3 for pair in set(train) & set(pairs))
    assert set(train).isdisjoint(others)


def test_a_fraction_in_a_mix_counts_that_share_of_the_pairs(tmp_path: Path) -> None:
    pairs = toy_pairs(420)
    folder = WorkFolder(tmp_path / "run")
    settings = PreparationSettings({"toy": 1.5}, valid=20, pieces=380, slotted=0.0)
    prepare(folder, [write_pairs(tmp_path / "a.tsv", pairs)], settings=settings)
    times = Counter(pair for pair in prepared_texts(folder)[0] if pair in set(pairs))
    assert set(times.values()) == {1, 2}
    assert 550 < times.total() < 650


def test_rare_words_come_in_rows_and_in_sentences(tmp_path: Path) -> None:
    pairs = toy_pairs(300)
    settings = PreparationSettings(
        valid=20, pieces=380, slotted=0.0, rare_words=RareWordSettings(sentences=40, passes=1)
    )
    folder = WorkFolder(tmp_path / "run")
    counts = prepare(folder, [write_pairs(tmp_path / "a.tsv", pairs)], settings=settings)
    added = prepared_texts(folder)[0][-counts["rare_words"] :]
    sentences, rows = added[:40], added[40:]
    assert set(sentences).isdisjoint(pairs)
    assert sum(" en " in es and " in " in en for es, en in sentences) == 40
    assert any("zanjas" in es and "ditches" in en for es, en in rows)


def test_slots_lower_case_and_capitals_are_trained_on(tmp_path: Path) -> None:
    folder = WorkFolder(tmp_path / "run")
    prepare(
        folder,
        [write_pairs(tmp_path / "a.tsv", toy_pairs(600))],
        settings=PreparationSettings(valid=20, pieces=380, slotted=1.0),
    )
    train = prepared_texts(folder)[0]
    slotted = [(re.findall("⟦.⟧", es), re.findall("⟦.⟧", en)) for es, en in train if "⟦" in es]
    assert len(slotted) > 400
    assert all(sorted(own) == sorted(other) for own, other in slotted)
    assert any(es.islower() and en.islower() for es, en in train)
    assert any(es.isupper() and en.isupper() for es, en in train)
    assert any(not es.endswith(".") and not en.endswith(".") for es, en in train)


def test_preparation_can_be_repeated(tmp_path: Path) -> None:
    pairs = write_pairs(tmp_path / "a.tsv", toy_pairs(300))
    for name in ("one", "two"):
        prepare(WorkFolder(tmp_path / name), [pairs], settings=SETTINGS)
    one, two = (prepared_texts(WorkFolder(tmp_path / name)) for name in ("one", "two"))
    assert one == two


def test_a_given_subword_model_is_used(tmp_path: Path, bundled_model: Path) -> None:
    folder = WorkFolder(tmp_path / "run")
    prepare(folder, [write_pairs(tmp_path / "a.tsv", toy_pairs(60))], subword_model=bundled_model, settings=SETTINGS)
    assert folder.subword_model.read_bytes() == bundled_model.read_bytes()


def test_nothing_usable_is_said(tmp_path: Path) -> None:
    pairs = write_pairs(tmp_path / "a.tsv", [("http://a.b", "http://a.b")])
    with pytest.raises(InputError, match="0 usable pairs"):
        prepare(WorkFolder(tmp_path / "run"), [pairs])
    assert not (tmp_path / "run").exists()
