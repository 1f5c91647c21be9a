"""Extractive summaries of a document, for both languages at once."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from translate_pipeline.config import SummarySettings
from translate_pipeline.dateline import is_dateline
from translate_pipeline.document import Document, ParagraphKind, Sentence
from translate_pipeline.summarization.algorithms import rank_sentences, share_of_best
from translate_pipeline.summarization.content_words import content_words
from translate_pipeline.summarization.leaning import leans_on_the_sentence_before
from translate_pipeline.summarization.news import REDUNDANCY
from translate_pipeline.summarization.selection import select, select_readable

_FEWEST_WORDS = 4


def candidates(document: Document) -> list[Sentence]:
    """The sentences that can stand in a summary: those of body paragraphs, not titles, bylines, datelines or fragments.

    A document of nothing else gives all it has.
    """
    body = [s for p in document.paragraphs if p.kind is ParagraphKind.BODY for s in p.sentences]
    whole = [s for s in body if len(s.source.split()) >= _FEWEST_WORDS and not is_dateline(s.source)]
    return (
        whole or body or [s for p in document.paragraphs if p.kind is not ParagraphKind.VERBATIM for s in p.sentences]
    )


def _scores(texts: Sequence[str], title: str | None, settings: SummarySettings, language: str) -> list[float]:
    """The algorithm's score of each sentence, weighed with its place: news tell the most important first.

    Place k counts 1 / sqrt(1 + k), k from 0; `news` has its own weights of place and takes none from the settings.
    Source of the method: location as a feature of extracts, Edmundson 1969 (doi:10.1145/321510.321519);
    `benchmarks/summaries.py` measures what it gains.
    """
    scores = rank_sentences(texts, title, settings.algorithm, language)
    if settings.algorithm == "news":
        return scores
    ranked = share_of_best(scores)
    weight = settings.lead_weight
    return [round((1 - weight) * score + weight / math.sqrt(1 + place), 9) for place, score in enumerate(ranked)]


def _chosen(
    found: Sequence[Sentence], scores: Sequence[float], texts: Mapping[str, Sequence[str]], settings: SummarySettings
) -> list[Sentence]:
    """The best sentences within the length; `texts` are the sentences in each language that will be read."""
    words = [len(sentence.source.split()) for sentence in found]
    if settings.algorithm != "news":
        return [found[place] for place in select(scores, words, settings)]
    leaning = [
        any(leans_on_the_sentence_before(text, language) for language, text in zip(texts, versions, strict=True))
        for versions in zip(*texts.values(), strict=True)
    ]
    language, ranked = next(iter(texts.items()))
    content = [content_words(text, language) for text in ranked]
    return [found[place] for place in select_readable(scores, words, leaning, content, REDUNDANCY, settings)]


def summarise_source(document: Document, settings: SummarySettings, source: str) -> list[Sentence]:
    """The summary sentences as the source text ranks them."""
    found = candidates(document)
    texts = [sentence.source for sentence in found]
    title = document.title.text if document.title else None
    return _chosen(found, _scores(texts, title, settings, source), {source: texts}, settings)


def summarise_target(document: Document, settings: SummarySettings, target: str) -> list[Sentence]:
    """The summary sentences as the translation ranks them."""
    found = candidates(document)
    texts = [sentence.translation or sentence.source for sentence in found]
    title = document.title.translation if document.title else None
    return _chosen(found, _scores(texts, title, settings, target), {target: texts}, settings)


def summarise_both(document: Document, settings: SummarySettings, source: str, target: str) -> list[Sentence]:
    """The summary sentences by the mean of both languages' scores."""
    found = candidates(document)
    title = document.title
    sources = [s.source for s in found]
    of_source = _scores(sources, title.text if title else None, settings, source)
    translated = [s.translation or s.source for s in found]
    of_target = _scores(translated, title.translation if title else None, settings, target)
    scores = [round((a + b) / 2, 9) for a, b in zip(of_source, of_target, strict=True)]
    return _chosen(found, scores, {source: sources, target: translated}, settings)
