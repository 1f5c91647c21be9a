from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_pipeline.translation.splitting import split_clauses


def words(text: str) -> int:
    return len(text.split())


@pytest.mark.parametrize(
    ("text", "limit", "clauses"),
    [
        ("Llegó ayer.", 10, ["Llegó ayer."]),
        ("Llegó ayer a casa; se fue hoy al campo.", 5, ["Llegó ayer a casa;", "se fue hoy al campo."]),
        (
            "El ministro, que llegó ayer, dijo que sí, pero el jefe no quiso.",
            8,
            ["El ministro, que llegó ayer, dijo que sí,", "pero el jefe no quiso."],
        ),
        ("uno dos tres cuatro", 2, ["uno dos", "tres cuatro"]),
    ],
)
def test_a_long_sentence_is_cut_where_a_clause_ends(text: str, limit: int, clauses: list[str]) -> None:
    assert split_clauses(text, words, limit) == clauses


@given(st.lists(st.text(alphabet="abñ,;:", min_size=1, max_size=4), min_size=1, max_size=80), st.integers(1, 12))
def test_clauses_joined_are_the_sentence_and_none_is_too_long(tokens: list[str], limit: int) -> None:
    text = " ".join(tokens)
    clauses = split_clauses(text, words, limit)
    assert " ".join(clauses) == text
    assert all(words(clause) <= limit for clause in clauses)


def test_a_million_characters_are_cut_quickly_and_nothing_is_lost() -> None:
    text = ("hola que tal " * 80_000).strip()
    clauses = split_clauses(text, words, 150)
    assert " ".join(clauses) == text
    assert all(words(clause) <= 150 for clause in clauses)
