from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_pipeline.readers import document_from_text
from translate_pipeline.readers.cleaning import clean_text


@pytest.mark.parametrize("newline", ["\r\n", "\r", "\n", "\u2028", "\x85"])
def test_every_line_break_becomes_a_newline(newline: str) -> None:
    assert clean_text(f"uno{newline}dos") == ("uno\ndos", 0)


def test_control_characters_are_counted() -> None:
    assert clean_text("Hola\x00, ¿qué\x07 tal?") == ("Hola, ¿qué tal?", 2)


@pytest.mark.parametrize("mark", ["\u00ad", "\u200b", "\u202e", "\u2066", "\ufeff"])
def test_invisible_characters_do_not_split_words(mark: str) -> None:
    assert clean_text(f"OT{mark}AN") == ("OTAN", 0)


def test_letters_are_composed() -> None:
    assert clean_text("Shoigu\u0301") == ("Shoig\u00fa", 0)


def test_half_a_surrogate_pair_is_no_crash() -> None:
    assert clean_text("a\ud800b") == ("a\ufffdb", 0)


def test_a_document_says_what_was_taken_out() -> None:
    assert document_from_text("Hola\x00 mundo", "a").notes == ["1 control character was taken out"]


@given(st.text(st.characters(), max_size=60))
def test_clean_text_is_clean(text: str) -> None:
    clean, _ = clean_text(text)
    assert clean_text(clean) == (clean, 0)
    assert clean.encode("utf-8").decode("utf-8") == clean
