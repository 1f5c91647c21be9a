"""In how many news texts words stand."""

from __future__ import annotations

import functools
import math
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

_FOLDER = Path(__file__).parent / "document_frequencies"
# Words that the table leaves out stand in fewer texts than one of 500; taken for half of that.
_UNLISTED_SHARE = 0.001
# Texts that a small collection is filled up with, so that what its few articles share still counts.
_FILLING = 50


@functools.cache
def _shares(language: str) -> dict[str, float]:
    """For es and en, the share of news texts in which each frequent stem stands; empty for other languages."""
    path = _FOLDER / f"{language[:2]}.tsv"
    if not path.is_file():
        return {}
    number, *rows = path.read_text(encoding="utf-8").splitlines()
    return {stem: int(count) / int(number) for stem, count in (row.split("\t") for row in rows)}


def inverse_document_frequency(texts: Sequence[Sequence[str]], language: str) -> Callable[[str], float]:
    """The weight of a stem by its rarity, half of it in news at large and half in these texts.

    Source of the method: Spärck Jones 1972, doi:10.1108/eb026526.

    Args:
        texts: the stems of each text.
        language: language code; `training/document_frequencies.py` counts news at large for es and en.
    """
    here = Counter(stem for text in texts for stem in set(text))
    at_large = _shares(language)

    def weight(stem: str) -> float:
        share = (at_large.get(stem, _UNLISTED_SHARE) + here[stem] / (len(texts) + _FILLING)) / 2
        return -math.log(share)

    return weight
