from __future__ import annotations

import pytest

from translate_pipeline.glossary import Glossary, load_glossary
from translate_pipeline.translation.adjective_order import put_nationalities_before_nouns
from translate_pipeline.translation.translator import find_terms


@pytest.fixture(scope="module")
def glossary() -> Glossary:
    """The curated one."""
    return load_glossary([], curated=True, source="es", target="en")


@pytest.mark.parametrize(
    ("source", "translation", "ordered"),
    [
        ("el presidente ruso Vladimir Putin", "President Russian Vladimir Putin", "Russian President Vladimir Putin"),
        ("un soldado ucraniano", "an soldier Ukrainian", "a Ukrainian soldier"),
        ("a un presidente italiano", "to a president Italian", "to an Italian president"),
        ("dos aviones chinos", "two planes Chinese", "two Chinese planes"),
        ("el ministro de Defensa ruso", "Defense Minister Russian", "Russian Defense Minister"),
    ],
)
def test_a_nationality_goes_before_its_noun(source: str, translation: str, ordered: str, glossary: Glossary) -> None:
    assert put_nationalities_before_nouns(translation, source, find_terms(source, glossary)) == ordered


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("el presidente ruso", "the Russian president"),
        ("dijo al presidente que tropas rusas avanzan", "told the president Russian troops are advancing"),
        ("El presidente es ruso.", "The president is Russian."),
        ("El acento parece ruso.", "The accent seems Russian."),
        ("el presidente ruso", "the president Russian-born"),
        ("Rusos y ucranianos", "Russians and Ukrainians"),
    ],
)
def test_other_orders_stay(source: str, translation: str, glossary: Glossary) -> None:
    assert put_nationalities_before_nouns(translation, source, find_terms(source, glossary)) == translation
