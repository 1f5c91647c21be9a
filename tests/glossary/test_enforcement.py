"""Ways of enforcing terms, with the real package."""

from __future__ import annotations

import pytest

from translate_pipeline.document import TermMatch
from translate_pipeline.glossary.enforcement import Segment
from translate_pipeline.glossary.enforcement.base import had_article
from translate_pipeline.glossary.enforcement.repair import repair
from translate_pipeline.glossary.enforcement.slots import SlotEnforcement
from translate_pipeline.glossary.enforcement.substitution import SubstitutionEnforcement
from translate_pipeline.glossary.entry import Article, GlossaryEntry
from translate_pipeline.translation.engine import CTranslate2Engine, Hypothesis, Request, SearchOptions


def segment(text: str, source: str, target: str, article: Article = "") -> Segment:
    start = text.index(source)
    entry = GlossaryEntry(source, target, article=article)
    return Segment(text, (TermMatch(entry, start, start + len(source), source),))


OTAN = segment("Los países de la OTAN se reunieron ayer en Bruselas.", "OTAN", "NATO", "none")
MINISTER = segment("El ministro Kvirlashvili llegó ayer a Bruselas.", "Kvirlashvili", "Qvirlashvili")


def test_a_slot_stands_in_the_source_for_the_term(engine: CTranslate2Engine) -> None:
    attempt = SlotEnforcement().attempt(OTAN, OTAN.terms, engine)
    assert attempt is not None
    assert attempt.seen.text == "Los países de la ⟦0⟧ se reunieron ayer en Bruselas."


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
    attempt = SlotEnforcement().attempt(OTAN, OTAN.terms, engine)
    assert attempt is not None
    assert attempt.realise(hypothesis) == translation


def test_a_plural_name_takes_a_bare_apostrophe(engine: CTranslate2Engine) -> None:
    states = segment("El presidente de Estados Unidos habló.", "Estados Unidos", "United States", "the")
    attempt = SlotEnforcement().attempt(states, states.terms, engine)
    assert attempt is not None
    assert attempt.realise("⟦0⟧'s president spoke.") == "The United States' president spoke."


def test_the_bundled_package_copies_a_slot(engine: CTranslate2Engine) -> None:
    attempt = SlotEnforcement().attempt(MINISTER, MINISTER.terms, engine)
    assert attempt is not None
    (hypotheses,) = engine.translate([attempt.request])
    text = attempt.realise(hypotheses[0].text)
    assert text is not None
    assert text.count("Qvirlashvili") == 1


def test_slots_hold_all_terms_only_where_there_are_more_than_the_missing(engine: CTranslate2Engine) -> None:
    assert SlotEnforcement(all_terms=True).attempt(OTAN, OTAN.terms, engine) is None
    attempt = SlotEnforcement(all_terms=True).attempt(OTAN, (), engine)
    assert attempt is not None
    assert "⟦0⟧" in attempt.seen.text


def plainly(engine: CTranslate2Engine, text: str) -> Hypothesis:
    ((hypothesis,),) = engine.translate([Request(text, SearchOptions(2, attention=True))])
    return hypothesis


def test_attention_finds_the_place_of_a_term(engine: CTranslate2Engine) -> None:
    carpet = segment("El ministro y el rey estaban sobre la alfombra.", "alfombra", "rug")
    hypothesis = plainly(engine, carpet.text)
    repaired = repair(hypothesis, carpet, carpet.terms, engine)
    assert repaired is not None
    assert repaired.split()[-1] == "rug."
    assert repaired.split()[:-1] == hypothesis.text.split()[:-1]


def test_a_name_that_was_garbled_is_mended_where_it_stands(engine: CTranslate2Engine) -> None:
    hypothesis = plainly(engine, MINISTER.text)
    repaired = repair(hypothesis, MINISTER, MINISTER.terms, engine)
    assert repaired is not None
    assert "Qvirlashvili" in repaired


def test_a_hypothesis_without_attention_is_not_repaired(engine: CTranslate2Engine) -> None:
    assert repair(Hypothesis("The minister arrived.", 0.0), MINISTER, MINISTER.terms, engine) is None


class EngineWithoutSlots(CTranslate2Engine):
    """The bundled package as one that was not trained on slots."""

    @property
    def knows_slots(self) -> bool:
        """Never."""
        return False


def test_substitution_writes_the_target_form_into_the_source(engine: CTranslate2Engine) -> None:
    without = EngineWithoutSlots(engine.package)
    attempt = SubstitutionEnforcement().attempt(OTAN, OTAN.terms, without)
    assert attempt is not None
    assert attempt.seen.text == "Los países de la NATO se reunieron ayer en Bruselas."


def test_substitution_is_for_packages_without_slots(engine: CTranslate2Engine) -> None:
    assert SubstitutionEnforcement().attempt(OTAN, OTAN.terms, engine) is None


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
