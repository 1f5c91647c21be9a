"""Piece translation probabilities by IBM model 1.

Why not a library: fast_align has no Python package of its own, eflomal and systran-align must be compiled where
there is no wheel, and all three give alignments of words, not the probabilities of pieces that are wanted here.
The model is twenty lines of NumPy over a dense table: 26 seconds an iteration for 900,000 pairs on one CPU core.
"""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from training.files import replaced
from training.subword import PADDING, START
from training.token_arrays import TokenPairs
from translate_pipeline.errors import InputError

_MOST_PIECES = 80
_CELLS_AT_ONCE = 2_000_000
_KEPT = 64


@dataclass(frozen=True)
class Lexicon:
    """The likeliest target pieces of each source piece.

    `targets[s]` are the ids of the target pieces of source piece `s`, the likeliest first, and
    `probabilities[s]` are p(target | s), zero where there are no more.
    """

    targets: NDArray[np.uint16]
    probabilities: NDArray[np.float32]

    def save(self, path: Path) -> None:
        """Writes an `.npz` file, whole or not at all. Raises `OutputError`."""
        with replaced(path) as file:
            np.savez_compressed(file, targets=self.targets, probabilities=self.probabilities)

    @classmethod
    def load(cls, path: Path) -> Lexicon:
        """Reads what `save` wrote. Raises `InputError`."""
        try:
            with path.open("rb") as data, np.load(data) as file:
                return cls(file["targets"], file["probabilities"])
        except OSError as error:
            raise InputError.from_os_error(path, error) from None
        except (ValueError, KeyError, EOFError, zipfile.BadZipFile):
            raise InputError(f"{path}: damaged: run `lexicon` again") from None


def estimate_lexicon(pairs: TokenPairs, vocabulary: int, iterations: int = 4) -> Lexicon:
    """IBM model 1 (Brown et al. 1993, https://aclanthology.org/J93-2003) by expectation maximisation.

    The start piece, put before every source sentence, is the model's null word. Pairs of more than 80 pieces
    on a side are left out. Takes two tables of `vocabulary` squared 4-byte numbers: 2 GB at 16,000 pieces.
    """
    table = np.ones((vocabulary, vocabulary), np.float32)
    table[PADDING] = 0
    for _ in range(iterations):
        counts = _expected_counts(pairs, table)
        counts[:, PADDING] = 0
        table = counts
        table /= np.maximum(table.sum(axis=1, keepdims=True), np.finfo(np.float32).tiny)
    kept = min(_KEPT, vocabulary)
    likeliest = np.empty((vocabulary, kept), np.int64)
    for row, probabilities in zip(likeliest, table, strict=True):
        some = np.argpartition(-probabilities, kept - 1)[:kept]
        row[:] = some[np.argsort(-probabilities[some], kind="stable")]
    return Lexicon(likeliest.astype(np.uint16), np.take_along_axis(table, likeliest, axis=1))


def _expected_counts(pairs: TokenPairs, table: NDArray[np.float32]) -> NDArray[np.float32]:
    counts = np.zeros_like(table)
    for numbers in _groups(pairs):
        sources = pairs.sources.padded(numbers, PADDING)
        sources = np.concatenate([np.full((len(numbers), 1), START), sources], axis=1)
        targets = pairs.targets.padded(numbers, PADDING)
        cells = sources[:, :, None] * len(table) + targets[:, None, :]
        shares = table.reshape(-1)[cells]
        shares /= np.maximum(shares.sum(axis=1, keepdims=True), np.finfo(np.float32).tiny)
        np.add.at(counts.reshape(-1), cells.reshape(-1), shares.reshape(-1))
    return counts


def _groups(pairs: TokenPairs) -> list[NDArray[np.int64]]:
    """Numbers of pairs of like length, in groups that fill a bounded table."""
    sources, targets = pairs.sources.lengths, pairs.targets.lengths
    short = np.flatnonzero((sources <= _MOST_PIECES) & (targets <= _MOST_PIECES))
    ordered = short[np.lexsort((targets[short], sources[short]))]
    groups, start = [], 0
    while start < len(ordered):
        # The last source is the longest of its group; the longest target is bounded by the limit.
        width = (sources[ordered[start]] + 1) * _MOST_PIECES
        size = max(1, int(_CELLS_AT_ONCE // width))
        groups.append(ordered[start : start + size])
        start += size
    return groups
