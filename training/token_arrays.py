"""Tokenised sentence pairs as arrays, on disk and in memory."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from training.files import replaced
from translate_pipeline.errors import InputError

Ids = NDArray[np.uint16]


@dataclass(frozen=True)
class TokenSequences:
    """Sequences of piece ids, one behind the other; sequence n is `ids[starts[n] : starts[n + 1]]`."""

    ids: Ids
    starts: NDArray[np.int64]

    @classmethod
    def of(cls, sequences: Iterable[list[int]]) -> TokenSequences:
        """Copies sequences into one array."""
        pieces = [np.array(sequence, np.uint16) for sequence in sequences]
        starts = np.zeros(len(pieces) + 1, np.int64)
        np.cumsum([len(piece) for piece in pieces], out=starts[1:])
        return cls(np.concatenate([np.zeros(0, np.uint16), *pieces]), starts)

    def __len__(self) -> int:
        return len(self.starts) - 1

    def __getitem__(self, number: int) -> Ids:
        return self.ids[self.starts[number] : self.starts[number + 1]]

    @property
    def lengths(self) -> NDArray[np.int64]:
        """The number of ids in each sequence."""
        return np.diff(self.starts)

    def lengths_of(self, numbers: NDArray[np.int64]) -> NDArray[np.int64]:
        """The number of ids in the sequences with these numbers."""
        return self.starts[numbers + 1] - self.starts[numbers]

    def frequencies(self, vocabulary: int) -> NDArray[np.int64]:
        """How often each of the ids below `vocabulary` stands in the sequences."""
        return np.bincount(self.ids, minlength=vocabulary)

    def padded(self, numbers: NDArray[np.int64], padding: int) -> NDArray[np.int64]:
        """The sequences with these numbers as rows of a matrix as wide as the longest of them."""
        lengths = self.lengths_of(numbers)
        columns = np.arange(lengths.max(initial=0))
        inside = columns < lengths[:, None]
        matrix = np.full(inside.shape, padding, np.int64)
        matrix[inside] = self.ids[(self.starts[numbers][:, None] + columns)[inside]]
        return matrix


@dataclass(frozen=True)
class TokenPairs:
    """Source sequences and the target sequences that translate them."""

    sources: TokenSequences
    targets: TokenSequences

    def __len__(self) -> int:
        return len(self.sources)

    def save(self, path: Path) -> None:
        """Writes an `.npz` file, whole or not at all. Raises `OutputError`."""
        with replaced(path) as file:
            np.savez(
                file,
                sources=self.sources.ids,
                source_starts=self.sources.starts,
                targets=self.targets.ids,
                target_starts=self.targets.starts,
            )

    @classmethod
    def load(cls, path: Path) -> TokenPairs:
        """Reads what `save` wrote. Raises `InputError`."""
        try:
            with path.open("rb") as data, np.load(data) as file:
                return cls(
                    TokenSequences(file["sources"], file["source_starts"]),
                    TokenSequences(file["targets"], file["target_starts"]),
                )
        except OSError as error:
            raise InputError.from_os_error(path, error) from None
        except (ValueError, KeyError, EOFError, zipfile.BadZipFile):
            raise InputError(f"{path}: damaged: run `prepare` again") from None
