"""ROUGE of each algorithm's summaries against the teasers that editors wrote."""

from __future__ import annotations

import argparse
import functools
from collections.abc import Sequence
from unittest import mock

from benchmarks import evaluation
from benchmarks.evaluation import TeaserArticle
from benchmarks.rouge import rouge_f1
from benchmarks.table import print_table
from translate_pipeline.config import SummarySettings
from translate_pipeline.document import Document
from translate_pipeline.language import assume_language
from translate_pipeline.readers import document_from_text
from translate_pipeline.segmentation import segment
from translate_pipeline.summarization import summarizer
from translate_pipeline.summarization.algorithms import ALGORITHMS, rank_sentences

_LENGTHS = (1, 3, 4, 5)
_LEAD_WEIGHTS = (0.0, SummarySettings().lead_weight)
_LEAD = "lead"


@functools.cache
def _rank_once(texts: tuple[str, ...], title: str | None, algorithm: str, language: str) -> list[float]:
    return rank_sentences(texts, title, algorithm, language)


def _remembered(texts: Sequence[str], title: str | None, algorithm: str, language: str) -> list[float]:
    return _rank_once(tuple(texts), title, algorithm, language)


def _prepared(article: TeaserArticle) -> Document:
    document = document_from_text(article.text, "article")
    assume_language(document, "es")
    segment(document)
    return document


def mean_rouge(
    articles: Sequence[TeaserArticle], documents: Sequence[Document], settings: SummarySettings
) -> tuple[float, float]:
    """ROUGE-1 and ROUGE-2 F1 in per cent, means over the articles."""
    totals = [0.0, 0.0]
    for article, document in zip(articles, documents, strict=True):
        chosen = summarizer.summarise_source(document, settings, "es")
        summary = " ".join(sentence.source for sentence in chosen)
        totals = [total + rouge_f1(summary, article.teaser, size) for size, total in enumerate(totals, 1)]
    return 100 * totals[0] / len(articles), 100 * totals[1] / len(articles)


def main() -> None:
    """Prints a table: a row for each algorithm and weight of a sentence's place; weight 1 is the lead."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.summaries", description=__doc__)
    evaluation.add_option(parser)
    data = evaluation.folder(parser.parse_args().eval, "teasers.dev.jsonl")
    articles = evaluation.teaser_articles(data)
    documents = [_prepared(article) for article in articles]
    ways = [(name, weight) for name in ALGORITHMS if name != _LEAD for weight in _LEAD_WEIGHTS] + [(_LEAD, 1.0)]
    table = []
    # Ranking is what costs time, and depends neither on the summary's length nor on the weight.
    with mock.patch.object(summarizer, "rank_sentences", _remembered):
        for name, weight in ways:
            cells = [name, f"{weight:.1f}"]
            for length in _LENGTHS:
                settings = SummarySettings(sentences=length, algorithm=name, lead_weight=weight)
                one, two = mean_rouge(articles, documents, settings)
                cells.append(f"{one:.1f} / {two:.1f}")
            table.append(cells)
    print(f"{len(articles)} articles; ROUGE-1 / ROUGE-2 F1 in per cent, tsum's own simple ROUGE")
    print_table(["algorithm", "lead weight", *(f"{n} sentence{'s' * (n > 1)}" for n in _LENGTHS)], table)


if __name__ == "__main__":
    main()
