"""Puts slots ⟦0⟧ … ⟦9⟧ for what a sentence pair has on both sides, so that a model learns to copy them."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from training.dates import dates
from translate_pipeline.checks.figures import english_form, figures
from translate_pipeline.glossary import Glossary
from translate_pipeline.translation.package import SLOTS

# Few slots are common where tsum is used, many are rare: six is the most it asks for.
_SLOTS_IN_A_SENTENCE = (1, 1, 2, 2, 3, 4, 6)
_WORD = r"[A-ZÁÉÍÓÚÑÜÄÖØÅÇ][\w'’.-]*\w"
_NAME = re.compile(rf"{_WORD}(?: (?:(?:de|del|la|von|van|bin|al|el) )?{_WORD}){{0,3}}")
_SHORTEST_NAME, _SHORTEST_FIGURE = 4, 2

Span = tuple[int, int]


@dataclass(frozen=True)
class SlotCandidate:
    """A span of the source, and the span of the target that says the same; in characters."""

    kind: Literal["name", "term", "figure", "date"]
    source: Span
    target: Span

    def overlaps(self, other: SlotCandidate) -> bool:
        """Whether they share a character on either side."""
        return any(a[0] < b[1] and b[0] < a[1] for a, b in ((self.source, other.source), (self.target, other.target)))


def _only_place(text: str, form: str) -> Span | None:
    """Where a form stands as whole words, if it stands there once."""
    found = list(re.finditer(rf"(?<![\w.,]){re.escape(form)}(?!\w)(?![.,]\d)", text)) if form in text else []
    return found[0].span() if len(found) == 1 else None


def _names(source: str, target: str) -> Iterator[SlotCandidate]:
    for match in _NAME.finditer(target):
        name = match.group()
        place = _only_place(source, name)
        if len(name) >= _SHORTEST_NAME and place and _only_place(target, name):
            yield SlotCandidate("name", place, match.span())


def _terms(source: str, target: str, glossary: Glossary) -> Iterator[SlotCandidate]:
    for term in glossary.find(source):
        place = _only_place(target, term.entry.target)
        if place and _only_place(source, term.text):
            yield SlotCandidate("term", (term.start, term.end), place)


def _figures(source: str, target: str) -> Iterator[SlotCandidate]:
    for figure in figures(source, "es"):
        if len(figure.text) < _SHORTEST_FIGURE or not _only_place(source, figure.text):
            continue
        places = (_only_place(target, form) for form in (english_form(figure), figure.text))
        place = next((place for place in places if place), None)
        if place:
            yield SlotCandidate("figure", (figure.start, figure.end), place)


def slot_candidates(source: str, target: str, glossary: Glossary) -> list[SlotCandidate]:
    """Names, glossary terms, figures and dates that stand once on each side; they may overlap."""
    return [
        *_names(source, target),
        *_terms(source, target, glossary),
        *_figures(source, target),
        *(SlotCandidate("date", *spans) for spans in dates(source, target)),
    ]


def choose(candidates: Sequence[SlotCandidate], most: int, rng: random.Random) -> list[SlotCandidate]:
    """At most so many of the candidates, none of which overlap, in the order of the source."""
    chosen: list[SlotCandidate] = []
    for candidate in rng.sample(candidates, len(candidates)):
        if len(chosen) < most and not any(candidate.overlaps(other) for other in chosen):
            chosen.append(candidate)
    return sorted(chosen, key=lambda candidate: candidate.source)


def filled(text: str, spans: Sequence[Span], slots: Sequence[str]) -> str:
    """The text with each span replaced by its slot."""
    for (start, end), slot in sorted(zip(spans, slots, strict=True), reverse=True):
        text = text[:start] + slot + text[end:]
    return text


def with_slots(source: str, target: str, glossary: Glossary, rng: random.Random) -> tuple[str, str] | None:
    """The pair with one to six slots, numbered at random; None if it has nothing to put into them."""
    chosen = choose(slot_candidates(source, target, glossary), rng.choice(_SLOTS_IN_A_SENTENCE), rng)
    if not chosen:
        return None
    slots = rng.sample(SLOTS, len(chosen))
    return (
        filled(source, [candidate.source for candidate in chosen], slots),
        filled(target, [candidate.target for candidate in chosen], slots),
    )
