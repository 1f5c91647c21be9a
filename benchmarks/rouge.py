"""ROUGE by our own ten lines: words in lower case, no stemming, every word counts.

Source of the method: Lin 2004, https://aclanthology.org/W04-1013. Compare its figures with each other only.
"""

from __future__ import annotations

import re
from collections import Counter

_WORD = re.compile(r"\w+")


def rouge_f1(summary: str, reference: str, size: int) -> float:
    """F1 of the n-grams of `size` words that a summary shares with a reference."""
    ours, theirs = (_ngrams(text, size) for text in (summary, reference))
    shared = sum((ours & theirs).values())
    return 2 * shared / max(1, sum(ours.values()) + sum(theirs.values()))


def _ngrams(text: str, size: int) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text.lower())
    return Counter(zip(*(words[first:] for first in range(size)), strict=False))
