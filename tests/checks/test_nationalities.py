from __future__ import annotations

import pytest

from translate_pipeline.checks import check
from translate_pipeline.checks.base import Translated
from translate_pipeline.checks.nationalities import invented_nationalities
from translate_pipeline.glossary import load_glossary
from translate_pipeline.translation.translator import find_terms

GLOSSARY = load_glossary([], curated=True, source="es", target="en")


def invented(source: str, translation: str) -> list[str]:
    return invented_nationalities(Translated(source, translation, find_terms(source, GLOSSARY)))


@pytest.mark.parametrize(
    ("source", "translation", "words"),
    [
        ("Los iraquíes atacaron.", "The Iranians attacked.", ["Iranians"]),
        ("Detuvo a tres austriacos.", "He arrested three Australians.", ["Australians"]),
        ("El público berlinés aplaudió.", "The Belgian public applauded.", ["Belgian"]),
        ("Hubo un acto benéfico.", "There was a Belgian act.", ["Belgian"]),
        ("Los nigerinos votaron.", "The Nigerians voted.", ["Nigerians"]),
        ("El presidente dimitió.", "The Catalan president resigned.", ["Catalan"]),
    ],
)
def test_a_people_that_the_source_has_not(source: str, translation: str, words: list[str]) -> None:
    assert invented(source, translation) == words
    found = check(Translated(source, translation, find_terms(source, GLOSSARY)))
    assert [f.target_span for f in found if f.check == "names" and f.severity == "warning"] == words


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("Los iraquíes atacaron.", "The Iraqis attacked."),
        ("El gobierno de Francia calla.", "The French government is silent."),
        ("La Casa Blanca y EE. UU. callan.", "The American government is silent."),
        ("La intervención de Estados Unidos acabó.", "American involvement ended."),
        ("Su homólogo de los Países Bajos calla.", "His Dutch counterpart is silent."),
        ("Pagó 68.000 millones de francos.", "He paid 68 billion Swiss francs."),
        ("Tropas norcoreanas avanzan.", "North Korean troops advance."),
        ("El coloso anglosuizo vendió.", "The Anglo-Swiss giant sold."),
        ("Poetas afrouruguayas leen.", "Afro-Uruguayan poets read."),
        ("Habló Germán Ruiz.", "German Ruiz spoke."),
        ("Los cristianos y los católicos rezan.", "Christians and Catholics pray."),
        ("Pekín protestó.", "The Chinese protested."),
        ("Compró un sofá nuevo.", "He bought a New sofa."),
        ("", ""),
    ],
)
def test_a_people_that_the_source_has_in_some_form(source: str, translation: str) -> None:
    assert invented(source, translation) == []
