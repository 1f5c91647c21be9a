"""The training run: goes on where it was, ends when its time is up or when interrupted, and saves as it goes."""

from __future__ import annotations

import functools
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from training.batching import shuffled_batches
from training.checkpoint import Checkpoint
from training.embeddings import lexical_embeddings
from training.lexicon import Lexicon
from training.lock import locked
from training.shape import ModelShape
from training.subword import read_subword_model
from training.token_arrays import TokenPairs
from training.trainer import Trainer, TrainingSettings
from training.work_folder import WorkFolder
from translate_pipeline.errors import UsageError

_SECONDS_BETWEEN_SAVES = 300
_SHORTEST_VALIDATION_INTERVAL, _LONGEST_VALIDATION_INTERVAL = 60, 1800
# Near its end a run needs the exact loss, not one over a sample.
_SAMPLED_UNTIL = 2 / 3

Report = Callable[[str], None]
print_at_once: Report = functools.partial(print, flush=True)
Sizes = tuple[int, int, int, int, int]


class _Clock:
    """Seconds since something last happened."""

    def __init__(self) -> None:
        self.restart()

    @property
    def seconds(self) -> float:
        return time.monotonic() - self._since

    def restart(self) -> None:
        self._since = time.monotonic()


def _trainer(
    folder: WorkFolder, pairs: TokenPairs, settings: TrainingSettings, sizes: Sizes | None, init: Path | None
) -> Trainer:
    """A trainer at the newest checkpoint, else one that starts from `init`, else one that starts from the lexicon."""
    schedule = settings.schedule
    newest = folder.annealed if schedule.anneal_from > 0 else folder.flat
    goes_on = newest.exists() or schedule.anneal_to > 0
    if not goes_on and init is None:
        shape = ModelShape(len(read_subword_model(folder.subword_model)), *(sizes or ()))
        trainer = Trainer(shape, settings)
        trainer.model.start_from_lexicon(lexical_embeddings(pairs, Lexicon.load(folder.lexicon), shape.width))
        return trainer
    path = newest if goes_on or init is None else init
    checkpoint = Checkpoint.load(path)
    shape = ModelShape(checkpoint.shape.vocabulary, *sizes) if sizes else checkpoint.shape
    if goes_on and shape != checkpoint.shape:
        raise UsageError(f"{path}: has another shape: leave --shape out, or train in another folder")
    trainer = Trainer(shape, settings)
    if goes_on:
        trainer.resume(checkpoint)
    else:
        trainer.start_from(checkpoint)
    return trainer


def train(
    folder: WorkFolder,
    settings: TrainingSettings,
    sizes: Sizes | None = None,
    init: Path | None = None,
    report: Report = print_at_once,
) -> Path:
    """Trains for the minutes of the schedule; a flat run goes on from the last one, a decay from the flat one.

    Args:
        folder: with what `prepare` and `lexicon` made.
        sizes: width, feed-forward width, heads, encoder and decoder layers of a new model; defaults, or those of
            `init`, if None.
        init: a checkpoint whose weights a new run starts from; with larger `sizes` it is grown.
        report: gets the lines of the log.

    Returns:
        The checkpoint's path.

    Raises:
        LockedError: another process trains in the folder.
        InputError: the data or a checkpoint is missing or damaged.
        UsageError: the sizes are not the checkpoint's, nor ones that it can grow to, or cannot be.
        KeyboardInterrupt: it was interrupted at the keyboard; the checkpoint is saved.
    """
    schedule = settings.schedule
    path = folder.annealed if schedule.anneal_to > 0 else folder.flat
    stopped: list[int] = []
    with locked(folder.lock):
        before = {
            number: signal.signal(number, lambda number, _frame: stopped.append(number))
            for number in (signal.SIGTERM, signal.SIGINT)
        }
        try:
            pairs, valid = TokenPairs.load(folder.train), TokenPairs.load(folder.valid)
            trainer = _trainer(folder, pairs, settings, sizes, init)
            report(f"{trainer.model.shape.parameter_count:,} parameters on {trainer.device}, {len(pairs):,} pairs")
            _run(trainer, pairs, valid, path, stopped, report)
            trainer.checkpoint().save(path)
            report(f"saved {path} at step {trainer.step}, {trainer.seen / 1e6:.2f}M target pieces seen")
            if signal.SIGINT in stopped:
                raise KeyboardInterrupt
            if not stopped:
                report(f"valid {trainer.validation_loss(valid):.4f}")
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)
    return path


def _run(
    trainer: Trainer, pairs: TokenPairs, valid: TokenPairs, path: Path, stopped: list[int], report: Report
) -> None:
    settings, schedule = trainer.settings, trainer.settings.schedule
    seed = time.time_ns() if settings.seed is None else settings.seed + trainer.step
    batches = shuffled_batches(pairs, settings.batch, np.random.default_rng(seed))
    interval = min(_LONGEST_VALIDATION_INTERVAL, max(_SHORTEST_VALIDATION_INTERVAL, schedule.minutes * 5))
    whole, saved, validated, reported = _Clock(), _Clock(), _Clock(), _Clock()
    losses: list[Any] = []
    seen = trainer.seen
    while whole.seconds < 60 * schedule.minutes and not stopped:
        minutes = whole.seconds / 60
        position = schedule.position(minutes)
        sample = settings.sample if position < _SAMPLED_UNTIL else 0
        losses.append(trainer.learn(next(batches), schedule.factor(minutes, trainer.step), sample))
        if trainer.step % settings.report_every == 0:
            loss, speed = float(sum(losses)) / len(losses), (trainer.seen - seen) / reported.seconds
            report(
                f"step {trainer.step} minutes {minutes:.1f} decay {position:.3f} loss {loss:.3f} "
                f"pieces/s {speed:.0f} seen {trainer.seen / 1e6:.2f}M"
            )
            losses, seen = [], trainer.seen
            reported.restart()
        if validated.seconds > interval:
            report(f"valid {trainer.validation_loss(valid):.4f}")
            validated.restart()
            reported.restart()
            losses, seen = [], trainer.seen
        if saved.seconds > _SECONDS_BETWEEN_SAVES:
            trainer.checkpoint().save(path)
            saved.restart()
