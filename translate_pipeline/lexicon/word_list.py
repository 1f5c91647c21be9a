"""The file of the lexicon: Spanish words in order, a line each, and after an empty line their English words.

A line of English is `=nose9`, sure enough to be written for `nariz`, or `home5address2`, what `domicilio` may mean:
each translation with its probability in tenths, the likeliest first.
"""

from __future__ import annotations

import functools
import importlib.resources
import lzma
import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

SURE = "="
_TRANSLATION = re.compile(r"([^\d=]+)(\d)")


@dataclass(frozen=True)
class LexiconEntry:
    """The English words for a Spanish word with p(English | Spanish), the likeliest first.

    `is_sure` says that the first can stand for the word without knowing its sentence.
    """

    probabilities: dict[str, float]
    is_sure: bool

    @property
    def best(self) -> str:
        """The likeliest translation."""
        return next(iter(self.probabilities))


@functools.cache
def read_word_list() -> tuple[Sequence[str], Sequence[str]]:
    """The Spanish words, in lower case and in order, and the lines of English words at the same places."""
    file = importlib.resources.files("translate_pipeline.lexicon") / "es_en.txt.xz"
    spanish, _, english = lzma.decompress(file.read_bytes()).decode().partition("\n\n")
    return spanish.split("\n"), english.split("\n")


def find_entry(word: str) -> LexiconEntry | None:
    """The entry of a Spanish word in lower case."""
    spanish, english = read_word_list()
    index = bisect_left(spanish, word)
    if index == len(spanish) or spanish[index] != word:
        return None
    translations = _TRANSLATION.findall(english[index])
    return LexiconEntry({form: int(tenths) / 10 for form, tenths in translations}, english[index].startswith(SURE))
