"""Near-duplicates: articles that say nearly word for word what another one says."""

from __future__ import annotations

import re
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
    order = sorted(range(len(texts)), key=lambda place: (-len(of_each[place]), place))
    kept: list[int] = []
    folded = list(range(len(texts)))
    for place in order:
        own = of_each[place]
        least = _CONTAINMENT * len(own)
        into = [other for other in kept if len(own & of_each[other]) >= least and len(own) >= _FEWEST_SHINGLES]
        if into:
            folded[place] = into[0]
        else:
            kept.append(place)
    return folded
