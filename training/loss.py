"""The training loss: label-smoothed cross-entropy, over all pieces or over a sample of them."""

from __future__ import annotations

import math
from typing import Any

import torch
from torch.nn import functional

from training.subword import PADDING

# Rows whose logits stay in the processor's cache between the passes over them.
_ROWS_AT_ONCE = 512


class _CrossEntropyOfRows(torch.autograd.Function):
    """Label-smoothed cross-entropy in bfloat16 whose gradient is made with the loss, some rows at a time.

    The logits of a batch are its largest tensor, and on CPU reading them again costs more than the products.
    """

    @staticmethod
    def forward(context: Any, states: Any, weight: Any, bias: Any, wanted: Any, smoothing: float) -> Any:
        low, low_weight = states.bfloat16(), weight.bfloat16()
        by_state, by_weight, by_bias = torch.empty_like(low), torch.zeros_like(weight), torch.zeros_like(bias)
        total, pieces = torch.zeros(()), len(weight)
        for start in range(0, len(low), _ROWS_AT_ONCE):
            rows, gold = low[start : start + _ROWS_AT_ONCE], wanted[start : start + _ROWS_AT_ONCE, None]
            logits = (rows @ low_weight.t()).float().add_(bias)
            normaliser = logits.logsumexp(1, keepdim=True)
            total += (normaliser - (1 - smoothing) * logits.gather(1, gold)).sum() - smoothing / pieces * logits.sum()
            change = logits.sub_(normaliser).exp_().sub_(smoothing / pieces)
            change.scatter_add_(1, gold, torch.full_like(gold, smoothing - 1, dtype=change.dtype))
            by_bias += change.sum(0)
            low_change = change.bfloat16()
            torch.mm(low_change, low_weight, out=by_state[start : start + _ROWS_AT_ONCE])
            by_weight += low_change.t() @ rows
        context.save_for_backward(by_state, by_weight, by_bias)
        context.type = states.dtype
        return total / len(low)

    @staticmethod
    def backward(context: Any, *gradients: Any) -> tuple[Any, Any, Any, None, None]:
        by_state, by_weight, by_bias = context.saved_tensors
        scale = gradients[0] / len(by_state)
        return (by_state.float() * scale).to(context.type), by_weight * scale, by_bias * scale, None, None


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
    if torch.is_grad_enabled() and not states.is_cuda:
        return _CrossEntropyOfRows.apply(states, weight, bias, wanted, smoothing), count
    logits = functional.linear(states, weight, bias).float()
    return functional.cross_entropy(logits, wanted, label_smoothing=smoothing), count
