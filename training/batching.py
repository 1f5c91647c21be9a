"""Batches of sentence pairs of like length."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from training.subword import END, PADDING, START
from training.token_arrays import TokenPairs, TokenSequences

Numbers = NDArray[np.int64]

_SORTED_TOGETHER = 400_000
_WIDTH_STEP = 8


@dataclass(frozen=True)
class Batch:
    """Padded ids of B pairs: what the encoder reads, what the decoder reads, what it should say; B×S, B×T, B×T."""

    source: Numbers
    target: Numbers
    wanted: Numbers


def _with_end(sequences: TokenSequences, numbers: Numbers) -> Numbers:
    """Padded rows with the end piece behind each, as wide as a multiple of eight."""
    rows = sequences.padded(numbers, PADDING)
    width = -(-(rows.shape[1] + 1) // _WIDTH_STEP) * _WIDTH_STEP
    rows = np.pad(rows, ((0, 0), (0, width - rows.shape[1])), constant_values=PADDING)
    rows[np.arange(len(rows)), sequences.lengths_of(numbers)] = END
    return rows


def make_batch(pairs: TokenPairs, numbers: Numbers) -> Batch:
    """The pairs with these numbers."""
    wanted = _with_end(pairs.targets, numbers)
    target = np.roll(wanted, 1, axis=1)
    target[:, 0] = START
    target[target == END] = PADDING
    return Batch(_with_end(pairs.sources, numbers), target, wanted)


def _widths(sequences: TokenSequences, numbers: Numbers) -> Numbers:
    return -(-(sequences.lengths_of(numbers) + 1) // _WIDTH_STEP) * _WIDTH_STEP


def _filled(ordered: Numbers, widths: Numbers, most: int) -> Iterator[Numbers]:
    start = widest = 0
    for place, width in enumerate(widths):
        widest = max(widest, int(width))
        if place > start and widest * (place - start + 1) > most:
            yield ordered[start:place]
            start, widest = place, int(width)
    yield ordered[start:]


def shuffled_batches(pairs: TokenPairs, most: int, rng: np.random.Generator) -> Iterator[Batch]:
    """Batches without end, pass by pass over all pairs, in random order.

    Args:
        most: padded pieces in a batch, on its longer side.
    """
    while True:
        order = rng.permutation(len(pairs))
        for start in range(0, len(order), _SORTED_TOGETHER):
            chunk = order[start : start + _SORTED_TOGETHER]
            sources, targets = _widths(pairs.sources, chunk), _widths(pairs.targets, chunk)
            # Random within a width, so that no two passes see the same batches.
            by_width = np.lexsort((rng.random(len(chunk)), targets, sources))
            batches = list(_filled(chunk[by_width], np.maximum(sources, targets)[by_width], most))
            for place in rng.permutation(len(batches)):
                yield make_batch(pairs, batches[place])


def ordered_batches(pairs: TokenPairs, most: int) -> Iterator[Batch]:
    """All pairs once, the shortest first."""
    numbers = np.arange(len(pairs))
    widths = np.maximum(_widths(pairs.sources, numbers), _widths(pairs.targets, numbers))
    order = np.argsort(widths, kind="stable")
    for batch in _filled(numbers[order], widths[order], most):
        yield make_batch(pairs, batch)
