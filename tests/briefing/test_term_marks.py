from __future__ import annotations

from translate_pipeline.briefing.model import TermMark
from translate_pipeline.briefing.term_marks import sentence_marks
from translate_pipeline.document import Sentence
from translate_pipeline.glossary import Glossary, GlossaryEntry

SOURCE = "La OTAN recibió a Yelena Fiódorova, y Fiódorova habló de la OTAN."
TRANSLATION = "NATO received Yelena Fiódorova, and she spoke of NATO."


def _marks(translation: str | None, language: str = "es") -> tuple[TermMark, ...]:
    glossary = Glossary([GlossaryEntry("OTAN", "NATO", domain="organization")])
    sentence = Sentence("1.1", SOURCE, 0, len(SOURCE))
    sentence.translation, sentence.terms = translation, glossary.find(SOURCE)
    return sentence_marks(sentence, language)


def test_terms_and_names_are_marked_in_the_order_of_the_source() -> None:
    marks = _marks(TRANSLATION)
    assert [(SOURCE[m.start : m.end], m.kind) for m in marks] == [
        ("OTAN", "term"), ("Yelena Fiódorova", "name"), ("Fiódorova", "name"), ("OTAN", "term"),
    ]  # fmt: skip


def test_a_mark_has_a_place_in_the_translation_where_its_form_stands_there_once_for_each() -> None:
    places = [
        None if m.target_start is None else TRANSLATION[m.target_start : m.target_end] for m in _marks(TRANSLATION)
    ]
    assert places == ["NATO", "Yelena Fiódorova", None, "NATO"]


def test_names_are_marked_without_a_translation() -> None:
    assert [m.target_start for m in _marks(None) if m.kind == "name"] == [None, None]


def test_names_are_recognised_in_spanish_only() -> None:
    assert {m.kind for m in _marks(TRANSLATION, "pt")} == {"term"}
