"""BLEU and chrF by sacreBLEU."""

from __future__ import annotations

import functools
import importlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.evaluation import stop


@dataclass(frozen=True)
class Scores:
    """Corpus scores of a translation against one reference, with sacreBLEU's signatures."""

    bleu: float
    chrf: float
    signatures: tuple[str, str]


def score(translations: Sequence[str], references: Sequence[str]) -> Scores:
    """Scores translations against their references."""
    metrics = _sacrebleu()
    bleu, chrf = metrics.BLEU(), metrics.CHRF()
    values = [metric.corpus_score(list(translations), [list(references)]).score for metric in (bleu, chrf)]
    return Scores(values[0], values[1], (str(bleu.get_signature()), str(chrf.get_signature())))


@functools.cache
def _sacrebleu() -> Any:
    try:
        return importlib.import_module("sacrebleu.metrics")
    except ImportError:
        stop("sacrebleu is not installed: pip install sacrebleu")
