from __future__ import annotations

import numpy
from hypothesis import given
from hypothesis import strategies as st

from translate_pipeline.digest.stories.clustering import Threshold, clusters

SAME = Threshold(pair=0.3, group=0.3)


def matrix(
    size: int, pairs: dict[tuple[int, int], float]
) -> numpy.ndarray[tuple[int, int], numpy.dtype[numpy.float64]]:
    similar = numpy.eye(size)
    for (one, other), value in pairs.items():
        similar[one, other] = similar[other, one] = value
    return similar


def test_what_is_similar_is_grouped() -> None:
    assert clusters(matrix(4, {(0, 2): 0.5, (1, 3): 0.4}), SAME) == [[0, 2], [1, 3]]


def test_a_chain_of_likes_is_no_group() -> None:
    assert clusters(matrix(3, {(0, 1): 0.5, (1, 2): 0.4}), SAME) == [[0, 1], [2]]


def test_a_third_that_is_similar_on_average_joins() -> None:
    assert clusters(matrix(3, {(0, 1): 0.5, (1, 2): 0.4, (0, 2): 0.25}), SAME) == [[0, 1, 2]]


def test_groups_of_several_are_weighed_by_their_size() -> None:
    # The mean of 0.2, 0.2 and 0.35 is under 0.3, though 0.35 and the mean of two are not.
    pairs = {(0, 1): 0.9, (1, 2): 0.8, (0, 2): 0.8, (0, 3): 0.2, (1, 3): 0.2, (2, 3): 0.35}
    assert clusters(matrix(4, pairs), SAME) == [[0, 1, 2], [3]]


def test_two_single_members_need_more_than_a_member_and_a_group() -> None:
    pairs = {(0, 1): 0.5, (1, 2): 0.35, (0, 2): 0.35, (3, 4): 0.35}
    assert clusters(matrix(5, pairs), Threshold(pair=0.4, group=0.3)) == [[0, 1, 2], [3], [4]]


def test_nothing_and_one() -> None:
    assert clusters(numpy.zeros((0, 0)), SAME) == []
    assert clusters(numpy.eye(1), SAME) == [[0]]


@given(st.integers(0, 9), st.randoms(use_true_random=False), st.floats(0.05, 0.95))
def test_every_member_is_in_one_group_whose_mean_similarity_is_enough(
    size: int, random: object, threshold: float
) -> None:
    generator = numpy.random.default_rng(random.randrange(10**6))  # type: ignore[attr-defined]
    half = numpy.triu(generator.random((size, size)), 1)
    similar = half + half.T + numpy.eye(size)
    groups = clusters(similar, Threshold(threshold, threshold))
    assert sorted(member for group in groups for member in group) == list(range(size))
    for group in groups:
        if len(group) == 2:
            assert similar[group[0], group[1]] >= threshold
