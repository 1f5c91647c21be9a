from __future__ import annotations

from collections import Counter

import pytest

from translate_pipeline.checks.calendar_words import (
    ENGLISH_OF,
    MONTH_NUMBER,
    calendar_words_meant,
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
        ("SEÚL, 29 nov (EFE)", [("nov", "November")]),
        ("el 31 dic.", [("dic", "December")]),
        ("el 3 de sept.", [("sept", "September")]),
        ("EL 5 DE JUNIO LLEGA", [("JUNIO", "June")]),
        ("ABRIL DE 2024", [("ABRIL", "April")]),
        ("LLEGÓ EL LUNES", [("LUNES", "Monday")]),
        ("JULIO CORTÁZAR", []),
        ("el mar, la dic, el set", []),
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
        ("MAY 5 AND MARCH 6", ["May", "March"]),
        ("5 MAY", ["May"]),
        ("THEY MAY MARCH", []),
        ("ON JULY 5, TUESDAY", ["July", "Tuesday"]),
        ("NOV. 5", ["November"]),
        ("Nov-Feb", ["November", "February"]),
        ("Jan/Feb", ["January", "February"]),
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


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("el Domingo de Ramos", {"Sunday"}),
        ("#25Noviembre", {"November"}),
        ("29 nov", {"November"}),
        ("el 11-S", {"September"}),
        ("el 23-F", {"February"}),
        ("el 11-M", {"March", "May"}),
        ("el generoso mayorista", set()),
        ("", set()),
    ],
)
def test_what_words_of_any_spelling_may_mean(text: str, meant: set[str]) -> None:
    assert calendar_words_meant(text) == meant


def test_months_are_numbered_from_one() -> None:
    assert (MONTH_NUMBER["January"], MONTH_NUMBER["September"], MONTH_NUMBER["December"]) == (1, 9, 12)
    assert "Monday" not in MONTH_NUMBER
