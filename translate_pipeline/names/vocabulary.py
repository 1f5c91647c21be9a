"""What a recogniser of names knows of Spanish words; the lists are in `word_lists`."""

from __future__ import annotations

import functools
import importlib.resources
import unicodedata
from collections.abc import Sequence

from translate_pipeline.names.sorted_words import SortedWords

# What companies have behind their names; with or without the stops.
LEGAL_FORMS = frozenset(
    "S.A. S.L. S.A.U. S.L.U. S.A.S. S.R.L. S.C. S.A.B. S.A.A. S.A.C. S.C.A. C.A. "
    "SA SL SAU SLU SAS SRL SAB SAA SAC".split()
)
SAINTS = frozenset({"san", "santa", "santo"})
_LONGEST_PLACE = 3
_MOST_REMEMBERED = 1 << 14


def _read(name: str) -> bytes:
    file = importlib.resources.files("translate_pipeline.names") / "word_lists" / "es" / f"{name}.txt"
    return file.read_bytes()


@functools.cache
def _common_words() -> SortedWords:
    return SortedWords(_read("common"))


@functools.cache
def _lines(name: str) -> frozenset[str]:
    return frozenset(_read(name).decode("utf-8").splitlines())


@functools.cache
def _places() -> frozenset[str]:
    return frozenset(line.lower() for line in _lines("places"))


@functools.lru_cache(_MOST_REMEMBERED)
def is_common_word(word: str) -> bool:
    """Whether Spanish text has a word in lower case far more often than as a name of its own.

    Capitals do not matter: `Defensa` is a common word, `Gómez` is none.
    """
    return unicodedata.normalize("NFC", word).lower() in _common_words()


def builds_names(word: str) -> bool:
    """Whether a common word is often capitalised as a part of names: `Banco`, `Tribunal`, `Unidas`."""
    return word.lower() in _lines("common_in_names")


def is_given_name(word: str) -> bool:
    """Whether a word is a frequent given name."""
    return word.lower() in _lines("given_names")


def begins_place(words: Sequence[str]) -> bool:
    """Whether words begin with a country or another place that bodies everywhere are named after."""
    return any(" ".join(words[:length]).lower() in _places() for length in range(1, _LONGEST_PLACE + 1))


@functools.cache
def function_words() -> frozenset[str]:
    """Articles, prepositions, conjunctions, pronouns and the like."""
    file = importlib.resources.files("translate_pipeline") / "function_words" / "es.txt"
    return frozenset([*file.read_text(encoding="utf-8").split(), *_MORE_FUNCTION_WORDS])


_MORE_FUNCTION_WORDS = (
    "el la los las un una unos unas lo en con a al del por e u nos ellos ellas usted ustedes él yo tú su sus este esta "
    "aquel aquella aquellos aquellas ese esa desde hasta mediante excepto salvo no sí ya hoy ayer mañana aquí allí ahí "
    "es son fue era eran está están hay ha han he".split()
)
