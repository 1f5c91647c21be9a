"""The optimisers: Muon for the hidden matrices, Adam for embeddings, biases and norms."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import torch

_MOMENTUM = 0.95
_NEWTON_SCHULZ_STEPS = 5
# The quintic iteration of Jordan et al.: singular values near one within five steps.
_COEFFICIENTS = (3.4445, -4.7750, 2.0315)


def orthogonalised(matrix: Any) -> Any:
    """A matrix of like directions whose singular values are all near one, in bfloat16."""
    wide = matrix.bfloat16() if matrix.shape[0] <= matrix.shape[1] else matrix.bfloat16().T
    wide = wide / (wide.norm() + 1e-7)
    a, b, c = _COEFFICIENTS
    for _ in range(_NEWTON_SCHULZ_STEPS):
        square = wide @ wide.T
        wide = a * wide + (b * square + c * square @ square) @ wide
    return wide if matrix.shape[0] <= matrix.shape[1] else wide.T


class Muon(torch.optim.Optimizer):
    """Nesterov momentum, made orthogonal (Jordan et al. 2024, https://kellerjordan.github.io/posts/muon/)."""

    def __init__(self, parameters: Iterable[Any], lr: float) -> None:
        super().__init__(parameters, {"lr": lr})

    def step(self, closure: Any = None) -> None:
        """Moves every parameter that has a gradient."""
        with torch.no_grad():
            for group in self.param_groups:
                for parameter in group["params"]:
                    if parameter.grad is not None:
                        self._move(parameter, group["lr"])

    def _move(self, parameter: Any, rate: float) -> None:
        momentum = self.state[parameter].setdefault("momentum", torch.zeros_like(parameter))
        momentum.lerp_(parameter.grad, 1 - _MOMENTUM)
        update = orthogonalised(parameter.grad.lerp(momentum, _MOMENTUM))
        tall = max(1.0, parameter.shape[0] / parameter.shape[1])
        parameter.add_(update.to(parameter.dtype), alpha=-rate * tall**0.5)


class Optimizers:
    """Both optimisers of a model as one.

    Args:
        matrix_rate: Muon's learning rate.
        rate: Adam's learning rate.
    """

    def __init__(self, model: Any, matrix_rate: float, rate: float) -> None:
        named = list(model.named_parameters())
        matrices = [p for name, p in named if p.dim() == 2 and not name.startswith("embedding")]
        self._others = [p for name, p in named if p.dim() != 2 or name.startswith("embedding")]
        self._rates = (matrix_rate, rate)
        self._both = (Muon(matrices, matrix_rate), torch.optim.Adam(self._others, lr=rate, betas=(0.9, 0.98), eps=1e-9))

    def step(self, factor: float) -> None:
        """Moves the parameters at `factor` times the learning rates, and forgets the gradients."""
        torch.nn.utils.clip_grad_norm_(self._others, 1.0)
        for optimizer, rate in zip(self._both, self._rates, strict=True):
            for group in optimizer.param_groups:
                group["lr"] = factor * rate
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)

    def state(self) -> list[Any]:
        """What `restore` takes."""
        return [optimizer.state_dict() for optimizer in self._both]

    def restore(self, state: list[Any]) -> None:
        """Goes on from a state that `state` gave."""
        for optimizer, saved in zip(self._both, state, strict=True):
            optimizer.load_state_dict(saved)
