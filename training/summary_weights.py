"""Fits the weights of `--algorithm news` on every other article that has an editor's teaser.

A sentence is worth what it adds to the ROUGE-2 and ROUGE-L F1 of a summary: what it shares with the teaser, less a
cost for each of its words. The weights follow by ridge regression on the differences within each article. Ridge and
redundancy are chosen by cross-validation on the same half; `python -m benchmarks.summaries` measures on the other.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from benchmarks import evaluation
from benchmarks.evaluation import TeaserArticle
from benchmarks.rouge import rouge_l, rouge_n
from benchmarks.summaries import fitted_half, prepared
from benchmarks.table import print_table
from translate_pipeline.config import SummarySettings
from translate_pipeline.summarization.algorithms import centrality
from translate_pipeline.summarization.content_words import content_words
from translate_pipeline.summarization.leaning import leans_on_the_sentence_before
from translate_pipeline.summarization.news import features
from translate_pipeline.summarization.selection import select_readable
from translate_pipeline.summarization.summarizer import candidates

Array = NDArray[np.float64]

_LANGUAGE = "es"
# F1 = 2 shared / (summary + reference) grows with a sentence whose 2 shared / words is more than F1: its usual value.
_USUAL_F1 = 0.25
_RIDGES = (1.0, 3.0, 10.0)
_REDUNDANCIES = (0.0, 0.1, 0.2)
_LENGTHS = (1, 3)
_FOLDS = 5
_SHUFFLES = 2
# Words of a summary of three sentences, beside which a sentence's own are weighed.
_SUMMARY_WORDS = 80


@dataclass(frozen=True)
class Example:
    """An article's sentences as the model and the selection see them, and its teaser."""

    sentences: list[str]
    teaser: str
    names: tuple[str, ...]
    features: Array
    leaning: list[bool]
    content: list[frozenset[str]]

    def gains(self) -> Array:
        """What each sentence is worth."""
        both = [(rouge_n(s, self.teaser, 2), rouge_l(s, self.teaser)) for s in self.sentences]
        return np.array(
            [
                2 * (two.shared + order.shared - _USUAL_F1 * order.summary) / (order.reference + _SUMMARY_WORDS)
                for two, order in both
            ]
        )

    def quality(self, weights: Array, redundancy: float) -> float:
        """ROUGE-2 and ROUGE-L F1 in per cent, the mean over both and over the lengths."""
        scores = (self.features @ weights).tolist()
        words = [len(sentence.split()) for sentence in self.sentences]
        total = 0.0
        for length in _LENGTHS:
            settings = SummarySettings(sentences=length)
            places = select_readable(scores, words, self.leaning, self.content, redundancy, settings)
            summary = " ".join(self.sentences[place] for place in places)
            total += rouge_n(summary, self.teaser, 2).f1 + rouge_l(summary, self.teaser).f1
        return 100 * total / (2 * len(_LENGTHS))


def example(article: TeaserArticle) -> Example | None:
    """An article as the model sees it; None without a title or a choice."""
    document = prepared(article)
    title = document.title.text if document.title else None
    sentences = [sentence.source for sentence in candidates(document)]
    if not title or len(sentences) < 2:
        return None
    rows = features(sentences, title, centrality(sentences, title, _LANGUAGE), _LANGUAGE)
    return Example(
        sentences,
        article.teaser,
        tuple(rows[0]),
        np.array([list(row.values()) for row in rows]),
        [leans_on_the_sentence_before(sentence, _LANGUAGE) for sentence in sentences],
        [content_words(sentence, _LANGUAGE) for sentence in sentences],
    )


def fit(examples: Sequence[Example], ridge: float) -> Array:
    """The weights by ridge regression; every article counts the same, every feature in its standard deviations."""
    inputs, outputs = [], []
    for each in examples:
        gains, scale = each.gains(), len(each.sentences) ** 0.5
        inputs.append((each.features - each.features.mean(axis=0)) / scale)
        outputs.append((gains - gains.mean()) / scale)
    matrix, wanted = np.vstack(inputs), np.concatenate(outputs)
    spread = matrix.std(axis=0)
    spread[spread == 0] = 1.0
    scaled = matrix / spread
    weights: Array = np.linalg.solve(scaled.T @ scaled + ridge * np.eye(len(spread)), scaled.T @ wanted) / spread
    return weights


def cross_validated(examples: Sequence[Example], ridge: float) -> list[float]:
    """The quality of articles not fitted on, for each redundancy."""
    totals = [0.0] * len(_REDUNDANCIES)
    for seed in range(_SHUFFLES):
        order = np.random.default_rng(seed).permutation(len(examples)).tolist()
        for fold in range(_FOLDS):
            left_out = set(order[fold::_FOLDS])
            weights = fit([e for place, e in enumerate(examples) if place not in left_out], ridge)
            for number, redundancy in enumerate(_REDUNDANCIES):
                totals[number] += sum(examples[place].quality(weights, redundancy) for place in left_out)
    return [total / (len(examples) * _SHUFFLES) for total in totals]


def main() -> None:
    """Prints the cross-validation and the weights to copy into `translate_pipeline/summarization/news.py`."""
    parser = argparse.ArgumentParser(prog="python -m training.summary_weights", description=__doc__)
    evaluation.add_option(parser)
    data = evaluation.folder(parser.parse_args().eval, "teasers.dev.jsonl")
    examples = [made for article in fitted_half(evaluation.teaser_articles(data)) if (made := example(article))]
    tried = [
        (quality, ridge, redundancy)
        for ridge in _RIDGES
        for quality, redundancy in zip(cross_validated(examples, ridge), _REDUNDANCIES, strict=True)
    ]
    print(f"{len(examples)} articles; mean of ROUGE-2 and ROUGE-L F1 in per cent, articles not fitted on")
    print_table(["ridge", "redundancy", "quality"], [[f"{r:g}", f"{m:g}", f"{quality:.2f}"] for quality, r, m in tried])
    _, ridge, redundancy = max(tried)
    print(f"\nREDUNDANCY = {redundancy:g}\n")
    weights = fit(examples, ridge).tolist()
    for name, weight in zip(examples[0].names, weights, strict=True):
        print(f'    "{name}": {weight:.3f},')


if __name__ == "__main__":
    main()
