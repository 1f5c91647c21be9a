"""Bounds of numbers put right."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_pipeline.checks.bounds import bound_faults
from translate_pipeline.translation.bound_mending import mend_bounds


@pytest.mark.parametrize(
    ("source", "translation", "mended"),
    [
        ("Tras casi tres años.", "After more than three years.", "After almost three years."),
        ("Una guerra de casi tres años.", "A more than three-year war.", "An almost three-year war."),
        ("Hubo más de 100 muertos.", "There were fewer than 100 dead.", "There were more than 100 dead."),
        ("Costó casi un millón.", "It cost a million.", "It cost almost a million."),
        ("Más de 300 personas murieron.", "300 people died.", "More than 300 people died."),
        ("Más de trescientas personas murieron.", "Three hundred people died.", "More than three hundred people died."),
        ("Cuesta al menos 5 dólares.", "It costs $5.", "It costs at least $5."),
        ("Unas 40 casas.", "A 40 houses.", "About 40 houses."),
        ("Tardó unos 40 días.", "It was a 40-day delay.", "It was an about 40-day delay."),
        ("Menos de 5.000 votos y más de 30 urnas.", "More than 5,000 votes and 30 urns.",
         "Less than 5,000 votes and more than 30 urns."),
        ("Hubo más de 100 muertos.", "There were over 100 dead.", "There were over 100 dead."),
        ("Hubo 100 muertos.", "There were over 100 dead.", "There were over 100 dead."),
        ("", "", ""),
    ],
)  # fmt: skip
def test_bounds_put_right(source: str, translation: str, mended: str) -> None:
    assert mend_bounds(translation, source) == mended


def test_a_bound_that_can_mean_several_is_left() -> None:
    source, translation = "Viento de hasta 480 km/h.", "A wind of 480 km/h."
    assert bound_faults(source, translation)
    assert mend_bounds(translation, source) == translation


phrases = st.lists(
    st.sampled_from(["más de", "casi", "unos", "100", "tres", "mil", "more than", "almost", "a", "three", "$"]),
    max_size=10,
).map(" ".join)


@given(phrases, phrases)
def test_what_is_put_right_stays_so(source: str, translation: str) -> None:
    mended = mend_bounds(translation, source)
    assert mend_bounds(mended, source) == mended
