from __future__ import annotations

import itertools

import numpy as np
import pytest

from training.batching import Batch, make_batch, ordered_batches, shuffled_batches
from training.subword import END, PADDING, START
from training.token_arrays import TokenPairs, TokenSequences

MOST = 200


@pytest.fixture(scope="module")
def pairs() -> TokenPairs:
    """Sixty pairs of all lengths, each known by the id of its first pieces."""
    rng = np.random.default_rng(1)
    lengths = rng.integers(1, 30, (60, 2))
    sides = [[[100 + number, *[7] * (size - 1)] for number, size in enumerate(column)] for column in lengths.T]
    return TokenPairs(TokenSequences.of(sides[0]), TokenSequences.of(sides[1]))


def test_a_batch_has_start_and_end_where_they_belong() -> None:
    pairs = TokenPairs(TokenSequences.of([[11, 12], [13]]), TokenSequences.of([[21], [22, 23]]))
    batch = make_batch(pairs, np.array([0, 1]))
    assert batch.source[:, :3].tolist() == [[11, 12, END], [13, END, PADDING]]
    assert batch.target[:, :3].tolist() == [[START, 21, PADDING], [START, 22, 23]]
    assert batch.wanted[:, :3].tolist() == [[21, END, PADDING], [22, 23, END]]
    assert batch.source.shape == batch.target.shape == batch.wanted.shape == (2, 8)


def test_a_pass_has_every_pair_once_within_the_limit(pairs: TokenPairs) -> None:
    for batches in (list(ordered_batches(pairs, MOST)), _first_pass(pairs, seed=1)):
        assert sorted(itertools.chain(*(batch.source[:, 0] for batch in batches))) == list(range(100, 160))
        for batch in batches:
            assert (batch.source[:, 0] == batch.wanted[:, 0]).all()
            assert len(batch.source) * max(batch.source.shape[1], batch.wanted.shape[1]) <= MOST


def test_every_pass_has_every_pair_once(pairs: TokenPairs) -> None:
    batches = shuffled_batches(pairs, MOST, np.random.default_rng(1))
    for _ in range(3):
        found: list[int] = []
        while len(found) < len(pairs):
            found += next(batches).source[:, 0].tolist()
        assert sorted(found) == list(range(100, 160))


def test_passes_differ_and_seeds_repeat(pairs: TokenPairs) -> None:
    first, again, other = ([batch.source[:, 0].tolist() for batch in _first_pass(pairs, seed)] for seed in (1, 1, 2))
    assert first == again != other


def _first_pass(pairs: TokenPairs, seed: int) -> list[Batch]:
    batches = shuffled_batches(pairs, MOST, np.random.default_rng(seed))
    found, count = [], 0
    while count < len(pairs):
        found.append(next(batches))
        count += len(found[-1].source)
    return found
