from __future__ import annotations

from pathlib import Path

import pytest

from tests.toy_packages import make_package
from training.subword import (
    END,
    PADDING,
    START,
    SYNTHETIC_MARK,
    UNKNOWN,
    SubwordModel,
    read_subword_model,
    train_subword_model,
)
from translate_pipeline.errors import InputError
from translate_pipeline.translation.package import SLOTS


def test_slots_are_pieces_and_ids_are_where_training_expects_them(toy_model: SubwordModel) -> None:
    assert [toy_model.pieces[number] for number in (UNKNOWN, START, END, PADDING)] == ["<unk>", "<s>", "</s>", "<pad>"]
    for slot in (*SLOTS, SYNTHETIC_MARK):
        (pieces,) = toy_model.encode([f"en {slot}."])
        assert [toy_model.pieces[piece] for piece in pieces].count(slot) == 1


def test_what_the_model_has_not_seen_becomes_bytes(toy_model: SubwordModel) -> None:
    (pieces,) = toy_model.encode(["漢"])
    assert UNKNOWN not in pieces
    assert sum(map(toy_model.is_byte, pieces)) == 3


def test_the_bundled_model_can_be_used(bundled_model: Path) -> None:
    assert len(read_subword_model(bundled_model)) == 16_000


def test_models_that_cannot_be_used_are_named(tmp_path: Path) -> None:
    (tmp_path / "bad.model").write_bytes(b"no model")
    with pytest.raises(InputError, match=r"bad.model: it is no SentencePiece model"):
        read_subword_model(tmp_path / "bad.model")
    with pytest.raises(InputError, match=r"sentencepiece.model: it lacks the slots"):
        read_subword_model(make_package(tmp_path) / "sentencepiece.model")
    with pytest.raises(InputError, match="no such file"):
        read_subword_model(tmp_path / "nowhere")


def test_too_many_pieces_for_the_text_are_refused() -> None:
    with pytest.raises(InputError, match=r"5000 pieces.*choose --pieces"):
        train_subword_model(["Hola, mundo."] * 20, 5000, threads=1)
