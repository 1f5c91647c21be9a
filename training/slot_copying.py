"""How often a package copies slots exactly once, and which slots it loses."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from training.evaluation import translate
from training.slotting import SlotCandidate, choose, filled, slot_candidates
from training.test_sets import TestSet
from translate_pipeline.glossary import load_glossary
from translate_pipeline.translation.package import SLOTS

_MOST_SLOTS = 4


@dataclass(frozen=True)
class SlottedSentence:
    """A source sentence with slots, what stood in them, and what a package made of it."""

    source: str
    kinds: tuple[str, ...]
    translation: str

    @property
    def copies(self) -> tuple[int, ...]:
        """How often each of its slots stands in the translation."""
        return tuple(self.translation.count(slot) for slot in SLOTS[: len(self.kinds)])

    @property
    def is_exact(self) -> bool:
        """Whether the translation has each slot once, and no others."""
        return set(self.copies) == {1} and sum(map(self.translation.count, SLOTS)) == len(self.kinds)


def slotted_sentences(
    package: Path, test_sets: Iterable[TestSet], count: int, beam: int | None = None, seed: int = 1
) -> list[SlottedSentence]:
    """Translates up to `count` sentences of the test sets with one to four slots each.

    Slots hold names, glossary terms such as countries, figures and dates that the reference has too; they are
    numbered in the order of the source, as tsum numbers them. Each number of slots gets a quarter of the
    sentences as far as there are enough.
    """
    rng = random.Random(seed)
    glossary = load_glossary([], curated=True, source="es", target="en")
    pairs = [pair for test in test_sets for pair in zip(test.sources, test.references, strict=True)]
    rng.shuffle(pairs)
    slottable = [(s, choose(slot_candidates(s, t, glossary), _MOST_SLOTS, rng)) for s, t in pairs]
    chosen: list[tuple[str, list[SlotCandidate]]] = []
    # Sentences for many slots are scarce: they are taken first, and what is missing is made up by fewer slots.
    for slots in range(_MOST_SLOTS, 0, -1):
        enough = [(source, found) for source, found in slottable if len(found) >= slots]
        slottable = [(source, found) for source, found in slottable if len(found) < slots]
        quota = (count - len(chosen)) // slots
        chosen += [(source, choose(found, slots, rng)) for source, found in enough[:quota]]
        slottable += enough[quota:]
    sources = [filled(text, [c.source for c in found], SLOTS[: len(found)]) for text, found in chosen]
    translations, _ = translate(package, sources, beam)
    return [
        SlottedSentence(source, tuple(c.kind for c in found), translation)
        for source, (_, found), translation in zip(sources, chosen, translations, strict=True)
    ]


def failures_by_kind(sentences: Sequence[SlottedSentence]) -> list[tuple[str, int, int, int]]:
    """For each kind of slot: its name, how many there are, how many are lost, how many come more than once."""
    counts: dict[str, Counter[str]] = {}
    for sentence in sentences:
        for kind, copies in zip(sentence.kinds, sentence.copies, strict=True):
            counts.setdefault(kind, Counter())[("lost", "once")[copies] if copies < 2 else "repeated"] += 1
    return [(kind, found.total(), found["lost"], found["repeated"]) for kind, found in sorted(counts.items())]
