from __future__ import annotations

from pathlib import Path

from tests.toy_packages import make_package
from tests.training.toy_corpus import toy_pairs
from training.slot_copying import SlottedSentence, failures_by_kind, slotted_sentences
from training.slot_retries import Retry, retry_failures
from training.test_sets import TestSet

KINDS = ("name", "figure")
EXACT = SlottedSentence("⟦0⟧ tiene ⟦1⟧.", KINDS, "⟦0⟧ has ⟦1⟧.")
LOST = SlottedSentence("⟦0⟧ tiene ⟦1⟧.", KINDS, "It has ⟦1⟧.")
REPEATED = SlottedSentence("⟦0⟧ tiene ⟦1⟧.", KINDS, "⟦0⟧ has ⟦1⟧ ⟦1⟧.")
INVENTED = SlottedSentence("⟦0⟧ tiene ⟦1⟧.", KINDS, "⟦0⟧ has ⟦1⟧ ⟦5⟧.")


def test_only_each_slot_once_and_no_other_is_exact() -> None:
    assert [sentence.is_exact for sentence in (EXACT, LOST, REPEATED, INVENTED)] == [True, False, False, False]


def test_failures_are_counted_by_kind() -> None:
    found = failures_by_kind([EXACT, LOST, REPEATED, INVENTED])
    assert found == [("figure", 4, 0, 1), ("name", 4, 1, 0)]


def test_retries_mend_what_a_hypothesis_copies(tmp_path: Path) -> None:
    echo, loop = make_package(tmp_path / "a", behaviour="echo"), make_package(tmp_path / "b", behaviour="loop")
    retries = [Retry("once more", 1), Retry("other numbers", 2, shift=3)]
    assert [len(left) for _, left in retry_failures(loop, [EXACT, LOST, REPEATED], retries)] == [2, 2]
    assert [len(left) for _, left in retry_failures(echo, [EXACT, LOST, REPEATED], retries)] == [0, 0]


def test_sentences_get_one_to_four_slots_numbered_in_order(toy_package: Path) -> None:
    sources, references = map(list, zip(*toy_pairs(60), strict=True))
    found = slotted_sentences(toy_package, [TestSet("toy", sources, references)], 20)
    assert len(found) == 20
    for sentence in found:
        slots = [f"⟦{number}⟧" for number in range(len(sentence.kinds))]
        assert 1 <= len(slots) <= 4
        assert [sentence.source.count(slot) for slot in slots] == [1] * len(slots)
        assert sorted(slots, key=sentence.source.index) == slots
