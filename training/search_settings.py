"""BLEU, chrF and speed of a package by search settings."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from training.decoding import Decoder, Search
from training.evaluation import sacrebleu
from training.test_sets import TestSet


@dataclass(frozen=True)
class SearchScore:
    """What search settings gave on a test set; speed in source words a second of processor time."""

    search: Search
    test_set: str
    bleu: float
    chrf: float
    length_ratio: float
    speed: float


def score_searches(decoder: Decoder, test_set: TestSet, searches: Iterable[Search]) -> Iterator[SearchScore]:
    """Translates a test set once for each of the settings.

    Speed counts the processor time of all threads, which other programs on the machine change little.
    """
    metrics = sacrebleu("metrics")
    words = sum(len(source.split()) for source in test_set.sources)
    for search in searches:
        began = time.process_time()
        output = decoder.translate(test_set.sources, search)
        seconds = time.process_time() - began
        bleu = metrics.BLEU().corpus_score(output, [test_set.references])
        chrf = metrics.CHRF().corpus_score(output, [test_set.references])
        ratio = bleu.sys_len / bleu.ref_len
        yield SearchScore(search, test_set.name, bleu.score, chrf.score, ratio, words / seconds)
