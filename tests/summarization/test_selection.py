from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_pipeline.config import SummarySettings
from translate_pipeline.summarization.selection import select, wanted_count


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
