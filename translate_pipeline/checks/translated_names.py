"""The words of an English translation as names are looked for in them."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Sequence
from typing import NamedTuple

from translate_pipeline.checks.name_forms import folded, same_name
from translate_pipeline.lexicon import may_translate, translations
from translate_pipeline.names.span import NameKind

_WORD = re.compile(r"[^\W_]+(?:[-–’'&.][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$")
_JOINT = re.compile(r"[-–.]")
_SAINTS = frozenset({"san", "santa", "santo"})
_ENGLISH_SAINTS = ("saint", "st", "santa", "sao", "sainte")
# More words between two of one name tear it apart.
_FURTHEST_APART = 4


class Place(NamedTuple):
    """Where a name stands, in characters, and whether other words have come between its own."""

    start: int
    end: int
    is_torn: bool


class TranslatedNames:
    """The words of a translation, ready to look names up in.

    Args:
        text: the translation.

    Attributes:
        words: its words in order, without possessives.
        folded: the same in lower case without accents.
        known: these, and the parts of those with hyphens.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._found: dict[str, bool] = {}
        matches = list(_WORD.finditer(text))
        self.words = [
            word if word.isalnum() else _POSSESSIVE.sub("", word) for word in (match.group() for match in matches)
        ]
        self._spans = [
            (match.start(), match.start() + len(word)) for match, word in zip(matches, self.words, strict=True)
        ]
        self.folded = list(map(folded, self.words))
        self._parts = [
            folded(part)
            for word in self.words
            if not word.isalnum() and _JOINT.search(word)
            for part in _JOINT.split(word)
        ]
        self.known = dict.fromkeys([*self.folded, *self._parts])

    @functools.cached_property
    def capitalised(self) -> Sequence[str]:
        """Those of the known words that can be names."""
        words = zip(self.folded, self.words, strict=True)
        return [fold for fold, word in words if word[:1].isupper() or "-" in word] + self._parts

    @functools.cached_property
    def _joined(self) -> tuple[str, frozenset[int]]:
        """All words with nothing between them, and where words begin or end in that."""
        return "".join(self.folded), frozenset(itertools.accumulate(map(len, self.folded), initial=0))

    def has_joined(self, name: str) -> bool:
        """Whether words in a row make up a name, spaces, accents and capitals aside: `Sand Hills` is `Sandhills`."""
        wanted, (text, bounds) = folded(name), self._joined
        start = text.find(wanted)
        while start >= 0 and not {start, start + len(wanted)} <= bounds:
            start = text.find(wanted, start + 1)
        return start >= 0 and bool(wanted)

    def has_verbatim(self, word: str) -> bool:
        """Whether a word stands here, its accents and capitals aside."""
        return folded(word) in self.known

    def lost(self, kind: NameKind, words: Sequence[str]) -> list[str]:
        """The words of a name or acronym that do not stand here in any form."""
        looks_for = self._has_acronym if kind == "acronym" else self._looks_for
        lost = []
        for word in words:
            if word not in self._found:
                self._found[word] = looks_for(word)
            if not self._found[word]:
                lost.append(word)
        return lost

    def _looks_for(self, word: str) -> bool:
        """Whether a word of a Spanish name stands here: as it is, romanised in another way, or translated."""
        fold = folded(word)
        if fold in self.known:
            return True
        pieces = [folded(piece) for piece in _JOINT.split(word)] if _JOINT.search(word) else []
        if pieces and all(piece in self.known for piece in pieces):
            return True
        if fold in _SAINTS:
            return any(saint in self.known for saint in _ENGLISH_SAINTS)
        stem = fold.removesuffix("s")
        if any(same_name(fold, other) or same_name(stem, other.removesuffix("s")) for other in self.capitalised):
            return True
        return bool(translations(word)) and any(may_translate(word, other) for other in self.words)

    def _has_acronym(self, acronym: str) -> bool:
        """Whether an acronym stands here, or one that may translate it."""
        return folded(acronym) in self.known or any(
            may_translate(acronym, word) for word in self.words if sum(ch.isupper() or ch.isdigit() for ch in word) >= 2
        )

    def place(self, words: Sequence[str]) -> Place | None:
        """Where a name stands, told by those of its words that stand just once; None if there are none.

        Args:
            words: of the name, as the source or a glossary has them.
        """
        places = []
        for word in words:
            fold = folded(word)
            if fold in self.known and self.folded.count(fold) == 1:
                places.append(self.folded.index(fold))
        if not places:
            return None
        places.sort()
        gaps = [after - before - 1 for before, after in itertools.pairwise(places)]
        return Place(self._spans[places[0]][0], self._spans[places[-1]][1], max(gaps, default=0) > _FURTHEST_APART)
