"""The file of the lexicon: a line is a Spanish word and its English words, each with a probability in tenths.

`nariz=nose9` is sure enough to be written into a translation, `según:according7by1` is evidence only. The lines are
in the order of their Spanish words, so that one is found without a table of all of them.
"""

from __future__ import annotations

import functools
import importlib.resources
import lzma
import re
from bisect import bisect_left
from dataclasses import dataclass

SURE, EVIDENCE = "=", ":"
_TRANSLATION = re.compile(r"([^\d]+)(\d)")


@dataclass(frozen=True)
class LexiconEntry:
    """The English words for a Spanish word, the likeliest first, and whether the first is sure enough to be used."""

    probabilities: dict[str, float]
    is_sure: bool

    @property
    def best(self) -> str:
        return next(iter(self.probabilities))


@functools.cache
def _lines() -> list[str]:
    file = importlib.resources.files("translate_pipeline.lexicon") / "es_en.txt.xz"
    return lzma.decompress(file.read_bytes()).decode().split("\n")


@functools.lru_cache(4096)
def find_entry(word: str) -> LexiconEntry | None:
    """The entry of a Spanish word in lower case."""
    lines = _lines()
    # The marks come before every letter, so the line of a word is the first that begins with it.
    index = bisect_left(lines, word)
    if index == len(lines) or lines[index][len(word) : len(word) + 1] not in (SURE, EVIDENCE):
        return None
    if not lines[index].startswith(word):
        return None
    translations = _TRANSLATION.findall(lines[index], len(word) + 1)
    return LexiconEntry(
        {english: int(tenths) / 10 for english, tenths in translations}, lines[index][len(word)] == SURE
    )
