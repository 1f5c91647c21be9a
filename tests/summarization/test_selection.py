from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_pipeline.config import SummarySettings
from translate_pipeline.summarization.selection import select, select_readable, wanted_count


@pytest.mark.parametrize(
    ("total", "settings", "count"),
    [
        (10, SummarySettings(sentences=3), 3),
        (2, SummarySettings(sentences=5), 2),
        (10, SummarySettings(ratio=0.3), 3),
        (3, SummarySettings(ratio=0.01), 1),
        (0, SummarySettings(), 0),
    ],
)
def test_how_many_sentences(total: int, settings: SummarySettings, count: int) -> None:
    assert wanted_count(total, settings) == count


def test_the_best_sentences_in_document_order() -> None:
    assert select([0.1, 0.9, 0.5, 0.9], [5] * 4, SummarySettings(sentences=3)) == [1, 2, 3]


def test_words_are_a_bound_but_the_best_sentence_is_always_taken() -> None:
    assert select([0.9, 0.8, 0.7], [50, 40, 10], SummarySettings(max_words=60)) == [0, 2]
    assert select([0.9, 0.8], [50, 1], SummarySettings(max_words=10)) == [0]


@given(st.lists(st.tuples(st.floats(-1, 1), st.integers(1, 40)), max_size=30), st.integers(1, 10), st.integers(1, 200))
def test_a_selection_is_ordered_and_within_its_bounds(
    sentences: list[tuple[float, int]], count: int, max_words: int
) -> None:
    words = [length for _, length in sentences]
    chosen = select([score for score, _ in sentences], words, SummarySettings(count, max_words=max_words))
    assert chosen == sorted(set(chosen))
    assert len(chosen) <= count
    assert len(chosen) <= 1 or sum(words[place] for place in chosen) <= max_words


def test_a_sentence_that_leans_waits_for_the_one_before_it() -> None:
    scores, leaning = [0.1, 0.9, 0.5], [False, True, False]
    nothing: list[frozenset[str]] = [frozenset()] * 3

    def chosen(count: int) -> list[int]:
        return select_readable(scores, [5] * 3, leaning, nothing, 0.1, SummarySettings(count))

    assert [chosen(count) for count in (1, 2, 3)] == [[2], [0, 2], [0, 1, 2]]


def test_a_sentence_that_leans_is_taken_when_nothing_else_is_left() -> None:
    nothing: list[frozenset[str]] = [frozenset()] * 3
    settings = SummarySettings(2, max_words=10)
    assert select_readable([0.1, 0.9, 0.5], [50, 5, 5], [False, True, True], nothing, 0.1, settings) == [0]
    settings = SummarySettings(2, max_words=12)
    assert select_readable([0.1, 0.2, 0.9], [50, 6, 6], [False, True, False], nothing, 0.1, settings) == [1, 2]


def test_saying_it_again_costs() -> None:
    content = [frozenset("abc"), frozenset("abc"), frozenset("xyz")]
    scores = [0.9, 0.8, 0.75]
    assert select_readable(scores, [5] * 3, [False] * 3, content, 0.1, SummarySettings(2)) == [0, 2]
    assert select_readable(scores, [5] * 3, [False] * 3, content, 0.0, SummarySettings(2)) == [0, 1]


@given(
    st.lists(
        st.tuples(st.floats(-1, 1), st.integers(1, 40), st.booleans(), st.frozensets(st.sampled_from("abcdef"))),
        max_size=30,
    ),
    st.integers(1, 10),
    st.integers(1, 200),
)
def test_a_readable_selection_leans_only_where_nothing_else_fits(
    sentences: list[tuple[float, int, bool, frozenset[str]]], count: int, max_words: int
) -> None:
    scores, words = [row[0] for row in sentences], [row[1] for row in sentences]
    leaning, content = [row[2] for row in sentences], [row[3] for row in sentences]
    wanted = SummarySettings(count, max_words=max_words)
    chosen = select_readable(scores, words, leaning, content, 0.1, wanted)
    assert chosen == select_readable(scores, words, leaning, content, 0.1, wanted) == sorted(set(chosen))
    assert len(chosen) <= count
    used = sum(words[place] for place in chosen)
    assert len(chosen) <= 1 or used <= max_words
    cut_off = [place for place in chosen if place and leaning[place] and place - 1 not in chosen]
    for place in cut_off:
        standing = [other for other in range(len(scores)) if other not in chosen and (other == 0 or not leaning[other])]
        # What is left would not have fitted beside the sentences chosen before this one.
        assert all(used - words[place] + words[other] > max_words for other in standing)
