from __future__ import annotations

import pytest

from translate_pipeline.document import TermMatch
from translate_pipeline.glossary.enforcement import Segment
from translate_pipeline.glossary.enforcement.copies import mend_copies
from translate_pipeline.glossary.entry import Article, GlossaryEntry


def mended(translation: str, text: str, source: str, target: str, article: Article = "") -> str:
    start = text.index(source)
    term = TermMatch(GlossaryEntry(source, target, article=article), start, start + len(source), source)
    return mend_copies(translation, Segment(text, (term,)))


@pytest.mark.parametrize(
    ("translation", "text", "source", "target", "expected"),
    [
        ("He went to Dinamarca.", "Fue a Dinamarca.", "Dinamarca", "Denmark", "He went to Denmark."),
        ("The Nato met.", "La OTAN se reunió.", "OTAN", "NATO", "The NATO met."),
        ("the covid-19 pandemic", "la pandemia de covid-19", "covid-19", "COVID-19", "the COVID-19 pandemic"),
        ("NATO met.", "La OTAN se reunió.", "OTAN", "NATO", "NATO met."),
        ("The OTANs met.", "La OTAN se reunió.", "OTAN", "NATO", "The OTANs met."),
        ("They met.", "La OTAN se reunió.", "OTAN", "NATO", "They met."),
        ("The Euro-zone grew.", "La Eurozona creció.", "Eurozona", "eurozone", "The eurozone grew."),
        ("Euro zone data", "Datos de la Eurozona", "Eurozona", "eurozone", "Eurozone data"),
        ("the Vice-Presidents", "los vicepresidentes", "vicepresidentes", "vice presidents", "the vice presidents"),
        ("He met us.", "Se reunió con los EE.UU.", "EE.UU.", "US", "He met us."),
    ],
)
def test_a_term_that_was_copied(translation: str, text: str, source: str, target: str, expected: str) -> None:
    assert mended(translation, text, source, target) == expected


def test_the_article_is_that_of_the_target() -> None:
    assert mended("the leaders of the OTAN", "los líderes de la OTAN", "OTAN", "NATO", "none") == "the leaders of NATO"
