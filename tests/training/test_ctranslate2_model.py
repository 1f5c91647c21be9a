from __future__ import annotations

from pathlib import Path

import ctranslate2
import numpy as np
import pytest

from tests.training.reference_transformer import ReferenceTransformer
from training.ctranslate2_model import save_ctranslate2_model
from training.shape import ModelShape, position_encodings
from training.subword import END, START
from training.weights import random_weights
from translate_pipeline.errors import UsageError

PIECES = ["<unk>", "<s>", "</s>", "<blank>", *(f"▁w{number}" for number in range(36))]


def test_ctranslate2_computes_what_the_weights_say(tmp_path: Path) -> None:
    shape = ModelShape(40, 32, 48, 4, 3, 2)
    weights = random_weights(shape, seed=3)
    rng = np.random.default_rng(4)
    for name, value in weights.items():
        if value.ndim == 1:
            weights[name] = value + rng.normal(0, 0.2, value.shape).astype(np.float32)
    save_ctranslate2_model(tmp_path / "model", shape, weights, PIECES, quantization="float32")
    source, target = [5, 17, 30, 8], [9, 21, 4]
    ((scored,),) = [
        ctranslate2.Translator(str(tmp_path / "model")).score_batch(
            [[PIECES[piece] for piece in source]], [[PIECES[piece] for piece in target]]
        )
    ]
    expected = ReferenceTransformer(shape, weights).log_probabilities([*source, END], [START, *target])
    wanted = [row[piece] for row, piece in zip(expected, [*target, END], strict=True)]
    assert scored.log_probs == pytest.approx(wanted, abs=1e-4)


def test_weights_of_another_shape_are_refused(tmp_path: Path) -> None:
    shape = ModelShape(40, 32, 48, 4, 1, 1)
    weights = random_weights(shape)
    with pytest.raises(ValueError, match="vocabulary"):
        save_ctranslate2_model(tmp_path / "model", shape, weights, PIECES[:-1])
    del weights["decoder.0.cross_attention.query.weight"]
    weights["encoder.0.feed_forward.expand.bias"] = np.zeros(3, np.float32)
    with pytest.raises(ValueError, match=r"feed_forward.expand.bias, decoder.0.cross_attention.query.weight"):
        save_ctranslate2_model(tmp_path / "model", shape, weights, PIECES)
    assert not (tmp_path / "model").exists()


def test_the_shape_of_the_bundled_package_has_as_many_parameters_as_trained() -> None:
    assert ModelShape(16_000).parameter_count == 10_958_464


@pytest.mark.parametrize("sizes", [(250, 10, 4, 1, 1), (256, 10, 0, 1, 1), (0, 10, 4, 1, 1), (256, 10, 4, -1, 1)])
def test_impossible_shapes_are_refused(sizes: tuple[int, int, int, int, int]) -> None:
    with pytest.raises(UsageError, match="shape"):
        ModelShape(100, *sizes)


def test_positions_are_sines_then_cosines_from_one() -> None:
    table = position_encodings(4, 3)
    assert table[1] == pytest.approx([np.sin(2), np.sin(2e-4), np.cos(2), np.cos(2e-4)])
