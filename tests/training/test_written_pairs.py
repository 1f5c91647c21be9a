from __future__ import annotations

from pathlib import Path

import pytest

from training.cleaning import clean, letters_only
from training.corpus import SentencePair, read_mix, read_pairs
from training.filtering import is_translation

_TRAINING = Path(__file__).parents[2] / "training"
_FILES = sorted((_TRAINING / "written_pairs").glob("*.tsv"))


@pytest.fixture(scope="module")
def pairs() -> list[SentencePair]:
    """All pairs that were written for the project."""
    return [pair for path in _FILES for pair in read_pairs(path)]


def test_the_mixes_count_the_pairs(pairs: list[SentencePair]) -> None:
    assert {pair.origin for pair in pairs} == {"written_news"}
    assert all(read_mix(_TRAINING / name)["written_news"] > 1 for name in ("mix.csv", "news_mix.csv"))


def test_the_readme_counts_them_too(pairs: list[SentencePair]) -> None:
    assert (_TRAINING / "written_pairs" / "README.md").read_text(encoding="utf-8").find(f"{len(pairs):,} Spanish") > 0


def test_no_sentence_stands_twice(pairs: list[SentencePair]) -> None:
    assert len({letters_only(pair.source) for pair in pairs}) == len(pairs)


def test_nothing_is_left_to_clean(pairs: list[SentencePair]) -> None:
    assert all(text == clean(text) != "" for pair in pairs for text in (pair.source, pair.target))


def test_nearly_all_look_like_translations_to_the_filter(pairs: list[SentencePair]) -> None:
    refused = [pair for pair in pairs if not is_translation(pair.source, pair.target)]
    assert len(refused) < 0.005 * len(pairs), refused[:5]
