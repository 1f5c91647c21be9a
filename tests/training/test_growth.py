"""A grown model computes what the smaller one did, and can learn more; needs PyTorch."""

from __future__ import annotations

from dataclasses import replace

import pytest
import torch

from training.growth import grow, origins
from training.model import Transformer
from training.shape import ModelShape
from translate_pipeline.errors import UsageError

SMALL = ModelShape(50, width=16, feed_forward=32, heads=2, encoder_layers=3, decoder_layers=1)


@pytest.mark.parametrize(
    ("old", "new", "layers"),
    [
        (3, 3, [(0, False), (1, False), (2, False)]),
        (3, 4, [(0, False), (1, False), (2, False), (2, True)]),
        (6, 8, [(0, False), (1, False), (2, False), (2, True), (3, False), (4, False), (5, False), (5, True)]),
        (1, 4, [(0, False), (0, True), (0, True), (0, True)]),
        (2, 5, [(0, False), (0, True), (1, False), (1, True), (1, True)]),
    ],
)
def test_added_layers_are_copies_at_even_distances(old: int, new: int, layers: list[tuple[int, bool]]) -> None:
    assert origins(old, new) == layers


@pytest.mark.parametrize(
    "goal",
    [
        SMALL,
        replace(SMALL, feed_forward=64),
        replace(SMALL, encoder_layers=4),
        replace(SMALL, decoder_layers=3),
        replace(SMALL, feed_forward=48, encoder_layers=7, decoder_layers=2),
    ],
    ids=["the same", "wider", "deeper encoder", "deeper decoder", "all"],
)
def test_a_grown_model_computes_what_the_small_one_did(goal: ModelShape) -> None:
    torch.manual_seed(1)
    small, large = Transformer(SMALL), Transformer(goal)
    grow(large, small.state_dict(), SMALL)
    source, target = torch.randint(4, 50, (3, 9)), torch.randint(4, 50, (3, 7))
    torch.testing.assert_close(large(source, target), small(source, target))
    assert torch.equal(large.output_bias, small.output_bias)


def test_what_was_added_learns() -> None:
    torch.manual_seed(1)
    goal = replace(SMALL, feed_forward=64, encoder_layers=4)
    small, large = Transformer(SMALL), Transformer(goal)
    grow(large, small.state_dict(), SMALL)
    large(torch.randint(4, 50, (3, 9)), torch.randint(4, 50, (3, 7))).square().sum().backward()
    added, widened = large.encoder[3], large.encoder[0].feed_forward.contract.weight.grad[:, 32:]
    assert added.self_attention.output.weight.grad.abs().max() > 0
    assert widened.abs().max() > 0


@pytest.mark.parametrize(
    "goal", [replace(SMALL, width=32), replace(SMALL, feed_forward=16), replace(SMALL, encoder_layers=2)]
)
def test_what_cannot_grow_is_refused(goal: ModelShape) -> None:
    with pytest.raises(UsageError, match="cannot grow to"):
        grow(Transformer(goal), Transformer(SMALL).state_dict(), SMALL)
