"""A model in training: its optimisers, its moving average, a step, a checkpoint."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import torch

from training.batching import Batch, ordered_batches
from training.checkpoint import Checkpoint
from training.growth import grow
from training.loss import cross_entropy
from training.model import Transformer
from training.optimizers import Optimizers
from training.schedule import Schedule
from training.shape import ModelShape
from training.token_arrays import TokenPairs

_AVERAGED_EVERY = 4
_LONGEST_AVERAGE = 0.999


@dataclass(frozen=True)
class TrainingSettings:
    """How a run learns.

    Args:
        schedule: minutes, and the learning rate over them.
        batch: padded pieces in a batch.
        matrix_rate: Muon's learning rate.
        rate: Adam's learning rate.
        dropout: share of hidden states that are dropped.
        smoothing: label smoothing.
        sample: pieces drawn for the loss beside the batch's own; 0 takes all.
        report_every: steps between two lines of the log.
        compile: whether PyTorch compiles the model, which pays on a GPU.
        threads: processor threads; None takes all. On a busy machine one can be many times faster than two.
        seed: of the order of pairs and of random weights; None takes the clock.
    """

    schedule: Schedule = field(default_factory=lambda: Schedule(10))
    batch: int = 8192
    matrix_rate: float = 0.02
    rate: float = 0.002
    dropout: float = 0.0
    smoothing: float = 0.1
    sample: int = 2000
    report_every: int = 25
    compile: bool = False
    threads: int | None = None
    seed: int | None = None


class Trainer:
    """A model with its optimisers and the moving average of its weights, on the GPU if there is one."""

    def __init__(self, shape: ModelShape, settings: TrainingSettings) -> None:
        self.device = "cuda" if torch.cuda.is_available() else "cpu"
        torch.set_float32_matmul_precision("high")
        if settings.seed is not None:
            torch.manual_seed(settings.seed)
        if settings.threads:
            torch.set_num_threads(settings.threads)
        self.settings = settings
        self.model: Any = Transformer(shape).to(self.device)
        self._run: Any = torch.compile(self.model, dynamic=True) if settings.compile else self.model
        self._optimizers = Optimizers(self.model, settings.matrix_rate, settings.rate)
        self._average = [parameter.detach().clone() for parameter in self.model.parameters()]
        self.step = self.seen = 0

    def resume(self, checkpoint: Checkpoint) -> None:
        """Goes on where the checkpoint was made."""
        self.model.load_state_dict(checkpoint.weights)
        self._optimizers.restore(checkpoint.optimizers)
        self._average = [checkpoint.average[name].to(self.device) for name, _ in self.model.named_parameters()]
        self.step, self.seen = checkpoint.step, checkpoint.seen

    def start_from(self, checkpoint: Checkpoint) -> None:
        """Starts anew from the checkpoint's average, grown to this model's shape. Raises `UsageError`."""
        grow(self.model, checkpoint.average, checkpoint.shape)
        self._average = [parameter.detach().clone() for parameter in self.model.parameters()]
        self.seen = checkpoint.seen

    def checkpoint(self) -> Checkpoint:
        """The state that `resume` takes."""
        names = [name for name, _ in self.model.named_parameters()]
        return Checkpoint(
            self.model.shape,
            dict(self.model.state_dict()),
            dict(zip(names, self._average, strict=True)),
            self._optimizers.state(),
            self.step,
            self.seen,
        )

    def learn(self, batch: Batch, factor: float, sample: int) -> Any:
        """Makes a step at `factor` times the learning rates; gives the loss before it, a tensor of one number."""
        self.model.train()
        loss, count = self._loss(batch, self.settings.dropout, self.settings.smoothing, sample)
        loss.backward()
        self._optimizers.step(factor)
        if self.step % _AVERAGED_EVERY == 0:
            kept = min(_LONGEST_AVERAGE, (self.step + 1) / (self.step + 10)) ** _AVERAGED_EVERY
            with torch.no_grad():
                torch._foreach_lerp_(self._average, list(self.model.parameters()), 1 - kept)
        self.step += 1
        self.seen += count
        return loss.detach()

    def validation_loss(self, valid: TokenPairs) -> float:
        """The mean loss of the average over all target pieces, without smoothing."""
        current = [parameter.detach().clone() for parameter in self.model.parameters()]
        self._put(self._average)
        self.model.eval()
        total, pieces = 0.0, 0
        with torch.no_grad():
            for batch in ordered_batches(valid, self.settings.batch):
                loss, count = self._loss(batch, 0.0, 0.0, 0)
                total, pieces = total + float(loss) * count, pieces + count
        self._put(current)
        return total / pieces

    def _put(self, values: list[Any]) -> None:
        with torch.no_grad():
            for parameter, value in zip(self.model.parameters(), values, strict=True):
                parameter.copy_(value)

    def _loss(self, batch: Batch, dropout: float, smoothing: float, sample: int) -> tuple[Any, int]:
        source, target, wanted = (
            torch.from_numpy(ids).to(self.device, non_blocking=True)
            for ids in (batch.source, batch.target, batch.wanted)
        )
        with torch.autocast(self.device, dtype=torch.bfloat16):
            states = self._run(source, target, dropout)
            return cross_entropy(self.model, states, wanted, smoothing, sample)
