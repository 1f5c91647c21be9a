"""Places, states, bodies and acronyms in the forms that English has for them."""

from __future__ import annotations

import pytest

from translate_pipeline.checks import Finding, Translated
from translate_pipeline.checks.curated_places import english_places, nationalities
from translate_pipeline.checks.names import NamesCheck


def findings(source: str, translation: str) -> list[Finding]:
    return NamesCheck().findings(Translated(source, translation))


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("Viajó a Suiza.", "She travelled to Switzerland."),
        ("Viajó a EE. UU. ayer.", "She travelled to the United States yesterday."),
        ("El dueño es de EE.UU. y calla.", "The American owner is silent."),
        ("La sede en Abuya está cerrada.", "The Abuja office is closed."),
        ("El vino de Francia es caro.", "French wine is expensive."),
        ("El petróleo de Irán sube.", "Iranian oil is rising."),
        ("Las tropas de Napoleón huyeron.", "The Napoleonic troops fled."),
        ("Nació en Arlington, Virginia, en mayo.", "She was born in Arlington, Va., in May."),
        ("La senadora de Arizona calla.", "The senator (D-Ariz.) is silent."),
        ("El Día de San Fermín.", "Fermin's Day."),
        ("Le gusta la cadena MegaPizza.", "She likes the Mega Pizza chain."),
        ("Lo escribe Orbita.com.", "Orbita.com writes it."),
        ("La fase REM es corta.", "The REMs are short."),
        ("El GP de mayo fue anulado.", "The May Grand Prix was cancelled."),
        ("El BoT subió los tipos.", "The Bank of Tanzania raised rates."),
        ("Vive en Sandhills desde mayo.", "She has lived in Sand Hills since May."),
        ("El gas CO2 sube.", "Carbon dioxide is rising."),
        ("Costó 70 US$ en mayo.", "It cost $70 in May."),
    ],
)
def test_customary_forms_are_no_findings(source: str, translation: str) -> None:
    assert findings(source, translation) == []


@pytest.mark.parametrize(
    ("source", "translation", "missing"),
    [
        ("Viajó a Suiza.", "She travelled to Sweden.", "Suiza"),
        ("El vino de Francia es caro.", "Greek wine is expensive.", "Francia"),
        ("El señor Macron calla.", "Mr. is silent.", "Macron"),
        ("La SCTR multó a la empresa.", "The UEFA fined the company.", "SCTR"),
        ("Nació en Arlington, Virginia, en mayo.", "She was born in Arlington, Ga., in May.", "Virginia"),
        ("Habló Pardal.", "Pardalal spoke.", "Pardal"),
        ("Llamó a Debuchet Yarza.", "She called Debuchetyarz.", "Debuchet Yarza"),
    ],
)
def test_another_place_is_an_error(source: str, translation: str, missing: str) -> None:
    (finding,) = (finding for finding in findings(source, translation) if finding.severity == "error")
    assert finding.message == f"the name {missing} is missing"


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("Estudió en la Universidad Zurbana.", "She studied at Charles University."),
        ("La SCTR multó a la empresa.", "The STRC fined the company."),
        ("Según el USGS, hubo dos réplicas.", "According to the GUSS, there were two aftershocks."),
    ],
)
def test_what_english_may_call_otherwise_is_a_note(source: str, translation: str) -> None:
    (finding,) = findings(source, translation)
    assert finding.severity == "note"
    (finding,) = findings("Estudió en la Universidad Zurbana.", "She studied at the University.")
    assert finding.severity == "error"


def test_an_acronym_of_its_own_is_a_note() -> None:
    (finding,) = findings("Lo pide el INDT.", "The NIDE demands it.")
    assert finding.severity == "note"
    (finding,) = findings("Lo pide el INDT.", "The UEFA demands it.")
    assert finding.severity == "error"


def test_a_translation_that_begins_in_the_middle_has_lost_its_first_name() -> None:
    (finding,) = findings("Vicarella dice que es tarde.", "says that it is late.")
    assert finding.severity == "error"


def test_places_come_from_the_curated_glossaries() -> None:
    assert "Switzerland" in english_places("Suiza")
    assert "French" in nationalities("Francia")
    assert "Austrian" in nationalities("Austria")
    assert "Australian" not in nationalities("Austria")
    assert nationalities("Zapatero") == ()
    assert list(english_places("Zapatero")) == []
