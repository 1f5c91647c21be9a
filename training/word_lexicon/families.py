"""Forms of one Spanish word, by what they share: how they begin, and what they translate as."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from training.word_lexicon.entries import Translation, WordEntry

_LEAST_LINKS = 2
_LEAST_PROBABILITY = 0.1
_LEAST_SHARED = 4
_LEAST_SHARE = 0.6


class WordFamilies:
    """Finds the entries of other forms of a word."""

    def __init__(self, entries: Iterable[WordEntry]) -> None:
        self._by_stem: defaultdict[str, list[tuple[str, Translation]]] = defaultdict(list)
        for entry in entries:
            for translation in entry.translations:
                if translation.links >= _LEAST_LINKS and translation.probability >= _LEAST_PROBABILITY:
                    self._by_stem[translation.stem].append((entry.word, translation))

    def translations(self, word: str, stem: str) -> list[Translation]:
        """The translations of an English stem that other forms of a Spanish word have."""
        return [
            translation
            for other, translation in self._by_stem.get(stem, ())
            if other != word and _begin_alike(other, word)
        ]


def _begin_alike(one: str, other: str) -> bool:
    shared = next((place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    if shared is None:
        shared = min(len(one), len(other))
    return shared >= max(_LEAST_SHARED, _LEAST_SHARE * max(len(one), len(other)))
