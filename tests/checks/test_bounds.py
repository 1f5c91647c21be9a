"""Bounds of numbers: at least, at most, more and less than, nearly, about."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_pipeline.checks import Translated
from translate_pipeline.checks.bounds import BoundsCheck


def found(source: str, translation: str) -> list[tuple[str, str]]:
    return [(finding.severity, finding.message) for finding in BoundsCheck().findings(Translated(source, translation))]


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("Hubo más de 100 muertos.", "There were more than 100 dead."),
        ("Hubo más de cien muertos.", "Over a hundred died."),
        ("Cuesta más de un millón de euros.", "It costs upwards of €1 million."),
        ("Perdió más del 20 % de su valor.", "It lost over 20 percent of its value."),
        ("Tras una guerra de casi tres años.", "After an almost three-year war."),
        ("Tras una guerra de casi tres años.", "After just under three years of war."),
        ("Ganó casi el 40 % de los votos.", "He won nearly 40% of the vote."),
        ("Al menos 12 personas murieron.", "At least 12 people died."),
        ("Al menos 12 personas murieron.", "No fewer than 12 people died."),
        ("Costará como máximo 50 euros.", "It will cost no more than 50 euros."),
        ("No más de 30 diputados acudieron.", "Not more than 30 deputies came."),
        ("Menos de 5.000 votos los separan.", "Fewer than 5,000 votes separate them."),
        ("Unos 300 agentes participaron.", "Some 300 officers took part."),
        ("Unas 40 personas.", "Forty or so people."),
        ("Los unos y los otros: 300 en total.", "Both of them: 300 in all."),
        ("Hay más: 300 casos.", "There are more: 300 cases."),
        ("No tiene más de 20 años.", "He is under 20."),
        ("Murieron 30 personas.", "More than 30 people died."),
    ],
)
def test_a_bound_that_came_through(source: str, translation: str) -> None:
    assert found(source, translation) == []


@pytest.mark.parametrize(
    ("source", "translation", "message"),
    [
        ("Tras casi tres años.", "After more than three years.", "“casi tres” is not “more than three”"),
        ("Hubo más de 100 muertos.", "There were fewer than 100 dead.", "“más de 100” is not “fewer than 100”"),
        ("Hubo más de 100 muertos.", "There were nearly 100 dead.", "“más de 100” is not “nearly 100”"),
        ("Al menos 12 murieron.", "Up to 12 died.", "“Al menos 12” is not “Up to 12”"),
        ("Menos de 5.000 votos.", "More than 5,000 votes.", "“Menos de 5.000” is not “More than 5,000”"),
        ("Más de los 30 casos.", "Under the 30 cases.", "“Más de los 30” is not “Under the 30”"),
        ("Como máximo, costará 50 euros. O como máximo 60.", "At most 50 euros. Or at least 60.",
         "“como máximo 60” is not “at least 60”"),
    ],
)  # fmt: skip
def test_a_bound_turned_round_is_an_error(source: str, translation: str, message: str) -> None:
    assert found(source, translation) == [("error", message)]


@pytest.mark.parametrize(
    ("source", "translation", "message"),
    [
        ("Hubo más de 100 muertos.", "There were 100 dead.", "“más de” before 100 is missing"),
        ("Al menos doce personas murieron.", "Twelve people died.", "“Al menos” before doce is missing"),
        ("Duró casi 40 horas.", "It lasted 40 hours.", "“casi” before 40 is missing"),
    ],
)
def test_a_lost_bound_is_a_warning(source: str, translation: str, message: str) -> None:
    assert found(source, translation) == [("warning", message)]


def test_a_lost_number_is_left_to_the_numbers() -> None:
    assert found("Hubo más de 100 muertos.", "There were 200 dead.") == []


def test_a_number_that_stands_twice_is_passed_over() -> None:
    assert found("Más de 100 hombres y 100 mujeres.", "100 men and 100 women.") == []


@pytest.mark.parametrize(("source", "target"), [("en", "es"), ("es", "fr")])
def test_other_language_pairs_have_no_findings(source: str, target: str) -> None:
    assert BoundsCheck().findings(Translated("más de 100", "less than 100", (), source, target)) == []


phrases = st.lists(
    st.sampled_from(["más de", "al menos", "casi", "no", "100", "tres", "more than", "at least", "$", "(", "…", "3"]),
    max_size=12,
).map(" ".join)


@given(phrases, phrases)
def test_any_text_is_read(source: str, translation: str) -> None:
    for finding in BoundsCheck().findings(Translated(source, translation)):
        assert finding.source_span in source
        assert finding.target_span in translation
