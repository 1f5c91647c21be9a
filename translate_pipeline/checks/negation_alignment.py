"""Where a negation of one sentence should stand in its translation, told by the words around it."""

from __future__ import annotations

import functools
import re
from bisect import bisect_right
from collections.abc import Sequence

from translate_pipeline.checks.negation_cues import Cue
from translate_pipeline.lexicon import translations
from translate_pipeline.lexicon.english_stem import english_stem

_WORD = re.compile(r"\w+(?:['’](?!t\b)\w+)?")
_STOP = re.compile(r"[.;:?!]")
_REACH = 7
_SCOPE = 3
# Words too common to tell a place.
_FUNCTION_WORDS = (
    frozenset(
        "de la el los las un una unos unas en que se lo le les me te nos su sus al del por para con como es son era fue "
        "ser ha han había haber hay está están más muy ya no ni si este esta estos estas ese esa eso esto aquel mi tu "
        "qué quien cuando donde pero también todo todos toda todas puede pueden sea sean estaba estar sido sería tan "
        "tanto".split()
    ),
    frozenset(
        "the of to in on at by for with as is are was were be been being has have had do does did will would can could "
        "should may might must it he she they we you this that these those there their his her its our your my and or "
        "but if so than then who which what when where how all any some more most very just also only up out not no "
        "ve re ll about from into over after before such us them him me one don didn doesn isn aren wasn weren".split()
    ),
)
# No proof that a word of the other text was translated by a word of its own.
_NEGATIONS = frozenset(map(english_stem, "not no never nothing none nobody nor neither cannot any".split()))
SPANISH, ENGLISH = 0, 1


@functools.lru_cache(maxsize=16384)
def _stem(word: str) -> str:
    return english_stem(word)


@functools.lru_cache(maxsize=16384)
def _stems_of_translations(word: str) -> frozenset[str]:
    """What English words for a Spanish one begin with; a word that the lexicon has not is a name, and stays."""
    return frozenset(map(_stem, translations(word) or (word,))) - _NEGATIONS


class _Text:
    """The words of a text, with the place in the other text of each word that has a translation there."""

    def __init__(self, text: str, language: int) -> None:
        self.text, self.language = text, language
        matches = list(_WORD.finditer(text))
        self.words = [match.group().lower() for match in matches]
        self.starts = [match.start() for match in matches]
        self.counterparts: list[int | None] = [None] * len(matches)

    def index(self, place: int) -> int:
        """The word in which, or behind which, a character stands."""
        return max(0, bisect_right(self.starts, place) - 1)

    def has_content(self, index: int) -> bool:
        word = self.words[index]
        return len(word) > 2 and word not in _FUNCTION_WORDS[self.language]


class NegationAlignment:
    """Two texts, Spanish and English, whose words are aligned as far as the lexicon knows them."""

    def __init__(self, source: str, translation: str) -> None:
        self.texts = spanish, english = _Text(source, SPANISH), _Text(translation, ENGLISH)
        places: dict[str, list[int]] = {}
        for index, word in enumerate(spanish.words):
            for stem in _stems_of_translations(word):
                places.setdefault(stem, []).append(index)
        ratio = len(spanish.words) / max(1, len(english.words))
        for index, word in enumerate(english.words):
            candidates = places.get(_stem(word))
            if not candidates:
                continue
            expected = index * ratio
            nearest = min(candidates, key=lambda candidate: abs(candidate - expected))
            english.counterparts[index] = nearest
            for candidate in candidates:
                rival = spanish.counterparts[candidate]
                if rival is None or abs(candidate - rival * ratio) > abs(candidate - expected):
                    spanish.counterparts[candidate] = index

    def scope(self, language: int, cue: Cue) -> list[int]:
        """The next words of content, at most three, which the negation denies."""
        text = self.texts[language]
        first = bisect_right(text.starts, cue.end - 1)
        last = min(len(text.words), first + _REACH)
        stop = _STOP.search(text.text, cue.end)
        if stop is not None:
            last = min(last, bisect_right(text.starts, stop.start()))
        return [index for index in range(first, last) if text.has_content(index)][:_SCOPE]

    def word_before(self, language: int, cue: Cue) -> int | None:
        """The last word of content before a negation."""
        text = self.texts[language]
        at = text.index(cue.start)
        return next((index for index in range(at - 1, max(-1, at - _REACH), -1) if text.has_content(index)), None)

    def is_translated(self, language: int, index: int) -> bool:
        """Whether a word has a counterpart in the other text."""
        return self.texts[language].counterparts[index] is not None

    def literalness(self, language: int) -> float:
        """The share of a text's words of content that have counterparts; 0.5 of none."""
        text = self.texts[language]
        content = [self.is_translated(language, index) for index in range(len(text.words)) if text.has_content(index)]
        return sum(content) / len(content) if content else 0.5

    def distances(self, language: int, cue: Cue) -> _Distances:
        """How far each word of the other text is from where the counterpart of a negation should stand."""
        text, other = self.texts[language], self.texts[1 - language]
        at = text.index(cue.start)
        anchors: list[tuple[float, float]] = []
        for rank, index in enumerate(self.scope(language, cue)):
            place = text.counterparts[index]
            if place is not None:
                anchors.append((place - 0.7 * (index - at), rank))
        before = self.word_before(language, cue)
        place = None if before is None else text.counterparts[before]
        if before is not None and place is not None:
            anchors.append((place + 0.7 * (at - before), 1.5))
        return _Distances(at * len(other.words) / max(1, len(text.words)), anchors)


class _Distances:
    """Distances in words from the place where something is expected, by its neighbours or else by its share of the text."""

    def __init__(self, proportional: float, anchors: Sequence[tuple[float, float]]) -> None:
        self._proportional, self._anchors = proportional, anchors

    def to(self, index: int) -> float:
        distance = 1 + 0.6 * abs(index - self._proportional)
        for place, doubt in self._anchors:
            distance = min(distance, doubt + abs(index - place))
        return distance
