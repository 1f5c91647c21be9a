"""Near-duplicates: articles that say nearly word for word what another one says."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

_WORD = re.compile(r"[^\W_]+")
_SHINGLE_WORDS = 5
# The share of the shorter text's shingles that the longer one has too.
_CONTAINMENT = 0.6
_FEWEST_SHINGLES = 8


def shingles(text: str) -> frozenset[tuple[str, ...]]:
    """All runs of five words (Broder 1997, doi:10.1109/SEQUEN.1997.666900)."""
    words = _WORD.findall(text.lower())
    return frozenset(zip(*(words[start:] for start in range(_SHINGLE_WORDS)), strict=False))


def originals(texts: Sequence[str]) -> list[int]:
    """For each text the place of the one into which it folds: its own, or that of a longer near-duplicate.

    Of equally long texts the first stays.
    """
    of_each = [shingles(text) for text in texts]
    kept_with: dict[tuple[str, ...], list[int]] = defaultdict(list)
    folded = list(range(len(texts)))
    for place in sorted(folded, key=lambda place: (-len(of_each[place]), place)):
        own = of_each[place]
        shared = Counter(other for shingle in own for other in kept_with[shingle])
        into = [other for other, count in shared.items() if count >= _CONTAINMENT * len(own)]
        if into and len(own) >= _FEWEST_SHINGLES:
            folded[place] = max(into, key=lambda other: (shared[other], -other))
        else:
            for shingle in own:
                kept_with[shingle].append(place)
    return folded
