"""Wrong names: capitalised words that stand alike in both sentences."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations
from random import Random

from benchmarks.planting.base import Planted, planted, spliced
from translate_pipeline.checks import Translated

_WORD = re.compile(r"(?<![\w'’.@#/-])[^\W\d_][\w'’-]*(?<!['’])(?<!['’]s)(?![\w@/-]|\.\w)")
# Spanish and English words that are written alike and are no names.
_COMMON = frozenset([
    "once", "has", "son", "sin", "con", "general", "real", "central", "federal", "social", "nacional", "capital",
    "director", "hospital", "tribunal", "final", "total", "legal", "local", "natural", "internet", "web", "principal",
    "industrial", "rural", "regional", "ideal", "global", "digital", "terminal", "miss", "civil",
])  # fmt: skip
_COORDINATION = re.compile(r"(?:[\s,;/()&–-]|\band\b|\bor\b|\bwith\b|\bthe\b|\bas well as\b)*")
_GOES_ON = re.compile(r"(?:(?<=\b[A-Z])\.)? (?:d[ae]l? |van |von |y )?[^\W\d_a-záéíóúñ]\w")
_CAME_BEFORE = re.compile(
    r"[^\W\d_a-záéíóúñ][\w’'-]*\.? (?:d[aeio]s? |del |de l[ao]s? |of |of the |van |von )?[\"“«]?$"
)
_PARTICLES = frozenset(["de", "del", "la", "las", "los", "el", "y", "van", "von", "der", "bin", "al", "of", "the"])
_SHORTEST = 3
_SHORTEST_TO_GARBLE = 5
_MOST_ALIKE = 0.85


@dataclass(frozen=True)
class Name:
    """A name in the translation and where it stands."""

    text: str
    start: int
    end: int


def shared_names(pair: Translated) -> list[Name]:
    """The names of the translation that stand once in each sentence, and no word of theirs a second time.

    Names that are glossary terms are left to the check of terms.
    """
    terms = " ".join(term.entry.target for term in pair.terms)
    in_source = [match.group() for match in _WORD.finditer(pair.source)]
    runs: list[list[re.Match[str]]] = []
    for match in _WORD.finditer(pair.translation):
        word = match.group()
        if not word[0].isupper() or word not in in_source or word in terms:
            continue
        last = runs[-1] if runs else []
        if last and pair.translation[last[-1].end() : match.start()] == " " and _stands_in(pair.source, [*last, match]):
            last.append(match)
        else:
            runs.append([match])
    found = []
    for run in runs:
        words = [match.group() for match in run]
        if len(run) == 1 and (len(words[0]) < _SHORTEST or words[0].casefold() in _COMMON):
            continue
        if any(pair.translation.count(word) != 1 or pair.source.count(word) != 1 for word in words):
            continue
        found.append(Name(" ".join(words), run[0].start(), run[-1].end()))
    return found


def _stands_in(source: str, run: list[re.Match[str]]) -> bool:
    return " ".join(match.group() for match in run) in source


def _is_whole(source: str, name: str) -> bool:
    """Whether a name is no part of a longer one in the source, as `Louis` is of `St. Louis`.

    A word that opens a sentence in front of it is none of the name's.
    """
    start = source.index(name)
    before = _CAME_BEFORE.search(source, 0, start)
    opens = before is None or re.search(r"(?:^|[.?!:…]\s+)[\"“«¿¡(—-]*$", source[: before.start()]) is not None
    return opens and not _GOES_ON.match(source, start + len(name))


def _whole_names(pair: Translated) -> list[Name]:
    """Shared names that are no parts of longer ones: half a name lost is a name garbled.

    `Dow Jones` in `Dow Jones Industrial Average` is none, nor `Louis` in `St. Louis` or `Aktuálně` in `Aktuálně.cz`.
    """
    return [
        name
        for name in shared_names(pair)
        if not _GOES_ON.match(pair.translation, name.end) and _is_whole(pair.source, name.text)
    ]


def plant_lost_name(pair: Translated, rng: Random) -> Planted | None:
    """A name is left out."""
    names = _whole_names(pair)
    if not names:
        return None
    name = rng.choice(names)
    possessive = re.compile(r"['’]s?").match(pair.translation, name.end)
    return planted(pair, spliced(pair.translation, name.start, possessive.end() if possessive else name.end, ""))


def plant_garbled_name(pair: Translated, rng: Random) -> Planted | None:
    """Begoña Gómez as Begomez, Zapatero as Zatero or Zapapatero."""
    names = [name for name in shared_names(pair) if len(name.text) >= _SHORTEST_TO_GARBLE and not name.text.isupper()]
    for name in rng.sample(names, len(names)):
        garbled = _garbled(name.text, rng)
        alike = SequenceMatcher(None, garbled.casefold(), name.text.casefold()).ratio()
        if alike < _MOST_ALIKE and garbled not in pair.source:
            return planted(pair, spliced(pair.translation, name.start, name.end, garbled))
    return None


def _garbled(name: str, rng: Random) -> str:
    words = name.split()
    if len(words) > 1 and rng.random() < 0.5:
        start, end = words[0][: rng.randint(2, 3)], words[-1].lower()
        return start + end[rng.randrange(2) :]
    place = rng.randrange(len(words))
    word = words[place]
    size = 2 if len(word) < 7 else 3
    at = rng.randrange(1, max(2, len(word) - size))
    piece = word[at : at + size]
    syllable = rng.choice(["ma", "ter", "lo", "ni", "que", "res"])
    words[place] = word[:at] + rng.choice(["", piece + piece, syllable]) + word[at + size :]
    return " ".join(words)


def plant_swapped_names(pair: Translated, rng: Random) -> Planted | None:
    """Two names stand in each other's place; not in a list, where that means the same."""
    text = pair.translation
    apart = [
        (first, second)
        for first, second in combinations(_whole_names(pair), 2)
        if not _COORDINATION.fullmatch(text[first.end : second.start])
        and sum(word.islower() and word not in _PARTICLES for word in text[first.end : second.start].split()) >= 2
    ]
    if not apart:
        return None
    first, second = rng.choice(apart)
    swapped = spliced(text, second.start, second.end, first.text)
    return planted(pair, spliced(swapped, first.start, first.end, second.text))
