"""Extractive summaries of a document, for both languages at once."""

from __future__ import annotations

import math
from collections.abc import Sequence

from translate_pipeline.config import SummarySettings
from translate_pipeline.document import Document, ParagraphKind, Sentence
from translate_pipeline.summarization.algorithms import rank_sentences
from translate_pipeline.summarization.selection import select

_FEWEST_WORDS = 4


def candidates(document: Document) -> list[Sentence]:
    """The sentences that can stand in a summary: those of body paragraphs, not titles, bylines or fragments.

    A document of nothing else gives all it has.
    """
    body = [s for p in document.paragraphs if p.kind is ParagraphKind.BODY for s in p.sentences]
    whole = [s for s in body if len(s.source.split()) >= _FEWEST_WORDS]
    return (
        whole or body or [s for p in document.paragraphs if p.kind is not ParagraphKind.VERBATIM for s in p.sentences]
    )


def _share_of_best(scores: Sequence[float]) -> list[float]:
    """Scores brought to the range 0 to 1, so that they can be added to others."""
    low, high = min(scores, default=0.0), max(scores, default=0.0)
    return [(score - low) / (high - low) if high > low else 0.0 for score in scores]


def _scores(texts: Sequence[str], title: str | None, settings: SummarySettings, language: str) -> list[float]:
    """The algorithm's score of each sentence, weighed with its place: news tell the most important first.

    Place k counts 1 / sqrt(1 + k), k from 0. Source of the method: location as a feature of extracts,
    Edmundson 1969 (doi:10.1145/321510.321519); `benchmarks/summaries.py` measures what it gains.
    """
    ranked = _share_of_best(rank_sentences(texts, title, settings.algorithm, language))
    weight = settings.lead_weight
    return [round((1 - weight) * score + weight / math.sqrt(1 + place), 9) for place, score in enumerate(ranked)]


def summarise_source(document: Document, settings: SummarySettings, source: str) -> list[Sentence]:
    """The summary sentences as the source text ranks them."""
    found = candidates(document)
    texts = [sentence.source for sentence in found]
    title = document.title.text if document.title else None
    scores = _scores(texts, title, settings, source)
    return [found[place] for place in select(scores, [len(text.split()) for text in texts], settings)]


def summarise_target(document: Document, settings: SummarySettings, target: str) -> list[Sentence]:
    """The summary sentences as the translation ranks them."""
    found = candidates(document)
    texts = [sentence.translation or sentence.source for sentence in found]
    title = document.title.translation if document.title else None
    scores = _scores(texts, title, settings, target)
    return [found[place] for place in select(scores, [len(s.source.split()) for s in found], settings)]


def summarise_both(document: Document, settings: SummarySettings, source: str, target: str) -> list[Sentence]:
    """The summary sentences by the mean of both languages' scores."""
    found = candidates(document)
    title = document.title
    of_source = _scores([s.source for s in found], title.text if title else None, settings, source)
    translated = [s.translation or s.source for s in found]
    of_target = _scores(translated, title.translation if title else None, settings, target)
    scores = [round((a + b) / 2, 9) for a, b in zip(of_source, of_target, strict=True)]
    return [found[place] for place in select(scores, [len(s.source.split()) for s in found], settings)]
