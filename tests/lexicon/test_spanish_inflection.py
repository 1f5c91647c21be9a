from __future__ import annotations

import pytest

from training.word_lexicon.spanish_inflection import Tense, feminine, plural, tense


@pytest.mark.parametrize(
    ("singular", "several"),
    [
        ("zanja", "zanjas"),
        ("pez", "peces"),
        ("camión", "camiones"),
        ("francés", "franceses"),
        ("crisis", "crisis"),
        ("bebé", "bebés"),
        ("joven", "jóvenes"),
        ("orden", "órdenes"),
        ("iceberg", "icebergs"),
        ("señal", "señales"),
    ],
)
def test_plurals(singular: str, several: str) -> None:
    assert plural(singular, {"jóvenes", "órdenes"}) == several


@pytest.mark.parametrize(
    ("masculine", "other"),
    [("cocinero", "cocinera"), ("ladrón", "ladrona"), ("senegalés", "senegalesa"), ("boxeador", "boxeadora")],
)
def test_feminines(masculine: str, other: str) -> None:
    assert feminine(masculine) == other


def test_an_adjective_of_one_ending_has_no_feminine() -> None:
    assert feminine("letal") is None
    assert feminine("común") is None


@pytest.mark.parametrize(
    ("form", "infinitive", "expected"),
    [
        ("incinera", "incinerar", Tense.THIRD_PERSON),
        ("incinere", "incinerar", Tense.BASE),
        ("incineró", "incinerar", Tense.PAST),
        ("incineraron", "incinerar", Tense.PAST),
        ("incineraban", "incinerar", Tense.PAST),
        ("incinerara", "incinerar", Tense.PAST),
        ("incinerará", "incinerar", Tense.BASE),
        ("incinerarían", "incinerar", Tense.BASE),
        ("incinerarse", "incinerar", Tense.BASE),
        ("incinerado", "incinerar", Tense.PARTICIPLE),
        ("incinerándolos", "incinerar", Tense.GERUND),
        ("prepara", "preparar", Tense.THIRD_PERSON),
        ("encaras", "encarar", Tense.BASE),
        ("envase", "envasar", Tense.BASE),
        ("sumerge", "sumergir", Tense.THIRD_PERSON),
        ("sumerja", "sumergir", Tense.BASE),
        ("sumergió", "sumergir", Tense.PAST),
        ("sumergía", "sumergir", Tense.PAST),
        ("sumergiría", "sumergir", Tense.BASE),
        ("contradijo", "contradecir", Tense.PAST),
        ("dedujeron", "deducir", Tense.PAST),
        ("descubierta", "descubrir", Tense.PARTICIPLE),
        ("acuérdate", "acordar", Tense.BASE),
        ("vacunarse", "vacunarse", Tense.BASE),
        ("vacuna", "vacunarse", Tense.THIRD_PERSON),
        ("muévete", "mover", Tense.BASE),
        ("debatíamos", "debatir", Tense.PAST),
        ("adscrita", "adscribir", Tense.PARTICIPLE),
        ("explicárselo", "explicar", Tense.BASE),
    ],
)
def test_tenses(form: str, infinitive: str, expected: Tense) -> None:
    assert tense(form, infinitive) is expected
