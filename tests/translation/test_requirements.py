"""What findings say is missing, as terms with one right form that can be held or mended."""

from __future__ import annotations

import pytest

from translate_pipeline.checks import Finding, Translated, check
from translate_pipeline.document import TermMatch
from translate_pipeline.glossary.enforcement import Segment
from translate_pipeline.glossary.entry import GlossaryEntry
from translate_pipeline.translation.prose import verbatim_spans
from translate_pipeline.translation.requirements import missing_requirements

Missing = tuple[str, str, str]


def term(text: str, source: str, target: str) -> TermMatch:
    start = text.index(source)
    return TermMatch(GlossaryEntry(source, target), start, start + len(source), source)


def missing(segment: Segment, *findings: Finding) -> list[Missing]:
    found = missing_requirements(segment, findings)
    assert all(segment.text[match.start : match.end] == match.text for match in found)
    return [(match.kind, match.text, match.target) for match in found]


def checked(source: str, translation: str, *terms: TermMatch) -> list[Missing]:
    """What the real checks find missing."""
    return missing(Segment(source, terms), *check(Translated(source, translation, terms)))


@pytest.mark.parametrize(
    ("source", "translation", "expected"),
    [
        ("El presidente Petro habló.", "The president spoke.", [("name", "Petro", "Petro")]),
        ("Murieron 10.000 soldados.", "Soldiers died.", [("figure", "10.000", "10,000")]),
        ("Costó 3.000 millones de pesos.", "It cost pesos.", [("figure", "3.000 millones", "3 billion")]),
        ("Murieron veinte soldados.", "Soldiers died.", [("figure", "veinte", "twenty")]),
        ("Murieron diez mil soldados.", "Soldiers died.", [("figure", "diez mil", "ten thousand")]),
        ("Se fue el 5 de mayo.", "He left on the 5th.", [("figure", "mayo", "May")]),
        ("Se fue el martes.", "He left.", [("figure", "martes", "Tuesday")]),
        ("Hubo 14 muertos.", "There were 14 women.", [("term", "muertos", "dead")]),
        ("La inflación fue del -0,2 %.", "Inflation was 0.2%.", [("figure", "-0,2", "-0.2")]),
        ("La XXV edición.", "The edition.", [("figure", "XXV", "25th")]),
        ("El presidente habló.", "The president spoke.", []),
    ],
)
def test_names_figures_and_dates_that_the_checks_miss(source: str, translation: str, expected: list[Missing]) -> None:
    assert checked(source, translation) == expected


def test_several_are_missing_at_once() -> None:
    found = checked("Petro envió 10.000 soldados el martes a Cali.", "He sent soldiers.")
    assert sorted(found) == [
        ("figure", "10.000", "10,000"),
        ("figure", "martes", "Tuesday"),
        ("name", "Cali", "Cali"),
        ("name", "Petro", "Petro"),
    ]


def test_a_term_keeps_its_entry_and_its_inflected_target() -> None:
    text = "Dispararon dos misiles balísticos."
    entry = GlossaryEntry("misil balístico", "ballistic missile", article="none")
    missiles = TermMatch(entry, 15, 33, "misiles balísticos", "term", "ballistic missiles")
    assert missing_requirements(Segment(text, (missiles,)), check(Translated(text, "They fired two.", [missiles]))) == [
        missiles
    ]


def test_what_came_through_is_not_missing() -> None:
    text = "La OTAN y la ONU hablaron."
    terms = (term(text, "OTAN", "NATO"), term(text, "ONU", "UN"))
    assert checked(text, "NATO and others spoke.", *terms) == [("term", "ONU", "UN")]


def test_addresses_are_requirements_too() -> None:
    text = "Lo dijo @ana en https://example.org/a."
    terms = tuple(
        TermMatch(GlossaryEntry(m.group(), m.group()), m.start(), m.end(), m.group(), "verbatim")
        for m in verbatim_spans(text)
    )
    assert checked(text, "Ana said so.", *terms) == [
        ("verbatim", "@ana", "@ana"),
        ("verbatim", "https://example.org/a", "https://example.org/a"),
    ]


@pytest.mark.parametrize("quoted", ["“Brigada Sur”", '"Brigada Sur"', "«Brigada Sur»"])
def test_a_segment_has_straight_quotation_marks(quoted: str) -> None:
    text = 'Lo dijo "Brigada Sur" ayer.'
    assert missing(Segment(text, ()), Finding("names", "error", "", quoted)) == [
        ("name", '"Brigada Sur"', '"Brigada Sur"')
    ]


@pytest.mark.parametrize(
    "finding",
    [
        Finding("numbers", "error", "the number 250 is not in the source", "", "250"),
        Finding("dates", "warning", "Monday is not in the source", "", "Monday"),
        Finding("names", "error", "the names A and B have changed places", "", ""),
        Finding("numbers", "error", "euro became dollar", "", ""),
        Finding("negation", "error", "a negation is missing", "no", "not"),
        Finding("length", "error", "much shorter than its source"),
        Finding("untranslated", "error", "left untranslated: que", "", "que"),
        Finding("names", "error", "the name Petro is missing", "Petro", ""),
        Finding("numbers", "error", "the number 5 is missing", "5", "5"),
    ],
)
def test_findings_without_a_place_in_the_segment_require_nothing(finding: Finding) -> None:
    assert missing(Segment("El presidente no habló de 15.000 casas con Petrovsky.", ()), finding) == []


def test_of_two_equal_figures_each_finding_has_its_own() -> None:
    text = "Primero 20 y luego 20."
    finding = Finding("numbers", "error", "the number 20 is missing", "20", "20")
    found = missing_requirements(Segment(text, ()), [finding, finding])
    assert [(match.start, match.end) for match in found] == [(8, 10), (19, 21)]
    assert len(missing_requirements(Segment(text, ()), [finding] * 3)) == 2


def test_what_is_missing_does_not_overlap() -> None:
    text = "Habló el ministro Petro Pérez."
    found = missing_requirements(
        Segment(text, (term(text, "Petro Pérez", "Petro Perez"),)),
        [
            Finding("terms", "error", "", "Petro Pérez", "Petro Perez"),
            Finding("names", "error", "", "Petro", ""),
            Finding("names", "error", "", "Pérez", ""),
        ],
    )
    assert [match.text for match in found] == ["Petro Pérez"]


def test_a_name_takes_no_article() -> None:
    (name,) = missing_requirements(Segment("Habló Petro.", ()), [Finding("names", "error", "", "Petro", "")])
    assert name.entry.article == "none"


def test_nothing_is_required_without_findings() -> None:
    text = "La OTAN habló."
    assert missing_requirements(Segment(text, (term(text, "OTAN", "NATO"),)), []) == []
    assert missing_requirements(Segment("", ()), [Finding("names", "error", "", "Petro", "")]) == []
