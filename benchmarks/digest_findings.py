"""What a digest finds across Spanish articles: how much, how fast, and a random sample for a person to judge."""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from benchmarks import evaluation
from benchmarks.table import print_table
from translate_pipeline import Pipeline
from translate_pipeline.briefing.build import build_briefing
from translate_pipeline.briefing.model import Signature
from translate_pipeline.digest.dates import publication
from translate_pipeline.digest.disagreements import disagreements
from translate_pipeline.digest.model import Article, DatedEvent, Disagreement, Quotation
from translate_pipeline.digest.quotations import quotations
from translate_pipeline.digest.stories.grouping import group_by_event
from translate_pipeline.digest.timeline import timeline
from translate_pipeline.metadata import Metadata
from translate_pipeline.readers import document_from_text
from translate_pipeline.readers.collections.dates import iso_date
from translate_pipeline.translation.translator import find_terms

Found = TypeVar("Found")

_FILES = ("articles.es.jsonl", "teasers.dev.jsonl")
_SHOWN_BEFORE, _SHOWN_BEHIND = 130, 110
_TIMED = 40


def _texts(path: Path) -> list[tuple[str, str | None]]:
    """The text of each article of a file, with its day of publication where that is known."""
    rows: list[dict[str, Any]] = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]
    return [
        (
            "\n\n".join(filter(None, [row["title"], row.get("text") or "\n".join(row["paragraphs"])])),
            iso_date(row.get("date") or ""),
        )
        for row in rows
    ]


def articles(data: Path) -> list[Article]:
    """The articles of the evaluation folder with their terms, not translated."""
    pipeline = Pipeline(to="en", source="es")
    glossary = pipeline.glossary_from("es")
    signature = Signature(tsum="", packages=(), beam=None, glossary=glossary.fingerprint, summary="")
    made: list[Article] = []
    for text, day in [each for name in _FILES for each in _texts(data / name)]:
        document = pipeline.prepare(document_from_text(text, f"a{len(made)}"))
        for sentence in document.sentences():
            sentence.terms = [term for term in find_terms(sentence.source, glossary) if term.kind == "term"]
        briefing = build_briefing(
            document,
            target="en",
            translated=False,
            shared=[],
            source_summary=[],
            target_summary=[],
            full=True,
            signature=signature,
        )
        dated = replace(briefing, metadata=Metadata(date=day))
        made.append(Article(document.name, dated, identity=document.name, content=text))
    return made


def _stories(found: Sequence[Article]) -> list[list[Article]]:
    """Those of the articles that report one event, together."""
    texts = [[pair.source for p in article.briefing.paragraphs for pair in p.sentences] for article in found]
    published = [publication(article.briefing.metadata.date) for article in found]
    groups = group_by_event(texts, [each.day if each else None for each in published], "es")
    return [[found[place] for place in group] for group in groups if len(group) > 1]


def _timed(find: Callable[[Sequence[Article]], Found], given: Sequence[Article]) -> tuple[Found, float]:
    start = time.perf_counter()
    return find(given), time.perf_counter() - start


def _around(sentence: str, part: str, mark: str) -> str:
    """A part of a sentence between marks, with what stands before and behind it."""
    start = sentence.find(part)
    end = start + len(part)
    behind = sentence[end : end + _SHOWN_BEHIND]
    return f"{sentence[max(0, start - _SHOWN_BEFORE) : start]}{mark[0]}{part}{mark[1]}{behind}"


def _show_quotation(quotation: Quotation) -> str:
    names = dict.fromkeys((quotation.speaker_source, quotation.speaker_target))
    words = quotation.text if len(quotation.text) < 80 else f"{quotation.text[:40]} … {quotation.text[-30:]}"
    source = quotation.citation.pair.source.replace(quotation.text, words)
    return f"{' / '.join(names)}: {_around(source, words, '{}')} [{quotation.citation.article}]"


def _show_event(event: DatedEvent, published: dict[str, str | None]) -> str:
    known = published[event.citation.article] or "unknown"
    sentence = _around(event.citation.pair.source, event.written, "{}")
    return f"{event.day} (published {known}): {sentence} [{event.citation.article}]"


def _show_disagreement(disagreement: Disagreement) -> str:
    lines = [disagreement.counted]
    for figure in disagreement.figures:
        lines += [
            f"  {figure.value} [{c.article}]: {_around(c.pair.source, figure.value, '{}')}" for c in figure.citations
        ]
    return "\n".join(lines)


def main() -> None:
    """Prints what was found and how fast, then random quotations and events, and every disagreement."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.digest_findings", description=__doc__)
    evaluation.add_option(parser)
    parser.add_argument("--sample", type=int, default=20, metavar="N", help="quotations and events to show; 20 without")
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="of the sample; 0 without")
    options = parser.parse_args()
    given = articles(evaluation.folder(options.eval, *_FILES))
    stories = _stories(given)
    quoted, _ = _timed(quotations, given)
    events, _ = _timed(timeline, given)
    differing = [found for story in stories for found in disagreements(story)]
    print(f"{len(given)} articles, {sum(article.briefing.words for article in given)} words, {len(stories)} stories\n")
    few = given[:_TIMED]
    words = sum(article.briefing.words for article in few)
    print_table(
        ["", "found", f"seconds for {_TIMED} articles, {words} words"],
        [
            ["quotations", str(len(quoted)), f"{_timed(quotations, few)[1]:.2f}"],
            ["dated events", str(len(events)), f"{_timed(timeline, few)[1]:.2f}"],
            ["disagreements", str(len(differing)), f"{_timed(disagreements, few)[1]:.2f}"],
        ],
    )
    chance = random.Random(options.seed)
    print("\nQuotations\n")
    for quotation in chance.sample(quoted, min(options.sample, len(quoted))):
        print(f"- {_show_quotation(quotation)}")
    print("\nDated events\n")
    published = {article.id: article.briefing.metadata.date for article in given}
    for event in chance.sample(events, min(options.sample, len(events))):
        print(f"- {_show_event(event, published)}")
    print("\nDisagreements\n")
    for found in differing:
        print(f"- {_show_disagreement(found)}")


if __name__ == "__main__":
    main()
