"""Two names or numbers that have changed places: their neighbours in the translation are each other's."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import NamedTuple

from translate_pipeline.checks.neighbours import neighbours, support
from translate_pipeline.checks.particles import agreement, english_particle, spanish_particle

# A sentence with more is a list, whose order tells nothing.
_MOST_ITEMS = 50
# Equal sums of floats may differ by this.
_TOLERANCE = 1e-9
# Members of a list may stand in any order.
_COORDINATION = re.compile(
    r"(?=.*\b[yeou]\b)(?:\W|\b(?:[yeou]|el|la|los|las|a|al|de|del|en|por|con|para)\b)*", re.DOTALL
)
# English turns these round: `Club de Pilsen` is `Pilsen club`, and `Ward, directora de la OMS` `WHO director Ward`.
_ONLY_OF = re.compile(r"[\"”»]? (?:de|en)(?:l| la| los| las)? [\"“«]?")
_PREMODIFIER = re.compile(r"(?:['’]s?)?[\"”»]?(?: [\w-]+){0,2}[\"”»]?,? ?[\"“«]?")
_ENGLISH_OF = re.compile(r"\b(?:of|in|from|by)\b")
_APPOSITION = re.compile(r"\s*,.*\w", re.DOTALL)
_MOST_PREMODIFIERS = 4
_JOINS = re.compile(r"['’]s\b|\b(?:of|in|from|by|for|to|with|and|or|\w+ed)\b")


class Aligned(NamedTuple):
    """A name or number with its places in source and translation, in characters."""

    source: tuple[int, int]
    target: tuple[int, int]
    text: str


class _Particles(NamedTuple):
    """The particles of an item in source and translation."""

    spanish: str
    english: str


def _is_turned_by_grammar(
    source: str, translation: str, one: tuple[Aligned, _Particles], other: tuple[Aligned, _Particles]
) -> bool:
    """Whether two items may stand the other way round in English: in a list, or because one says what the other is of.

    Args:
        one, other: the items in the order of the source, each with its particles.
    """
    (first, of_first), (second, of_second) = one, other
    between = source[first.source[1] : second.source[0]]
    turned = translation[second.target[1] : first.target[0]]
    if _COORDINATION.fullmatch(between):
        return True
    if _ONLY_OF.fullmatch(between) and _PREMODIFIER.fullmatch(turned) and not _ENGLISH_OF.search(turned):
        return True
    if of_second.spanish != "de" or of_first.spanish == "de":
        return False
    if _APPOSITION.match(between) and 0 < len(turned.split()) <= _MOST_PREMODIFIERS and not _JOINS.search(turned):
        return True
    return of_second.english == "'s" != of_first.english


def exchanged(
    source: str, translation: str, items: Sequence[Aligned], slack: float = 0.0
) -> tuple[Aligned, Aligned] | None:
    """Two items that stand in each other's places, if there are two.

    Args:
        source: a Spanish sentence.
        translation: its English translation.
        items: names, or numbers, that stand once in each, in the order of the source.
        slack: how many near neighbours more may speak for the places as they are.
    """
    items = items[:_MOST_ITEMS]
    turned = [
        (first, second)
        for first, second in itertools.combinations(range(len(items)), 2)
        if items[first].target > items[second].target
    ]
    if not turned:
        return None
    here = neighbours(source, [item.source for item in items])
    there = neighbours(translation, [item.target for item in items])
    particles = [
        _Particles(spanish_particle(source, item.source[0]), english_particle(translation, *item.target))
        for item in items
    ]
    for first, second in turned:
        if _is_turned_by_grammar(source, translation, *((items[one], particles[one]) for one in (first, second))):
            continue

        def evidence(place: int, other: int, both: tuple[int, int] = (first, second)) -> float:
            # The two tell nothing about each other's places.
            return support(here[place], there[other], both) + agreement(
                particles[place].spanish, particles[other].english
            )

        straight = evidence(first, first) + evidence(second, second)
        crossed = evidence(first, second) + evidence(second, first)
        if crossed >= straight - slack - _TOLERANCE:
            return items[first], items[second]
    return None
