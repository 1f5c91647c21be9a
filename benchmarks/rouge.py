"""ROUGE by our own few lines: words in lower case, no stemming, every word counts.

Source of the method: Lin 2004, https://aclanthology.org/W04-1013. Compare its figures with each other only.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Overlap:
    """What a summary shares with its reference: counts of n-grams, or of words in order."""

    shared: int
    summary: int
    reference: int

    @property
    def recall(self) -> float:
        """The share of the reference, from 0 to 1."""
        return self.shared / max(1, self.reference)

    @property
    def f1(self) -> float:
        """The harmonic mean of recall and precision, from 0 to 1."""
        return 2 * self.shared / max(1, self.summary + self.reference)


def rouge_n(summary: str, reference: str, size: int) -> Overlap:
    """ROUGE-N: the n-grams of `size` words that a summary shares with a reference."""
    ours, theirs = (_ngrams(text, size) for text in (summary, reference))
    return Overlap(sum((ours & theirs).values()), sum(ours.values()), sum(theirs.values()))


def rouge_l(summary: str, reference: str) -> Overlap:
    """ROUGE-L of the whole texts: their longest common subsequence of words."""
    ours, theirs = words_of(summary), words_of(reference)
    return Overlap(longest_common_subsequence(ours, theirs), len(ours), len(theirs))


def words_of(text: str) -> list[str]:
    """The words and numbers of a text in lower case, as ROUGE counts them here."""
    return _WORD.findall(text.lower())


def longest_common_subsequence(some: list[str], others: list[str]) -> int:
    """The length in words, by the bits of an integer: Hyyrö 2004, "Bit-parallel LCS-length computation revisited"."""
    places: dict[str, int] = {}
    for place, word in enumerate(some):
        places[word] = places.get(word, 0) | 1 << place
    everywhere = open_places = (1 << len(some)) - 1
    for word in others:
        matched = open_places & places.get(word, 0)
        open_places = ((open_places + matched) | (open_places - matched)) & everywhere
    return len(some) - open_places.bit_count()


def _ngrams(text: str, size: int) -> Counter[tuple[str, ...]]:
    words = words_of(text)
    return Counter(zip(*(words[first:] for first in range(size)), strict=False))
