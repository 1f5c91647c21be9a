"""Translations that are too short or too long."""

from __future__ import annotations

import re
from random import Random

from benchmarks.planting.base import Planted, planted
from translate_pipeline.checks import Translated

_SENTENCE_END = re.compile(
    r"(?<!\b[^\W\d_])(?<!\bMr)(?<!\bMrs)(?<!\bDr)(?<!\bSr)(?<!\bSra)(?<!\bSt)(?<!\bNo)(?<!\bEE)(?<!\bUU)(?<!\d)"
    r"[.!?][\"”»)]?\s+(?=[\"“«(]?[¿¡A-ZÁÉÍÓÚÑ])"
)
_FEWEST_WORDS = 6
_FEWEST_IN_SENTENCE = 4


def plant_cut(pair: Translated, rng: Random) -> Planted | None:
    """The translation ends after a third of its words."""
    words = pair.translation.split()
    if len(words) < _FEWEST_WORDS:
        return None
    return planted(pair, " ".join(words[: len(words) // 3]))


def plant_duplicate(pair: Translated, rng: Random) -> Planted | None:
    """The translation stands there twice."""
    if len(pair.translation.split()) < _FEWEST_WORDS:
        return None
    return planted(pair, f"{pair.translation} {pair.translation}")


def _sentences(text: str) -> list[str]:
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    return [text[start:end].strip() for start, end in zip([0, *ends], [*ends, len(text)], strict=True)]


def plant_lost_sentence(pair: Translated, rng: Random) -> Planted | None:
    """One of two sentences is lost."""
    sentences = _sentences(pair.translation)
    if len(sentences) != 2 or len(_sentences(pair.source)) != 2:
        return None
    if min(len(sentence.split()) for sentence in [*sentences, *_sentences(pair.source)]) < _FEWEST_IN_SENTENCE:
        return None
    return planted(pair, rng.choice(sentences))
