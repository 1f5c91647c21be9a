from __future__ import annotations

import pytest

from training.dates import dates


@pytest.mark.parametrize(
    ("spanish", "english"),
    [
        ("27 de abril de 2015", "27 April 2015"),
        ("27 de abril de 2015", "April 27, 2015"),
        ("27 de abril del 2015", "27th of April, 2015"),
        ("3 de mayo", "May 3"),
        ("3 de mayo", "3 May"),
        ("1º de enero", "January 1st"),
        ("21 de setiembre", "the 21st of September"),
        ("05 de junio", "June 5"),
    ],
)
def test_a_date_is_found_on_both_sides(spanish: str, english: str) -> None:
    source, target = f"Llegó el {spanish} a Roma.", f"He came on {english} to Rome."
    ((own, other),) = dates(source, target)
    assert source[slice(*own)] == spanish
    assert target[slice(*other)] == english


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("el 27 de abril de 2015", "on 27 April 2016"),
        ("el 27 de abril", "on 28 April"),
        ("el 7 de abril", "on 27 April"),
        ("el 3 de mayo o el 3 de mayo", "on May 3 or on May 3"),
        ("el 3 de mayo", "on May 3 or on 3 May"),
        ("el 13 de mayores", "on May 13"),
    ],
)
def test_other_dates_are_not_taken_for_it(source: str, target: str) -> None:
    assert list(dates(source, target)) == []
