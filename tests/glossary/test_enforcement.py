"""Ways of enforcing terms, with the real package."""

from __future__ import annotations

import pytest

from translate_pipeline.document import TermMatch
from translate_pipeline.glossary.enforcement import Segment
from translate_pipeline.glossary.enforcement.base import had_article
from translate_pipeline.glossary.enforcement.repair import AttentionRepair
from translate_pipeline.glossary.enforcement.slots import SlotEnforcement
from translate_pipeline.glossary.enforcement.substitution import SubstitutionEnforcement
from translate_pipeline.glossary.entry import Article, GlossaryEntry
from translate_pipeline.translation.engine import CTranslate2Engine, Hypothesis


def segment(text: str, source: str, target: str, article: Article = "") -> Segment:
    start = text.index(source)
    entry = GlossaryEntry(source, target, article=article)
    return Segment(text, (TermMatch(entry, start, start + len(source), source),))


OTAN = segment("Los países de la OTAN se reunieron ayer en Bruselas.", "OTAN", "NATO", "none")
MINISTER = segment("El ministro Kvirlashvili llegó ayer a Bruselas.", "Kvirlashvili", "Qvirlashvili")


def test_a_slot_stands_in_the_source_for_the_term(engine: CTranslate2Engine) -> None:
    attempts = list(SlotEnforcement().attempts(OTAN, OTAN.terms, (), engine))
    assert {attempt.request.text for attempt in attempts} == {"Los países de la ⟦0⟧ se reunieron ayer en Bruselas."}


@pytest.mark.parametrize(
    ("hypothesis", "translation"),
    [
        ("The ⟦0⟧ countries met.", "NATO countries met."),
        ("Countries of the ⟦0⟧ met.", "Countries of NATO met."),
        ("⟦0⟧'s countries met.", "NATO's countries met."),
        ("The countries met.", None),
        ("⟦0⟧ and ⟦0⟧ met.", None),
        ("⟦1⟧ met.", None),
    ],
)
def test_a_slot_must_come_out_once(engine: CTranslate2Engine, hypothesis: str, translation: str | None) -> None:
    attempt = next(iter(SlotEnforcement().attempts(OTAN, OTAN.terms, (), engine)))
    assert attempt.realise(Hypothesis(hypothesis, 0.0)) == translation


def test_a_plural_name_takes_a_bare_apostrophe(engine: CTranslate2Engine) -> None:
    states = segment("El presidente de Estados Unidos habló.", "Estados Unidos", "United States", "the")
    attempt = next(iter(SlotEnforcement().attempts(states, states.terms, (), engine)))
    assert attempt.realise(Hypothesis("⟦0⟧'s president spoke.", 0.0)) == "The United States' president spoke."


def test_the_bundled_package_copies_a_slot(engine: CTranslate2Engine) -> None:
    attempts = list(SlotEnforcement().attempts(MINISTER, MINISTER.terms, (), engine))
    results = engine.translate([attempt.request for attempt in attempts])
    texts = [
        attempt.realise(hypothesis) for attempt, found in zip(attempts, results, strict=True) for hypothesis in found
    ]
    assert any(text and text.count("Qvirlashvili") == 1 for text in texts)


def test_attention_finds_the_place_of_a_term(engine: CTranslate2Engine) -> None:
    carpet = segment("El ministro y el rey estaban sobre la alfombra.", "alfombra", "rug")
    (attempt,) = AttentionRepair().attempts(carpet, carpet.terms, (), engine)
    ((hypothesis,),) = engine.translate([attempt.request])
    repaired = attempt.realise(hypothesis)
    assert repaired is not None
    assert repaired.split()[-1] == "rug."
    assert repaired.split()[:-1] == hypothesis.text.split()[:-1]


def test_names_are_left_to_slots_where_the_package_knows_them(engine: CTranslate2Engine) -> None:
    assert list(AttentionRepair().attempts(MINISTER, MINISTER.terms, (), engine)) == []


def test_substitution_writes_the_target_form_into_the_source(engine: CTranslate2Engine) -> None:
    (attempt,) = SubstitutionEnforcement().attempts(OTAN, OTAN.terms, (), engine)
    assert attempt.request.text == "Los países de la NATO se reunieron ayer en Bruselas."


@pytest.mark.parametrize(
    ("source", "term", "expected"),
    [
        ("los países de la OTAN", "OTAN", True),
        ("del OTAN", "OTAN", True),
        ("«La OTAN", "OTAN", True),
        ("con OTAN", "OTAN", False),
    ],
)
def test_a_definite_article_before_a_term(source: str, term: str, expected: bool) -> None:
    assert had_article(source, source.index(term)) is expected
