"""Sentences through the real package, with glossary, checks and repair."""

from __future__ import annotations

import pytest

from translate_pipeline.document import Sentence
from translate_pipeline.glossary import Glossary, GlossaryEntry
from translate_pipeline.translation.engine import CTranslate2Engine, Request, SearchOptions
from translate_pipeline.translation.translator import SentenceTranslator, find_terms

NAMES = Glossary(
    [
        GlossaryEntry("Volodímir Zelenski", "Volodymyr Zelensky"),
        GlossaryEntry("OTAN", "NATO", article="none"),
        GlossaryEntry("Pionyang", "Pyongyang"),
        GlossaryEntry("Qvirlaxvili", "Kvirlashvili"),
    ]
)


def translated(engine: CTranslate2Engine, text: str, glossary: Glossary = NAMES) -> Sentence:
    sentence = Sentence("p1s1", text, 0, len(text))
    SentenceTranslator(engine, glossary, "es", "en").translate([sentence])
    return sentence


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("El presidente Volodímir Zelenski llegó ayer a Londres.", "Volodymyr Zelensky"),
        ("Los ministros de la OTAN se reúnen hoy.", "NATO"),
        ("El avión aterrizó en Pionyang.", "Pyongyang"),
        ("Qvirlaxvili rechazó la propuesta de los rebeldes.", "Kvirlashvili"),
    ],
)
def test_terms_are_held(engine: CTranslate2Engine, text: str, term: str) -> None:
    sentence = translated(engine, text)
    assert sentence.translation is not None
    assert sentence.translation.count(term) == 1
    assert sentence.findings == []
    assert [match.target for match in sentence.terms] == [term]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("El ejército envió más de 10.000 soldados a la frontera.", "10,000"),
        ("La deuda subió al 119,2% del PIB en 2011.", "119.2%"),
        ("El plan costará 3.450 millones de euros.", "3.45 billion"),
        ("Murieron 1.247 personas en 2011.", "1,247"),
    ],
)
def test_figures_are_right_or_flagged(engine: CTranslate2Engine, text: str, figure: str) -> None:
    sentence = translated(engine, text)
    assert sentence.translation is not None
    values_right = figure in sentence.translation or "3,450 million" in sentence.translation
    assert values_right or any(finding.check == "numbers" for finding in sentence.findings)


def test_a_figure_that_two_beams_lose_is_found_among_more_hypotheses(engine: CTranslate2Engine) -> None:
    text = "Para su aprobación se requerían 226 votos."
    plain = engine.translate([Request(text, SearchOptions(engine.beam))])[0][0].text
    assert "226" not in plain, "a better package: find another sentence"
    sentence = translated(engine, text)
    assert sentence.translation is not None
    assert sentence.translation.count("226") == 1
    assert sentence.findings == []


def test_addresses_and_handles_come_through(engine: CTranslate2Engine) -> None:
    sentence = translated(engine, "Más información en https://example.org/noticias_de_hoy y en @ana_perez.")
    assert sentence.translation is not None
    assert "https://example.org/noticias_de_hoy" in sentence.translation
    assert "@ana_perez" in sentence.translation
    assert sentence.terms == []


@pytest.mark.parametrize("text", ["https://example.org/a", "* * *", "12.345", "ana@example.org"])
def test_what_is_no_prose_is_left_as_it_is(engine: CTranslate2Engine, text: str) -> None:
    assert translated(engine, text).translation == text


def test_equal_sentences_have_equal_translations(engine: CTranslate2Engine) -> None:
    text = "El ministro llegó ayer."
    sentences = [Sentence(f"p{n}s1", text, 0, len(text)) for n in range(3)]
    SentenceTranslator(engine, NAMES, "es", "en").translate(sentences)
    assert len({sentence.translation for sentence in sentences}) == 1


def test_a_lone_quotation_mark_keeps_its_place(engine: CTranslate2Engine) -> None:
    opening = translated(engine, "«No vamos a ceder ante nadie.").translation
    closing = translated(engine, "Seguiremos aquí hasta el final».").translation
    assert opening is not None
    assert closing is not None
    assert opening[0] == "“"
    assert closing.rstrip(".").endswith("”")


def test_a_term_that_cannot_be_placed_is_reported(engine: CTranslate2Engine) -> None:
    impossible = Glossary([GlossaryEntry("casa", "q⟦x⟧zzz")])
    sentence = translated(engine, "La casa es grande.", impossible)
    placed = "q⟦x⟧zzz" in (sentence.translation or "")
    assert placed != any(finding.check == "terms" for finding in sentence.findings)


def test_a_url_is_no_place_for_glossary_terms() -> None:
    matches = find_terms("Ver https://example.org/OTAN y la OTAN.", NAMES)
    assert [(match.text, match.kind) for match in matches] == [
        ("https://example.org/OTAN", "verbatim"),
        ("OTAN", "term"),
    ]
