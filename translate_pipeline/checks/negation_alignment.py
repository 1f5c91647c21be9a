"""Where a negation of one text should stand in its translation, told by the words around it."""

from __future__ import annotations

import functools
import re
from bisect import bisect_right
from collections.abc import Sequence

from translate_pipeline.checks.negation_cues import Cue
from translate_pipeline.lexicon import translations
from translate_pipeline.lexicon.english_stem import english_stem

SPANISH, ENGLISH = 0, 1
_WORD = re.compile(r"\w+(?:['’](?!t\b)\w+)?")
_STOP = re.compile(r"[.;:?!]")
_REACH = 7
_SCOPE = 3
# How many words a place drifts on from each word between a negation and a neighbour.
_DRIFT = 0.7
# Distances by neighbours are surer than those by shares of the text.
_LEAST_BY_SHARE, _SLOPE_BY_SHARE = 1.0, 0.6
_DOUBT_BEFORE = 1.5
# Words too common to tell a place, and too many to align.
_FUNCTION_WORDS = (
    frozenset(
        "de la el los las un una unos unas en que se lo le les me te nos su sus al del por para con como es son era "
        "fue ser ha han había haber hay está están más muy ya no ni si este esta estos estas ese esa eso esto aquel "
        "mi tu qué quien cuando donde pero también todo todos toda todas puede pueden sea sean estaba estar sido sería "
        "tan tanto nada nadie nunca jamás ningún ninguna ninguno tampoco".split()
    ),
    frozenset(
        "the of to in on at by for with as is are was were be been being has have had do does did will would can could "
        "should may might must it he she they we you this that these those there their his her its our your my and or "
        "but if so than then who which what when where how all any some more most very just also only up out not no "
        "ve re ll about from into over after before such us them him me one don didn doesn isn aren wasn weren".split()
    ),
)
_NEGATIONS = frozenset(map(english_stem, "not no never nothing none nobody nor neither cannot any".split()))


@functools.lru_cache(maxsize=16384)
def _stem(word: str) -> str:
    return english_stem(word)


@functools.lru_cache(maxsize=16384)
def _stems_of_translations(word: str) -> frozenset[str]:
    """The stems of the English words for a Spanish one; a word that the lexicon has not is a name, and stays.

    Negations are left out: they have an alignment of their own.
    """
    phrases = translations(word) or (word,)
    return frozenset(_stem(part) for phrase in phrases for part in re.split("[ -]", phrase)) - _NEGATIONS


class AlignedText:
    """The words of a text in lower case, and for each the index of its counterpart in the other text, if it has one."""

    def __init__(self, text: str, language: int) -> None:
        matches = list(_WORD.finditer(text))
        self.text = text
        self.words = [match.group().lower() for match in matches]
        self.starts = [match.start() for match in matches]
        self.ends = [match.end() for match in matches]
        self.counterparts: list[int | None] = [None] * len(matches)
        self._function_words = _FUNCTION_WORDS[language]

    def index(self, place: int) -> int:
        """The word in which, or behind which, a character stands."""
        return max(0, bisect_right(self.starts, place) - 1)

    def is_content(self, index: int) -> bool:
        """Whether a word is no function word."""
        return len(self.words[index]) > 2 and self.words[index] not in self._function_words

    def is_translated(self, index: int) -> bool:
        """Whether a word has a counterpart in the other text."""
        return self.counterparts[index] is not None

    def scope(self, cue: Cue) -> Sequence[int]:
        """The next words of content in the sentence, at most three: what a negation denies."""
        first = bisect_right(self.starts, cue.end - 1)
        last = min(len(self.words), first + _REACH)
        stop = _STOP.search(self.text, cue.end)
        if stop is not None:
            last = min(last, bisect_right(self.starts, stop.start()))
        return [index for index in range(first, last) if self.is_content(index)][:_SCOPE]

    def before(self, cue: Cue) -> int | None:
        """The last word of content before a negation, if one is near."""
        at = self.index(cue.start)
        return next((index for index in range(at - 1, max(-1, at - _REACH), -1) if self.is_content(index)), None)

    def literalness(self) -> float:
        """The share of the words of content that have counterparts; 0.5 if there are no words of content."""
        content = [self.is_translated(index) for index in range(len(self.words)) if self.is_content(index)]
        return sum(content) / len(content) if content else 0.5


class Distances:
    """How far the words of a text are from where the counterpart of a negation should stand, in words."""

    def __init__(self, by_share: float, by_neighbours: Sequence[tuple[float, float]]) -> None:
        self._by_share, self._by_neighbours = by_share, by_neighbours

    def to(self, index: int) -> float:
        """The distance of a word."""
        distance = _LEAST_BY_SHARE + _SLOPE_BY_SHARE * abs(index - self._by_share)
        for place, doubt in self._by_neighbours:
            distance = min(distance, doubt + abs(index - place))
        return distance


class NegationAlignment:
    """A Spanish and an English text whose words are aligned as far as the lexicon knows them.

    Attributes:
        texts: the Spanish and the English text, at `SPANISH` and `ENGLISH`.
    """

    def __init__(self, source: str, translation: str) -> None:
        self.texts = spanish, english = AlignedText(source, SPANISH), AlignedText(translation, ENGLISH)
        places: dict[str, list[int]] = {}
        for index, word in enumerate(spanish.words):
            if word not in _FUNCTION_WORDS[SPANISH]:
                for stem in _stems_of_translations(word):
                    places.setdefault(stem, []).append(index)
        ratio = len(spanish.words) / max(1, len(english.words))
        for index, word in enumerate(english.words):
            expected = index * ratio
            for place in places.get(_stem(word), ()):
                nearest = english.counterparts[index]
                if nearest is None or abs(place - expected) < abs(nearest - expected):
                    english.counterparts[index] = place
                rival = spanish.counterparts[place]
                if rival is None or abs(place - expected) < abs(place - rival * ratio):
                    spanish.counterparts[place] = index

    def distances(self, language: int, cue: Cue) -> Distances:
        """The distances of the words of the other text from where it should have this negation."""
        text, other = self.texts[language], self.texts[1 - language]
        at, by_neighbours = text.index(cue.start), list[tuple[float, float]]()
        for doubt, index in enumerate(text.scope(cue)):
            place = text.counterparts[index]
            if place is not None:
                by_neighbours.append((place - _DRIFT * (index - at), doubt))
        before = text.before(cue)
        place = None if before is None else text.counterparts[before]
        if before is not None and place is not None:
            by_neighbours.append((place + _DRIFT * (at - before), _DOUBT_BEFORE))
        return Distances(at * len(other.words) / max(1, len(text.words)), by_neighbours)
