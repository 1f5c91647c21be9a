"""Words that a report turns on."""

from __future__ import annotations

import pytest

from translate_pipeline.checks import Translated
from translate_pipeline.checks.keywords import KeywordsCheck
from translate_pipeline.document import TermMatch
from translate_pipeline.glossary.entry import GlossaryEntry


def lost(source: str, translation: str, *terms: TermMatch) -> list[tuple[str, str]]:
    findings = KeywordsCheck().findings(Translated(source, translation, terms))
    return [(finding.source_span, finding.target_span) for finding in findings]


@pytest.mark.parametrize(
    ("source", "translation", "expected"),
    [
        ("Muertos: 14. Heridos: 20.", "Women: 14. Hered: 20.", [("Muertos", "dead"), ("Heridos", "Injured")]),
        ("Muertes en cárceles", "Women in jails", [("Muertes", "deaths")]),
        ("MUERTOS EN CALI", "WOMEN IN CALI", [("MUERTOS", "dead")]),
        ("Los bomberos los rescataron.", "The bombers rescued them.", [("bomberos", "firefighters")]),
        ("Los bomberos los rescataron.", "The fires were rescued.", [("bomberos", "firefighters")]),
        ("Los heridos fueron trasladados.", "The wounds were moved.", [("heridos", "injured")]),
        ("El ministro desmintió eso.", "The minister denominated that.", [("desmintió", "denied")]),
        ("La Comisión desembolsará 3.000.", "The Commission will abolish 3,000.", [("desembolsará", "disburse")]),
        ("Envió misiles y otros equipos.", "He sent and other equipment.", [("misiles", "missiles")]),
        ("Lleva tres años de guerra.", "It has been three years.", [("guerra", "war")]),
        ("Los drones atacaron el hospital.", "The attack hit the hospital.", [("drones", "drones")]),
        ("El tribunal no los absuelve.", "The court does not condemn them.", [("absuelve", "")]),
    ],
)
def test_a_word_that_was_lost(source: str, translation: str, expected: list[tuple[str, str]]) -> None:
    assert lost(source, translation) == expected


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("Hubo dos muertos.", "Two people were killed."),
        ("Lanzó tres misiles.", "He fired three rockets."),
        ("La guerra dura tres años.", "The fighting has lasted three years."),
        ("Seis tripulantes muertos.", "Six crew lost their lives."),
        ("Los heridos llegaron.", "The wounded arrived."),
        ("Los bomberos llegaron.", "The fire brigade came."),
        ("Las negociaciones están en punto muerto.", "Talks have stalled."),
        ("Viajó al mar Muerto.", "He travelled to that sea."),
        ("Vive en la calle Bomberos.", "He lives in that street."),
        ("El juez lo absolvió.", "The judge cleared him."),
    ],
)
def test_other_words_and_other_meanings(source: str, translation: str) -> None:
    assert lost(source, translation) == []


def test_a_word_in_a_glossary_term_is_left_to_the_terms() -> None:
    term = TermMatch(GlossaryEntry("muertos en combate", "KIA"), 0, 18, "muertos en combate")
    assert lost("muertos en combate", "KIA", term) == []


def test_other_language_pairs_have_no_findings() -> None:
    assert KeywordsCheck().findings(Translated("muertos", "mulheres", (), "es", "pt")) == []
