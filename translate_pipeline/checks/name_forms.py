"""One name in Spanish and in English: accents, and the ways in which both write foreign sounds."""

from __future__ import annotations

import functools
import re
import unicodedata

# Spellings of one sound in names that Spanish and English romanise, each as one letter.
_SOUNDS = (
    ("tch", "x"), ("tsch", "x"), ("sch", "x"), ("sh", "x"), ("ch", "x"), ("kh", "j"), ("gh", "g"), ("ph", "f"),
    ("th", "t"), ("dh", "d"), ("zh", "j"), ("ck", "k"), ("qu", "k"), ("gu", "g"), ("q", "k"), ("cc", "x"), ("c", "k"),
    ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ey", "i"), ("iy", "i"), ("ii", "i"), ("y", "i"), ("w", "v"), ("b", "v"),
    ("z", "s"), ("h", ""),
)  # fmt: skip
# Letters that stand for one sound or for neighbouring ones.
_ALIKE = tuple(map(frozenset, ("aeiou", "dt", "gjk", "sx", "vf", "mn", "ij", "kx")))
# Letters that one romanisation writes and another leaves out.
_ADDED = "aeiouj"
# Letters as Spanish never writes them: a word with them is foreign, even if Spanish texts often have it.
_FOREIGN = re.compile(r"[kw]|[bcfghjkmpqtv]s?$|[dlnr]s$|oo|ee|th|sh|([bdfgkmpstz])\1|ll$|ph|[^aeou]y$")
_SHORTEST_CLOSE = 6
_TWICE = re.compile(r"(.)\1(?!\1)")
_MOST_REMEMBERED = 8192


@functools.lru_cache(_MOST_REMEMBERED)
def folded(word: str) -> str:
    """A word in lower case without accents and marks."""
    lower = word.casefold()
    if lower.isascii() and lower.isalnum():
        return lower
    return "".join(ch for ch in unicodedata.normalize("NFKD", lower) if ch.isalnum())


@functools.lru_cache(_MOST_REMEMBERED)
def _sound(word: str) -> str:
    for spelling, letter in _SOUNDS:
        word = word.replace(spelling, letter)
    return _TWICE.sub(r"\1", word)


def _is_close(first: str, second: str) -> bool:
    """Whether two words are the same, or apart by a vowel, by a last letter, or by two letters that are much alike."""
    if first == second:
        return True
    if len(first) > len(second):
        first, second = second, first
    if len(second) - len(first) > 1:
        return False
    place = next((i for i, (a, b) in enumerate(zip(first, second, strict=False)) if a != b), len(first))
    if len(first) < len(second):
        # A consonant inside makes another name of it; endings are the languages' own: Australia, Australian.
        return first[place:] == second[place + 1 :] and (place == len(first) or second[place] in _ADDED)
    letters = {first[place], second[place]}
    return first[place + 1 :] == second[place + 1 :] and any(letters <= alike for alike in _ALIKE)


@functools.lru_cache(_MOST_REMEMBERED)
def looks_foreign(word: str) -> bool:
    """Whether a word in lower case has letters as no Spanish word has them: `Schwanzer`, `Lavrov`."""
    return _FOREIGN.search(word) is not None


def same_sound(source_word: str, target_word: str) -> bool:
    """Whether two words differ only in the letters with which Spanish and English write foreign sounds.

    Args:
        source_word, target_word: words in lower case without accents.
    """
    return source_word == target_word or _sound(source_word) == _sound(target_word)


def same_name(source_word: str, target_word: str) -> bool:
    """Whether a word of an English text can be a Spanish text's name: the same, or romanised in another way.

    Args:
        source_word, target_word: words in lower case without accents.
    """
    if source_word == target_word:
        return True
    first, second = _sound(source_word), _sound(target_word)
    if first == second:
        return True
    # Endings differ most: Federico and Frederick, Estrasburgo and Strasbourg are the lexicon's and the glossary's.
    if min(len(first), len(second)) < _SHORTEST_CLOSE or first[0] != second[0]:
        return False
    return _is_close(first, second) or ("h" in target_word and _is_close(first, _sound(target_word.replace("h", ""))))
