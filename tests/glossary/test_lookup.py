from __future__ import annotations

from translate_pipeline.glossary import GlossaryEntry
from translate_pipeline.glossary.lookup import look_up

STAFF = GlossaryEntry("Estado Mayor Conjunto", "Joint Chiefs of Staff", origin="a.csv:1")
SOUTH = GlossaryEntry("Estado Mayor Conjunto del Sur", "South's Joint Chiefs of Staff", origin="a.csv:2")
OTHER = GlossaryEntry("Estado Mayor Conjunto", "Joint Staff", origin="b.csv:1")
SEOUL = GlossaryEntry("Seúl", "Seoul", origin="b.csv:2")


def found(text: str, *entries: GlossaryEntry) -> list[tuple[str, str, list[str]]]:
    return [
        (term.match.text, term.match.entry.origin, [other.entry.origin for other in term.shadowed])
        for term in look_up(text, entries, "es", "en")
    ]


def test_a_longer_match_keeps_shorter_ones_out() -> None:
    text = "El Estado Mayor Conjunto del Sur, en Seúl."
    assert found(text, STAFF, SOUTH, OTHER, SEOUL) == [
        ("Estado Mayor Conjunto del Sur", "a.csv:2", ["a.csv:1", "b.csv:1"]),
        ("Seúl", "b.csv:2", []),
    ]


def test_an_earlier_entry_keeps_a_later_one_out() -> None:
    assert found("el Estado Mayor Conjunto", OTHER, STAFF) == [("Estado Mayor Conjunto", "b.csv:1", ["a.csv:1"])]


def test_inflected_forms_are_found() -> None:
    zone = GlossaryEntry("zona aérea", "air zone", origin="a.csv:1")
    assert found("Las zonas aéreas", zone) == [("zonas aéreas", "a.csv:1", [])]


def test_capitals_and_accents_do_not_hide_an_entry() -> None:
    area = GlossaryEntry("Ávila", "Avila", accents="optional", case="any", origin="a.csv:1")
    assert found("EN AVILA", area) == [("AVILA", "a.csv:1", [])]


def test_a_text_without_terms() -> None:
    assert found("No hay nada.", STAFF, SEOUL) == []
