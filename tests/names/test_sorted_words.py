"""Word lists that are searched as they lie."""

from __future__ import annotations

import importlib.resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_pipeline.names.sorted_words import SortedWords

WORD = st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs"]), min_size=1, max_size=8)


@given(st.sets(WORD), WORD)
def test_a_word_is_found_if_and_only_if_it_is_in_the_list(words: set[str], other: str) -> None:
    listed = SortedWords("".join(word + "\n" for word in sorted(words)).encode())
    assert all(word in listed for word in words)
    assert (other in listed) == (other in words)


@pytest.mark.parametrize("name", ["common", "common_in_names", "given_names"])
def test_the_lists_are_sorted_in_lower_case_and_without_repetition(name: str) -> None:
    file = importlib.resources.files("translate_pipeline.names") / "word_lists" / "es" / f"{name}.txt"
    text = file.read_text(encoding="utf-8")
    words = text.splitlines()
    assert text.endswith("\n")
    assert words == sorted(set(words))
    assert all(word == word.lower() == word.strip() != "" for word in words)
