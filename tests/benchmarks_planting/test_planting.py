from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from benchmarks.planting import KINDS, Kind
from benchmarks.planting.base import Plant
from benchmarks.planting.faulty_references import FaultyReference, faulty_references
from benchmarks.planting.figures import plant_dropped_zero, plant_swapped_figures, plant_wrong_separator
from benchmarks.planting.magnitudes import plant_wrong_magnitude
from benchmarks.planting.measurement import TEST_SETS, clean_pairs
from benchmarks.planting.names import plant_lost_name, plant_swapped_names
from benchmarks.planting.negation import plant_gained_negation, plant_lost_negation
from benchmarks.planting.number_words import plant_wrong_number_word, plant_wrong_ordinal
from translate_pipeline.checks import CHECK_NAMES, Translated
from translate_pipeline.document import TermMatch
from translate_pipeline.glossary import GlossaryEntry

RICH = Translated(
    "El lunes 4 de mayo a las 9:30 Ana Ruiz (alcaldesa) no aceptó los 10.000 euros que Luis Gómez le ofrecía: «Es el "
    "5 % de 3 millones y el tercer pago de siete», dijo. Después habló con vecinos de Toledo que pedían al menos 80 "
    "viviendas.",
    "On Monday 4 May at 9:30 Ana Ruiz (the mayor) did not accept the 10,000 euros that Luis Gómez was offering her: "
    '"It is 5% of 3 million and the third payment of seven," she said. Then she talked with neighbours from Toledo who '
    "were asking for at least 80 homes.",
    [TermMatch(GlossaryEntry("vecinos", "neighbours"), 179, 186, "vecinos")],
)
# `RICH` has too many numbers for errors that need the only one.
ONLY_NUMBER = replace(RICH, source="Los tres esperan.", translation="The three are waiting.")


def wrong(plant: Plant, source: str, translation: str) -> set[str]:
    found = [plant(Translated(source, translation), Random(seed)) for seed in range(60)]
    return {planted.wrong.translation for planted in found if planted is not None}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.error)
def test_changes_the_translation_alone(kind: Kind) -> None:
    found = [kind.plant(pair, Random(seed)) for pair in (RICH, ONLY_NUMBER) for seed in range(20)]
    planted = [case for case in found if case is not None]
    assert planted
    for case in planted:
        assert case.wrong.translation != case.clean.translation
        assert replace(case.wrong, translation=case.clean.translation) == case.clean


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.check not in ("length", "degeneration")])
def test_plants_nothing_where_there_is_nothing_to_lose(kind: Kind) -> None:
    assert all(kind.plant(Translated("Llueve.", "Rain again."), Random(seed)) is None for seed in range(20))


def test_zero_dropped() -> None:
    assert wrong(plant_dropped_zero, "Son 10.000.", "They are 10,000.") == {"They are 1,000."}


def test_separators_of_the_other_language() -> None:
    assert wrong(plant_wrong_separator, "Son 10.000.", "They are 10,000.") == {
        "They are 10.000.",
        "They are 10,00.",
    }
    assert not wrong(plant_wrong_separator, "A las 11.20.", "At 11.20.")


def test_ranges_are_not_swapped() -> None:
    assert not wrong(plant_swapped_figures, "Entre 3 y 5 millones.", "Between 3 million and 5 million.")
    assert wrong(plant_swapped_figures, "Son 3 de unos 5.", "They are 3 among the five or 5.") == {
        "They are 5 among the five or 3."
    }


def test_lists_of_names_are_not_swapped() -> None:
    assert not wrong(plant_swapped_names, "Fueron Ana y Luis.", "Ana and Luis went.")
    assert wrong(plant_swapped_names, "Ana fue a ver a Luis.", "Ana went to see Luis.") == {"Luis went to see Ana."}


def test_names_are_planted_whole() -> None:
    halves = ("La sede de Orba Trading habló a Luis.", "The office of Orba Trading talked to Luis.")
    assert wrong(plant_swapped_names, *halves) == {"The office of Luis talked to Orba Trading."}
    assert wrong(plant_lost_name, "Vive en St. Louis.", "She lives in St. Louis.") <= {"She lives in."}
    assert not wrong(plant_lost_name, "El Estadio Da Luz cerró.", "The Luz ground closed.")
    assert wrong(plant_lost_name, "Para Berta es tarde.", "It is late for Berta.") == {"It is late for."}
    assert not wrong(plant_lost_name, "Lo cuenta Orba.com hoy.", "Orba.com reports it today.")


def test_a_magnitude_that_mends_the_reference_is_no_error() -> None:
    assert not wrong(plant_wrong_magnitude, "Son 3.000 millones.", "They are 3,000 billion.")
    assert wrong(plant_wrong_magnitude, "Son 3.000 millones.", "They are 3 billion.") == {"They are 3 million."}


@pytest.mark.parametrize(
    ("denied", "affirmed"),
    [
        ("She does not carry it.", "She carries it."),
        ("They don't know.", "They know."),
        ("He didn't go.", "He did go."),
        ("We won't go.", "We will go."),
        ("No one went.", "Someone went."),
        ("It has no roof.", "It has some roof."),
    ],
)
def test_negation_lost_in_plausible_english(denied: str, affirmed: str) -> None:
    assert wrong(plant_lost_negation, "No va.", denied) == {affirmed}


@pytest.mark.parametrize("text", ["It is late, isn't it?", "Not only Ana went.", "There is no doubt.", "Go or not."])
def test_words_that_deny_nothing_stay(text: str) -> None:
    assert not wrong(plant_lost_negation, "No va.", text)


def test_negation_gained() -> None:
    assert wrong(plant_gained_negation, "Puede ir.", "She can go there.") == {"She cannot go there."}
    assert not wrong(plant_gained_negation, "Ya no puede.", "She can no longer go.")


def test_number_word_in_digits() -> None:
    found = wrong(plant_wrong_number_word, "Son tres.", "They are 3.")
    assert found == {f"They are {other}." for other in (2, 4, 5, 6)}


def test_seconds_are_no_ordinal() -> None:
    assert not wrong(plant_wrong_ordinal, "Cinco por segundo.", "Five per second.")
    assert "In the 18th century." in wrong(plant_wrong_ordinal, "En el siglo XIX.", "In the 19th century.")


def test_faulty_references_are_no_clean_pairs(tmp_path: Path) -> None:
    for name in TEST_SETS:
        for code in ("es", "en"):
            (tmp_path / f"{name}.{code}").write_text(f"{name} 1\n{name} 2\n{name} 3\n", encoding="utf-8")
    faults = [
        FaultyReference("newstest2012", 2, "names", "a name is lost"),
        FaultyReference("newstest2012", 2, "numbers", "source says 40, target 14"),
        FaultyReference("flores-dev", 1, "dates", "the weekday is lost"),
    ]
    assert [pair.source for pair in clean_pairs(tmp_path, faults)] == [
        "newstest2012 1",
        "newstest2012 3",
        "flores-dev 2",
        "flores-dev 3",
    ]
    assert len(clean_pairs(tmp_path, [])) == 6


def test_list_of_faulty_references() -> None:
    faults = faulty_references()
    places = [(fault.test_set, fault.line, fault.check) for fault in faults]
    assert len(set(places)) == len(places)
    assert {fault.check for fault in faults} <= set(CHECK_NAMES)
    assert all(
        fault.reason and fault.line <= {"newstest2012": 3003, "flores-dev": 997}[fault.test_set] for fault in faults
    )
    assert ("newstest2012", 718, "numbers") in places
