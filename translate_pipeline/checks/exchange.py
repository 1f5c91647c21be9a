"""Two names or numbers that have changed places: their neighbours in the translation are each other's."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Sequence
from typing import NamedTuple

from translate_pipeline.lexicon import may_translate

_WORD = re.compile(r"[^\W\d_]+|\d[\d.,:]*\d|\d|%|\$|€")
_NEIGHBOURS = 4
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


def _around(text: str, start: int, end: int) -> list[str]:
    """The words just before and after a span, in lower case, the nearest first."""
    before = _WORD.findall(text[max(0, start - 80) : start])[-_NEIGHBOURS:][::-1]
    after = _WORD.findall(text[end : end + 80])[:_NEIGHBOURS]
    mixed = itertools.chain.from_iterable(itertools.zip_longest(before, after, fillvalue=""))
    return [word.lower() for word in mixed if word]


@functools.lru_cache(maxsize=65536)
def _translates(spanish: str, english: str) -> bool:
    return spanish == english or may_translate(spanish, english)


def _support(source_words: Sequence[str], target_words: Sequence[str]) -> float:
    """How many neighbours in the source have a translation among the neighbours in the target; near ones count more."""
    total = 0.0
    for place, word in enumerate(source_words):
        if word not in _FUNCTION_WORDS and any(_translates(word, other) for other in target_words):
            total += 1 / (1 + place // 2)
    return total


def exchanged(
    source: str, translation: str, items: Sequence[Aligned], slack: float = 0.0
) -> tuple[Aligned, Aligned] | None:
    """Two items that stand in each other's places, if there are two.

    Args:
        source: a Spanish sentence.
        translation: its English translation.
        items: names, or numbers, that stand once in each.
        slack: how many neighbours more may speak for the places as they are.
    """
    around_source = functools.cache(lambda index: _around(source, *items[index].source))
    around_target = functools.cache(lambda index: _around(translation, *items[index].target))
    for first, second in itertools.combinations(range(len(items)), 2):
        if (items[first].source < items[second].source) == (items[first].target < items[second].target):
            continue
        straight = _support(around_source(first), around_target(first))
        straight += _support(around_source(second), around_target(second))
        crossed = _support(around_source(first), around_target(second))
        crossed += _support(around_source(second), around_target(first))
        if crossed >= straight - slack:
            return items[first], items[second]
    return None
