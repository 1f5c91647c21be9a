"""Numbers that were written wrongly, where the checks say which one is meant."""

from __future__ import annotations

import pytest

from translate_pipeline.checks import Translated, check
from translate_pipeline.translation.miswritten_number import mend_miswritten_number


def mended(source: str, translation: str) -> str | None:
    return mend_miswritten_number(translation, check(Translated(source, translation)))


@pytest.mark.parametrize(
    ("source", "translation", "expected"),
    [
        ("Hay 900.000 parados.", "There are 90,000 unemployed.", "There are 900,000 unemployed."),
        ("Ganó un 2,5 % en 2011.", "It gained 25% in 2011.", "It gained 2.5% in 2011."),
        ("Nació en 1987, a 40 km.", "Born in 19887, at 40 km.", "Born in 1987, at 40 km."),
    ],
)
def test_the_number_that_was_made_up_becomes_the_one_that_is_missing(
    source: str, translation: str, expected: str
) -> None:
    assert mended(source, translation) == expected


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("Hay 900.000 parados.", "There are many unemployed."),  # none was made up
        ("Hay 900 y 300 parados.", "There are 90 unemployed."),  # two are missing
        ("Hay 900 parados.", "There are 90 in the 90 towns."),  # which of them?
        ("Hay tres parados.", "There are 17 unemployed."),  # no figure is missing
        ("Hay 900 parados.", "There are 900 unemployed."),  # nothing is wrong
    ],
)
def test_nothing_is_guessed(source: str, translation: str) -> None:
    assert mended(source, translation) is None
