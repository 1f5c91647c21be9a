from __future__ import annotations

from collections import Counter

import pytest

from translate_pipeline.checks.calendar_words import (
    ENGLISH_OF,
    MONTH_NUMBER,
    english_calendar_words,
    spanish_calendar_words,
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("el martes 14 de abril", [("martes", "Tuesday"), ("abril", "April")]),
        ("enero-marzo", [("enero", "January"), ("marzo", "March")]),
        ("los sábados", [("sábados", "Saturday")]),
        ("(julio)", [("julio", "July")]),
        ("Mayo de 2024", [("Mayo", "May")]),
        ("Mayo 5", [("Mayo", "May")]),
        ("el Domingo de Ramos", []),
        ("Julio Cortázar", []),
        ("@domingo", []),
        ("ana.abril@example.org", []),
        ("mayoría, marzal, agostos", []),
        ("", []),
    ],
)
def test_spanish_writes_them_in_lower_case(text: str, words: list[tuple[str, str]]) -> None:
    assert spanish_calendar_words(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Tuesday, April 14", ["Tuesday", "April"]),
        ("Saturdays and Saturday's", ["Saturday", "Saturday"]),
        ("Jan. 5, Feb 6, Mar. 7, Apr 8", ["January", "February", "March", "April"]),
        ("Jun 1, Jul. 2, Aug 3", ["June", "July", "August"]),
        ("Sept. 4, Sep 5, Oct. 6, Nov. 7, Dec 8", ["September", "September", "October", "November", "December"]),
        ("May the force", ["May"]),
        ("may, march, august", []),
        ("Mayor Marchand, Octavia, Sunderland", []),
        ("Jan Kowalski and Mar Mediterrani", []),
    ],
)
def test_english_writes_them_with_capitals_or_short(text: str, words: list[str]) -> None:
    assert english_calendar_words(text) == Counter(words)


def test_every_spanish_word_has_an_english_one_that_is_found() -> None:
    for spanish, english in ENGLISH_OF.items():
        assert spanish_calendar_words(f"en {spanish}") == [(spanish, english)]
        assert english_calendar_words(f"in {english}") == Counter([english])


def test_months_are_numbered_from_one() -> None:
    assert (MONTH_NUMBER["January"], MONTH_NUMBER["September"], MONTH_NUMBER["December"]) == (1, 9, 12)
    assert "Monday" not in MONTH_NUMBER
