"""Grows a trained Transformer: wider feed-forward layers and more layers that compute what it computed before.

Source: Chen, Goodfellow, Shlens 2016, Net2Net, https://arxiv.org/abs/1511.05641, for growing without a change of what
is computed; Gong et al. 2019, https://proceedings.mlr.press/v97/gong19a.html, for layers begun as copies of others.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import torch

from training.model import Transformer
from training.shape import ModelShape
from translate_pipeline.errors import UsageError

# A new layer adds nothing to the residual stream until these have learnt.
_ADDED_TO_STREAM = ("output.weight", "output.bias", "contract.weight", "contract.bias")


def origins(old: int, new: int) -> list[tuple[int, bool]]:
    """For each layer of the grown side, the layer it comes from, and whether it is an added copy.

    The copies stand behind layers at even distances, the last behind the last.
    """
    added = new - old
    copied = [math.ceil((index + 1) * old / added) - 1 for index in range(added)]
    return [place for layer in range(old) for place in [(layer, False), *[(layer, True)] * copied.count(layer)]]


def grow(model: Transformer, trained: Mapping[str, Any], shape: ModelShape) -> None:
    """Gives a model of more layers or wider feed-forward layers the weights of a trained one.

    Args:
        model: fresh, so that what is added is random; the added layers' outputs become zero.
        trained: parameters by name.
        shape: of the trained model.

    Raises:
        UsageError: the model is smaller somewhere, or differs in what cannot grow.
    """
    goal = model.shape
    same = (goal.vocabulary, goal.width, goal.heads) == (shape.vocabulary, shape.width, shape.heads)
    if not same or any(
        getattr(goal, name) < getattr(shape, name) for name in ("feed_forward", "encoder_layers", "decoder_layers")
    ):
        raise UsageError(f"{shape} cannot grow to {goal}: only the feed-forward layers and the numbers of layers grow")
    layers = {
        "encoder": origins(shape.encoder_layers, goal.encoder_layers),
        "decoder": origins(shape.decoder_layers, goal.decoder_layers),
    }
    with torch.no_grad():
        for name, parameter in model.named_parameters():
            side, _, rest = name.partition(".")
            copy = False
            if side in layers:
                index, _, rest = rest.partition(".")
                layer, copy = layers[side][int(index)]
                rest = f"{layer}.{rest}"
            if copy and name.endswith(_ADDED_TO_STREAM):
                parameter.zero_()
            else:
                _put(parameter, trained[f"{side}.{rest}" if rest else side], name)


def _put(parameter: Any, values: Any, name: str) -> None:
    """Copies values into a parameter that may be wider; new hidden units are random and lead nowhere yet."""
    if parameter.shape == values.shape:
        parameter.copy_(values)
    elif name.endswith("contract.weight"):
        parameter.zero_()
        parameter[:, : values.shape[1]] = values
    elif name.endswith("expand.weight"):
        parameter.mul_(values.std() / parameter.std())
        parameter[: len(values)] = values
    else:
        parameter.fill_(values.mean())
        parameter[: len(values)] = values
