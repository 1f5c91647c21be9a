from __future__ import annotations

import random
import re

import pytest

from tests.training.toy_corpus import toy_pairs
from training.slotting import choose, filled, slot_candidates, with_slots
from translate_pipeline.glossary import Glossary, GlossaryEntry
from translate_pipeline.translation.package import SLOTS

GLOSSARY = Glossary([GlossaryEntry("Corea del Norte", "North Korea"), GlossaryEntry("OTAN", "NATO")])
SOURCE = "Angela Merkel viajó a Corea del Norte el 3 de mayo de 2015 con 1.200 soldados de la OTAN."
TARGET = "On May 3, 2015 Angela Merkel went to North Korea with 1,200 NATO soldiers."


def found(source: str, target: str) -> list[tuple[str, str, str]]:
    return [
        (c.kind, source[slice(*c.source)], target[slice(*c.target)]) for c in slot_candidates(source, target, GLOSSARY)
    ]


def test_names_terms_figures_and_dates_are_found() -> None:
    assert {
        ("name", "Angela Merkel", "Angela Merkel"),
        ("term", "Corea del Norte", "North Korea"),
        ("term", "OTAN", "NATO"),
        ("figure", "1.200", "1,200"),
        ("date", "3 de mayo de 2015", "May 3, 2015"),
    } <= set(found(SOURCE, TARGET))


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Bush habló con Bush.", "Bush spoke with Bush."),  # twice
        ("los londinenses", "the Londinenses"),
        ("la OTAN y la OTAN", "NATO"),
        ("unos 15 y 150 euros", "some 150 and 1500 euros"),  # inside other numbers
        ("5 casas", "5 houses"),  # a single digit is a piece of its own anyway
        ("Corea del Norte", "the two Koreas"),
    ],
)
def test_what_does_not_correspond_one_to_one_is_left(source: str, target: str) -> None:
    assert [kind for kind, own, _ in found(source, target) if own not in ("150",)] == []


def test_chosen_spans_do_not_overlap_and_are_in_order() -> None:
    candidates = slot_candidates(SOURCE, TARGET, GLOSSARY)
    for seed in range(50):
        chosen = choose(candidates, 4, random.Random(seed))
        assert 1 <= len(chosen) <= 4
        ends = [0, *(c.source[1] for c in chosen)]
        assert all(end <= c.source[0] for end, c in zip(ends, chosen, strict=False))
        assert not any(a is not b and a.overlaps(b) for a in chosen for b in chosen)


def test_filling_puts_each_slot_in_its_place() -> None:
    assert filled("a bb c dd", [(7, 9), (2, 4)], ["⟦0⟧", "⟦1⟧"]) == "a ⟦1⟧ c ⟦0⟧"


def test_both_sides_have_the_same_slots_once() -> None:
    rng = random.Random(1)
    slotted = [with_slots(source, target, GLOSSARY, rng) for source, target in [*toy_pairs(200), (SOURCE, TARGET)]]
    pairs = [pair for pair in slotted if pair]
    assert len(pairs) > 150
    for source, target in pairs:
        slots = re.findall("⟦.⟧", source)
        assert 1 <= len(slots) <= 6
        assert sorted(slots) == sorted(re.findall("⟦.⟧", target))
        assert len(set(slots)) == len(slots)
        assert set(slots) <= set(SLOTS)


def test_a_pair_without_anything_to_hold_gives_none() -> None:
    assert with_slots("la casa blanca", "the white house", GLOSSARY, random.Random(1)) is None
