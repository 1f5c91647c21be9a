"""ROUGE of each algorithm's summaries against the teasers that editors wrote, on articles that `news` has not seen."""

from __future__ import annotations

import argparse
import functools
from collections.abc import Sequence
from unittest import mock

import numpy as np
from numpy.typing import NDArray

from benchmarks import evaluation
from benchmarks.evaluation import TeaserArticle
from benchmarks.rouge import rouge_l, rouge_n
from benchmarks.table import print_table
from translate_pipeline.config import SummarySettings
from translate_pipeline.document import Document
from translate_pipeline.language import assume_language
from translate_pipeline.readers import document_from_text
from translate_pipeline.segmentation import segment
from translate_pipeline.summarization import summarizer
from translate_pipeline.summarization.algorithms import ALGORITHMS, rank_sentences

Scores = NDArray[np.float64]

_LENGTHS = (1, 2, 3, 5)
_LEAD_WEIGHTS = (0.0, SummarySettings().lead_weight)
# Neither takes a weight of place: one is nothing else, the other has its own.
_WEIGHTLESS = ("lead", "news")
_MEASURES = ("ROUGE-1 recall", "ROUGE-1 F", "ROUGE-2 recall", "ROUGE-2 F", "ROUGE-L recall", "ROUGE-L F")
_RESAMPLES = 1000


def fitted_half(articles: Sequence[TeaserArticle]) -> list[TeaserArticle]:
    """The articles that `python -m training.summary_weights` fits on: the first, the third and so on."""
    return list(articles[::2])


def held_out_half(articles: Sequence[TeaserArticle]) -> list[TeaserArticle]:
    """The articles that nothing is fitted on."""
    return list(articles[1::2])


def prepared(article: TeaserArticle) -> Document:
    """The article as the pipeline has it before summarising."""
    document = document_from_text(article.text, "article")
    assume_language(document, "es")
    segment(document)
    return document


@functools.cache
def _rank_once(texts: tuple[str, ...], title: str | None, algorithm: str, language: str) -> list[float]:
    return rank_sentences(texts, title, algorithm, language)


def _remembered(texts: Sequence[str], title: str | None, algorithm: str, language: str) -> list[float]:
    return _rank_once(tuple(texts), title, algorithm, language)


def rouge(articles: Sequence[TeaserArticle], documents: Sequence[Document], settings: SummarySettings) -> Scores:
    """A row for each article: the measures of `_MEASURES` in per cent."""
    rows = []
    for article, document in zip(articles, documents, strict=True):
        chosen = summarizer.summarise_source(document, settings, "es")
        summary = " ".join(sentence.source for sentence in chosen)
        overlaps = [*(rouge_n(summary, article.teaser, size) for size in (1, 2)), rouge_l(summary, article.teaser)]
        rows.append([100 * value for overlap in overlaps for value in (overlap.recall, overlap.f1)])
    return np.array(rows)


def paired_bootstrap(ours: Scores, theirs: Scores) -> tuple[float, float, float]:
    """The p-value of `ours` being ahead in the mean, and a 95 % interval of how much.

    The p-value, one-sided, is the share of resampled sets of articles on which ours is not ahead. Source of the
    method: Koehn 2004, https://aclanthology.org/W04-3250.
    """
    difference = ours - theirs
    places = np.random.default_rng(0).integers(len(difference), size=(_RESAMPLES, len(difference)))
    means = difference[places].mean(axis=1)
    low, high = np.percentile(means, [2.5, 97.5])
    return float((means <= 0).mean()), float(low), float(high)


def _comparison(scores: dict[str, Scores]) -> list[list[str]]:
    """For each measure, `news` against the way that is the best of the others by that measure."""
    rows = []
    others = {name: values for name, values in scores.items() if name != "news"}
    for column, measure in enumerate(_MEASURES):
        best = max(others, key=lambda name: float(others[name][:, column].mean()))
        ours, theirs = scores["news"][:, column], others[best][:, column]
        p, low, high = paired_bootstrap(ours, theirs)
        gain = f"{ours.mean() - theirs.mean():+.1f} ({low:+.1f} to {high:+.1f})"
        rows.append([measure, f"{ours.mean():.1f}", best, f"{theirs.mean():.1f}", gain, f"{p:.3f}"])
    return rows


def main() -> None:
    """Prints two tables for each length: every algorithm, and `news` against the best other."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.summaries", description=__doc__)
    evaluation.add_option(parser)
    data = evaluation.folder(parser.parse_args().eval, "teasers.dev.jsonl")
    articles = held_out_half(evaluation.teaser_articles(data))
    documents = [prepared(article) for article in articles]
    ways = [(name, weight) for name in ALGORITHMS if name not in _WEIGHTLESS for weight in _LEAD_WEIGHTS]
    ways += [(name, 0.0) for name in _WEIGHTLESS]
    print(f"{len(articles)} articles not fitted on; ROUGE in per cent, recall / F1, tsum's own simple ROUGE")
    # Ranking is what costs time, and depends neither on the summary's length nor on the weight.
    with mock.patch.object(summarizer, "rank_sentences", _remembered):
        for length in _LENGTHS:
            scores = {}
            for name, weight in ways:
                settings = SummarySettings(sentences=length, algorithm=name, lead_weight=weight)
                scores[f"{name} + place" if weight else name] = rouge(articles, documents, settings)
            print(f"\n{length} sentence{'s' * (length > 1)}; + place: with lead weight {_LEAD_WEIGHTS[1]:g}\n")
            means = {name: values.mean(axis=0) for name, values in scores.items()}
            print_table(
                ["algorithm", "ROUGE-1", "ROUGE-2", "ROUGE-L"],
                [[name, *(f"{m[at]:.1f} / {m[at + 1]:.1f}" for at in (0, 2, 4))] for name, m in means.items()],
            )
            print()
            header = ["measure", "news", "best other", "its score", "news ahead by (95 %)", "p"]
            print_table(header, _comparison(scores))


if __name__ == "__main__":
    main()
