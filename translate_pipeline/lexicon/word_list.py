"""The files of the lexicon: Spanish words in order, a line each, and after an empty line their English words.

`counted.txt.xz` was counted in parallel text; `curated.txt.xz` has the rare words that the editors wrote.

A line of English is `=nose9`, sure enough to be written for `nariz`, or `home5address2`, what `domicilio` may mean:
each translation with its probability in tenths, the likeliest first.
"""

from __future__ import annotations

import functools
import importlib.resources
import lzma
import re
from collections.abc import Iterator
from dataclasses import dataclass

from translate_pipeline.lexicon.packed_lines import PackedLines

SURE = "="
_CURATED, _COUNTED = "curated.txt.xz", "counted.txt.xz"
# Of each translation that was counted for a word whose translations the editors wrote.
_PROBABILITY_BESIDE_CURATED = 0.1
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


def find_entry(word: str) -> LexiconEntry | None:
    """The entry of a Spanish word in lower case.

    The editors' translations come first; what was only counted may be right in some sentence all the same.
    """
    curated, counted = find_curated(word), find_counted(word)
    if curated is None or counted is None:
        return curated or counted
    others = [form for form in counted.probabilities if form not in curated.probabilities]
    return LexiconEntry(curated.probabilities | dict.fromkeys(others, _PROBABILITY_BESIDE_CURATED), curated.is_sure)


def find_curated(word: str) -> LexiconEntry | None:
    """What the editors wrote for a Spanish word in lower case, or for another form of it."""
    return _find(word, _CURATED)


def find_counted(word: str) -> LexiconEntry | None:
    """What was counted in parallel text for a Spanish word in lower case."""
    return _find(word, _COUNTED)


def all_words() -> Iterator[str]:
    """The Spanish words that have an entry, each once."""
    counted, curated = _read(_COUNTED)[0], _read(_CURATED)[0]
    yield from (line.decode() for line in counted)
    yield from (line.decode() for line in curated if counted.index_of(line) is None)


def _find(word: str, name: str) -> LexiconEntry | None:
    spanish, english = _read(name)
    # UTF-8 is in the order of code points.
    index = spanish.index_of(word.encode(errors="replace"))
    if index is None:
        return None
    line = english[index].decode()
    probabilities = {form: int(tenths) / 10 for form, tenths in _TRANSLATION.findall(line)}
    return LexiconEntry(probabilities, line.startswith(SURE))


@functools.cache
def _read(name: str) -> tuple[PackedLines, PackedLines]:
    """The Spanish words of a file, in lower case and in order, and the lines of English words at the same places."""
    file = importlib.resources.files("translate_pipeline.lexicon") / name
    spanish, _, english = lzma.decompress(file.read_bytes()).partition(b"\n\n")
    return PackedLines(spanish), PackedLines(english)
