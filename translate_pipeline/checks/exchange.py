"""Two names or numbers that have changed places: their neighbours in the translation are each other's."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Sequence, Set
from typing import NamedTuple

from translate_pipeline.lexicon import may_translate

_WORD = re.compile(r"[^\W\d_]+|\d[\d.,:]*\d|\d|%|\$|€")
_NEIGHBOURS = 6
# A sentence with more is a list, whose order tells nothing.
_MOST_ITEMS = 50
# Equal sums of floats may differ by this.
_TOLERANCE = 1e-9
# What a neighbour counts that stands on the other side in the translation.
_OTHER_SIDE = 0.5
# Words too common to tell a neighbourhood.
_FUNCTION_WORDS = frozenset(
    "de la el los las y e o u en con por para del al que se su sus lo le les un una unos unas es como a ante desde "
    "entre hasta no más ya fue son han ha era ser esta este estos estas".split()
)


class Aligned(NamedTuple):
    """A name or number with its places in source and translation, in characters."""

    source: tuple[int, int]
    target: tuple[int, int]
    text: str


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


def _around(text: str, start: int, end: int, without: Set[str]) -> list[tuple[str, int]]:
    """The words around a span in lower case, each with its distance in words: -1 just before, 1 just after."""
    before = _words(text[max(0, start - 80) : start])[: -_NEIGHBOURS - 1 : -1]
    after = _words(text[end : end + 80])[:_NEIGHBOURS]
    placed = [(word, -place) for place, word in enumerate(before, 1)] + [*zip(after, range(1, 99), strict=False)]
    return [(word, place) for word, place in placed if word not in without]


@functools.lru_cache(maxsize=65536)
def _translates(spanish: str, english: str) -> bool:
    return spanish == english or may_translate(spanish, english)


def _support(source_words: Sequence[tuple[str, int]], target_words: Sequence[tuple[str, int]]) -> float:
    """How many neighbours in the source have a translation among those in the target; near ones count more."""
    total = 0.0
    for word, place in source_words:
        total += max(
            (
                (1.0 if place * other_place > 0 else _OTHER_SIDE) * 2 / (abs(place) + abs(other_place))
                for other, other_place in target_words
                if _translates(word, other)
            ),
            default=0.0,
        )
    return total


def exchanged(
    source: str, translation: str, items: Sequence[Aligned], slack: float = 0.0
) -> tuple[Aligned, Aligned] | None:
    """Two items that stand in each other's places, if there are two.

    Args:
        source: a Spanish sentence.
        translation: its English translation.
        items: names, or numbers, that stand once in each.
        slack: how many near neighbours more may speak for the places as they are.
    """
    items = items[:_MOST_ITEMS]
    places = range(len(items))
    pairs = [
        (first, second)
        for first, second in itertools.combinations(places, 2)
        if (items[first].source < items[second].source) != (items[first].target < items[second].target)
    ]
    if not pairs:
        return None
    # The items themselves tell nothing about their places.
    own = {word for item in items for word in _words(source[slice(*item.source)])}
    own |= {word for item in items for word in _words(translation[slice(*item.target)])}
    around_source = [_around(source, *item.source, own | _FUNCTION_WORDS) for item in items]
    around_target = [_around(translation, *item.target, own) for item in items]
    support = functools.cache(lambda here, there: _support(around_source[here], around_target[there]))
    for first, second in pairs:
        straight = support(first, first) + support(second, second)
        crossed = support(first, second) + support(second, first)
        if crossed >= straight - slack - _TOLERANCE:
            return items[first], items[second]
    return None
