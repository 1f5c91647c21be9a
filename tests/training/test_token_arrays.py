from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.token_arrays import TokenPairs, TokenSequences
from translate_pipeline.errors import InputError, OutputError

SEQUENCES = st.lists(st.lists(st.integers(0, 65_535), max_size=12), max_size=8)


@given(SEQUENCES)
def test_sequences_come_back_as_they_were(sequences: list[list[int]]) -> None:
    found = TokenSequences.of(sequences)
    assert [found[number].tolist() for number in range(len(found))] == sequences
    assert found.lengths.tolist() == list(map(len, sequences))


@given(SEQUENCES.filter(bool), st.data())
def test_padded_rows_hold_the_sequences_and_padding(sequences: list[list[int]], data: st.DataObject) -> None:
    numbers = data.draw(st.lists(st.integers(0, len(sequences) - 1), min_size=1, max_size=5))
    rows = TokenSequences.of(sequences).padded(np.array(numbers), padding=-1).tolist()
    width = max(len(sequences[number]) for number in numbers)
    assert rows == [sequences[number] + [-1] * (width - len(sequences[number])) for number in numbers]


def test_frequencies_count_every_id() -> None:
    assert TokenSequences.of([[1, 3], [3]]).frequencies(5).tolist() == [0, 1, 0, 2, 0]


def test_pairs_are_saved_and_loaded(tmp_path: Path) -> None:
    pairs = TokenPairs(TokenSequences.of([[1, 2], [3]]), TokenSequences.of([[4], [5, 6, 7]]))
    pairs.save(tmp_path / "train.npz")
    loaded = TokenPairs.load(tmp_path / "train.npz")
    assert [loaded.sources[1].tolist(), loaded.targets[1].tolist()] == [[3], [5, 6, 7]]
    assert [path.name for path in tmp_path.iterdir()] == ["train.npz"]


@pytest.mark.parametrize("data", [b"", b"no archive", b"PK\x03\x04 cut"])
def test_damaged_files_are_named(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "train.npz").write_bytes(data)
    with pytest.raises(InputError, match=r"train.npz: damaged: run `prepare` again"):
        TokenPairs.load(tmp_path / "train.npz")


def test_what_cannot_be_written_is_named(tmp_path: Path) -> None:
    empty = TokenSequences.of([])
    with pytest.raises(OutputError, match=r"train.npz: cannot be written"):
        TokenPairs(empty, empty).save(tmp_path / "nowhere" / "train.npz")
