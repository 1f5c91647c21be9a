"""Numbers that came through as something else: with another unit of time, as an ordinal, out of a range."""

from __future__ import annotations

import pytest

from translate_pipeline.checks.base import Translated
from translate_pipeline.checks.numbers import NumbersCheck


def messages(source: str, translation: str) -> list[str]:
    return [finding.message for finding in NumbersCheck().findings(Translated(source, translation))]


@pytest.mark.parametrize(
    ("source", "translation", "message"),
    [
        ("Pasó tres semanas allí.", "He spent three months there.", "tres is a number of weeks, not of months"),
        ("La condena es de 40 años.", "It is a 40-month sentence.", "40 is a number of years, not of months"),
        ("Tienen entre 19 y 46 años.", "They are aged 19 and 46.", "“entre 19 y 46” is no range in the translation"),
        ("Será entre el 2 % y el 3 %.", "It is 2% and 3%.", "“entre el 2 % y el 3 %” is no range in the translation"),
        ("Los 18 novatos firmaron.", "The 18th rookies signed.", "18th is a count in the source"),
        ("Hay mil toneladas.", "There are tons.", "the number mil is missing"),
        ("Es su vigésima quinta victoria.", "It is her victory.", "the number vigésima quinta is missing"),
        ("Un 5 % es de ella y un tercio no.", "5 is hers, and one-third not.", "a per cent sign is missing"),
    ],
)
def test_a_number_that_says_something_else(source: str, translation: str, message: str) -> None:
    assert messages(source, translation) == [message]


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("Pasó tres semanas y dos meses allí.", "He spent three weeks and two months there."),
        ("Pasó tres semanas allí.", "He spent three long weeks there."),
        ("Dura 24 meses.", "It lasts 24 months, or two years."),
        ("Tienen entre 19 y 46 años.", "They are 19-46 years old."),
        ("Cuesta entre 3 y 5 euros.", "It costs 3 to 5 euros."),
        ("Ocurrió el 18 de mayo.", "It happened on May 18th."),
        ("Marcó Nani (24.).", "Nani scored (24th minute)."),
        ("Cumple 50 años.", "It has its 50th anniversary."),
        ("Mil gracias a todas.", "Many thanks to all."),
        ("Hay mil toneladas.", "There are 1,000 tons."),
        ("Uno de cada mil pacientes.", "One in every thousand patients."),
        ("Es el decimosexto caso.", "It is the sixteenth case."),
        ("Es su vigésima quinta victoria.", "It is her 25th victory."),
        ("El 50 % calla.", "50, or half, are silent."),
    ],
)
def test_a_number_that_says_the_same(source: str, translation: str) -> None:
    assert messages(source, translation) == []
