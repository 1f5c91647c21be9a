"""The words around the names or numbers of a text, and how well those of two texts translate each other."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from translate_pipeline.checks.word_meanings import meanings, stem

_WORD = re.compile(r"[^\W\d_]+|\d[\d.,:]*\d|\d|%|\$|€")
_REACH = 6
# What a neighbour counts that stands on the other side in the translation.
_OTHER_SIDE = 0.5
# Words too common to tell a neighbourhood.
_FUNCTION_WORDS = frozenset(
    "de la el los las y e o u en con por para del al que se su sus lo le les un una unos unas es como a ante desde "
    "entre hasta no más ya fue son han ha era ser esta este estos estas".split()
)


class Neighbour(NamedTuple):
    """A word in lower case and its stem, its distance in words from an item, and the item it is a part of, or -1."""

    word: str
    stem: str
    distance: int
    item: int


def neighbours(text: str, spans: Sequence[tuple[int, int]]) -> list[list[Neighbour]]:
    """The words around each of the items of a text, up to six on each side; Spanish function words are left out.

    Args:
        text: a text.
        spans: where its items stand, in characters.
    """
    matches = list(_WORD.finditer(text))
    words = [match.group().lower() for match in matches]
    starts = [match.start() for match in matches]
    part_of = [-1] * len(words)
    ranges = []
    for item, (start, end) in enumerate(spans):
        first, after = bisect_left(starts, start), bisect_left(starts, end)
        ranges.append((first, after))
        part_of[first:after] = [item] * (after - first)
    found = []
    for first, after in ranges:
        before = [(place, place - first) for place in range(first - 1, max(-1, first - _REACH - 1), -1)]
        behind = [(place, place - after + 1) for place in range(after, min(len(words), after + _REACH))]
        found.append(
            [
                Neighbour(words[place], stem(words[place]), distance, part_of[place])
                for place, distance in before + behind
                if words[place] not in _FUNCTION_WORDS
            ]
        )
    return found


def support(
    source_words: Sequence[Neighbour], target_words: Sequence[Neighbour], without: tuple[int, int] = (-2, -2)
) -> float:
    """How many neighbours in the source have a translation among those in the target; near ones count more.

    Args:
        without: two items whose words do not count.
    """
    total = 0.0
    for word, _, distance, item in source_words:
        if item in without:
            continue
        english, best = meanings(word), 0.0
        for other, other_stem, other_distance, other_item in target_words:
            if other_item in without:
                continue
            if other_stem in english or word == other or item == other_item >= 0:
                side = 1.0 if distance * other_distance > 0 else _OTHER_SIDE
                best = max(best, side * 2 / (abs(distance) + abs(other_distance)))
        total += best
    return total
