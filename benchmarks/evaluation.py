"""The evaluation folder: where it is, and how its files are read."""

from __future__ import annotations

import argparse
import json
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

_VARIABLE = "TSUM_EVAL"


@dataclass(frozen=True)
class ParallelText:
    """Sentences in Spanish, and their human translations."""

    name: str
    sources: list[str]
    references: list[str]


@dataclass(frozen=True)
class TermSentence:
    """A sentence with its human translation and the terms that both have: Spanish form, English form."""

    source: str
    reference: str
    terms: list[tuple[str, str]]


@dataclass(frozen=True)
class TeaserArticle:
    """An article with the teaser that its editors wrote."""

    text: str
    teaser: str


def add_option(parser: argparse.ArgumentParser) -> None:
    """Adds `--eval` to a benchmark's command line."""
    parser.add_argument("--eval", metavar="DIR", help=f"folder with the evaluation data; default: ${_VARIABLE}")


def folder(given: str | None, *needed: str) -> Path:
    """The evaluation folder; ends the program with exit code 2 where it, or a file needed from it, is missing."""
    name = given or os.environ.get(_VARIABLE)
    if not name:
        stop(f"no evaluation data: give its folder by --eval DIR or by the environment variable {_VARIABLE}")
    path = Path(name)
    missing = [file for file in needed if not (path / file).is_file()]
    if missing:
        stop(f"{path}: {', '.join(missing)} not found there: give the folder with the evaluation data by --eval DIR")
    return path


def stop(message: str) -> NoReturn:
    """Says what is wrong in one line and ends the program with exit code 2."""
    print(f"error: {message}", file=sys.stderr)
    raise SystemExit(2)


def articles(data: Path, count: int) -> list[str]:
    """The first articles of `articles.es.jsonl`: title, if there is one, empty line, text."""
    rows = _rows(data / "articles.es.jsonl")[:count]
    return ["\n\n".join(part for part in (row["title"], row["text"]) if part) for row in rows]


def parallel_text(data: Path, name: str) -> ParallelText:
    """The sentence pairs of `NAME.es` and `NAME.en`."""
    sources, references = (
        (data / f"{name}.{code}").read_text(encoding="utf-8").rstrip("\n").split("\n") for code in ("es", "en")
    )
    if len(sources) != len(references):
        stop(f"{data / name}: {len(sources)} lines in Spanish and {len(references)} in English")
    return ParallelText(name, sources, references)


def term_sentences(data: Path) -> list[TermSentence]:
    """The sentences of `terms.jsonl`."""
    return [
        TermSentence(row["source"], row["reference"], [(source, target) for source, target in row["terms"]])
        for row in _rows(data / "terms.jsonl")
    ]


def teaser_articles(data: Path) -> list[TeaserArticle]:
    """The articles of `teasers.dev.jsonl`: title, then a paragraph a line."""
    return [
        TeaserArticle("\n".join([row["title"], *row["paragraphs"]]), row["teaser"])
        for row in _rows(data / "teasers.dev.jsonl")
    ]


def _rows(path: Path) -> list[dict[str, Any]]:
    # Not splitlines(): a JSON string may hold other line separators than \n.
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
