"""The training loss: label-smoothed cross-entropy, over all pieces or over a sample of them."""

from __future__ import annotations

import math
from typing import Any

import torch
from torch.nn import functional

from training.subword import PADDING


def cross_entropy(model: Any, states: Any, wanted: Any, smoothing: float, sample: int = 0) -> tuple[Any, int]:
    """The mean loss of a batch, and the number of target pieces in it.

    With a sample, the softmax runs over the batch's own pieces and `sample` others, drawn evenly; the others'
    logits are raised by the log of their inverse share, so that the expected sum over all pieces stays right
    (sampled softmax, Jean et al. 2015, P15-1001). The output layer is most of a small model's work on CPU.

    Args:
        states: hidden states, B×T×W.
        wanted: target ids, B×T.
        smoothing: probability mass given to all pieces alike (Szegedy et al. 2016, arXiv 1512.00567).
        sample: pieces drawn; 0 takes all.
    """
    wanted = wanted.flatten()
    real = wanted != PADDING
    wanted, states = wanted[real], states.flatten(0, 1)[real]
    weight, bias = model.embedding.weight, model.output_bias
    count = len(wanted)
    if sample:
        own, wanted = torch.unique(wanted, return_inverse=True)
        is_other = torch.ones(len(weight), dtype=torch.bool, device=own.device)
        is_other[own] = False
        others = is_other.nonzero()[:, 0]
        drawn = others[torch.randperm(len(others), device=own.device)[:sample]]
        chosen = torch.cat([own, drawn])
        raised = torch.zeros(len(chosen), device=own.device)
        raised[len(own) :] = math.log(max(1, len(others)) / max(1, len(drawn)))
        smoothing *= len(chosen) / len(weight)
        weight, bias = weight[chosen], bias[chosen] + raised
    logits = functional.linear(states, weight, bias).float()
    return functional.cross_entropy(logits, wanted, label_smoothing=smoothing), count
