"""The learning rate: warm-up, flat, then linear decay."""

from __future__ import annotations

from dataclasses import dataclass

from translate_pipeline.errors import UsageError

_WARM_UP_STEPS = 300
_LEAST = 0.02


@dataclass(frozen=True)
class Schedule:
    """Where a run stands between the full learning rate and its end.

    A run with `anneal_from == anneal_to == 0` is flat: it can go on for ever and be annealed at any time
    (warm-up, stable, decay: Hu et al. 2024, https://arxiv.org/abs/2404.06395).

    Args:
        minutes: length of the run.
        anneal_from: position in the decay at its start, from 0 (full rate) to 1 (end).
        anneal_to: position in the decay at its end.

    Raises:
        UsageError: the decay would go backwards.
    """

    minutes: float
    anneal_from: float = 0.0
    anneal_to: float = 0.0

    def __post_init__(self) -> None:
        if not 0 <= self.anneal_from <= self.anneal_to <= 1:
            raise UsageError("a decay goes from 0 to 1: --anneal-from may not be more than --anneal-to")

    def position(self, minutes: float) -> float:
        """The position in the decay after so many minutes of the run."""
        return self.anneal_from + (self.anneal_to - self.anneal_from) * min(1.0, minutes / self.minutes)

    def factor(self, minutes: float, step: int) -> float:
        """What the learning rates are multiplied by, `step` counted over all runs."""
        return min(1.0, (step + 1) / _WARM_UP_STEPS) * max(_LEAST, 1 - self.position(minutes))
