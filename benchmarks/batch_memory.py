"""Peak memory and speed of `tsum batch` over many documents, and how long a second run takes that finds nothing new.

Two batches, each twice: `--documents` short ones, each a sentence of the evaluation articles with a number of its
own, and `--articles` articles, which are put together from the paragraphs of the evaluation articles.
"""

from __future__ import annotations

import argparse
import json
import random
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks import evaluation
from benchmarks.processes import empty_home, measure, tsum
from benchmarks.table import print_table, verdict

_MEGABYTES = 600.0
_SECOND_RUN = 3.0
_ALL_ARTICLES = 300


@dataclass(frozen=True)
class Measured:
    """A batch and its second run: seconds and megabytes at the most of each."""

    documents: int
    words: int
    seconds: float
    megabytes: float
    seconds_again: float
    megabytes_again: float

    @property
    def share(self) -> float:
        """The second run's time, as a percentage of the first one's."""
        return 100 * self.seconds_again / self.seconds


def short_documents(articles: Sequence[str], count: int) -> Iterator[str]:
    """So many texts of one sentence each, no two of them equal."""
    sentences = [line.partition(". ")[0] for text in articles for line in text.split("\n") if len(line) > 80]
    for number in range(count):
        yield f"Noticia número {number}.\n\n{sentences[number % len(sentences)]}.\n"


def varied_articles(articles: Sequence[str], count: int, seed: int = 1) -> Iterator[str]:
    """The articles, then others of the same length, whose paragraphs are drawn from all; no two are equal."""
    yield from articles[:count]
    chance = random.Random(seed)
    paragraphs = [line for text in articles for line in text.split("\n") if line.strip()]
    for number in range(count - len(articles)):
        length = len(articles[number % len(articles)])
        chosen = list[str]()
        while sum(map(len, chosen)) < length:
            # Without its first words it is another sentence, so that nothing is known from the articles themselves.
            chosen.append(" ".join(chance.choice(paragraphs).split(" ")[1 + number % 3 :]))
        yield "\n\n".join(chosen)


def measure_batch(inputs: Path, scratch: Path, environment: Mapping[str, str], *options: str) -> Measured:
    """Runs a batch twice."""
    files = ("--state", str(scratch / "state"), "--memory", str(scratch / "memory"))
    command = tsum("batch", str(inputs), "--out", str(scratch / "out"), *files, "--quiet", *options)
    first, second = measure(command, environment), measure(command, environment)
    listed = json.loads((scratch / "out" / "index.json").read_text(encoding="utf-8"))["documents"]
    failed = [each for each in listed if each["status"] != "done"]
    if failed:
        evaluation.stop(f"{len(failed)} documents failed: {failed[0]['reason']}")
    words = sum(each["words"] for each in listed)
    return Measured(len(listed), words, first.seconds, first.megabytes, second.seconds, second.megabytes)


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.batch_memory", description=__doc__)
    evaluation.add_option(parser)
    parser.add_argument("--documents", type=int, default=100_000, metavar="N", help="short ones; 0 leaves them out")
    parser.add_argument("--articles", type=int, default=1000, metavar="N", help="0 leaves them out")
    options = parser.parse_args()
    articles = evaluation.articles(evaluation.folder(options.eval, "articles.es.jsonl"), _ALL_ARTICLES)
    kinds = {"short documents": short_documents(articles, options.documents)} if options.documents else {}
    if options.articles:
        kinds["articles"] = varied_articles(articles, options.articles)
    rows = []
    for kind, texts in kinds.items():
        with empty_home() as environment, tempfile.TemporaryDirectory() as scratch:
            inputs = Path(scratch) / "in"
            inputs.mkdir()
            for number, text in enumerate(texts):
                (inputs / f"{number:06}.txt").write_text(text, encoding="utf-8")
            # Of the sentences of many short documents most are known from others, so that the first run is quick, too.
            is_articles = kind == "articles"
            found = measure_batch(inputs, Path(scratch), environment, "--from", "es")
        rows += [
            [f"{found.documents:,} {kind}: documents a second", f"{found.documents / found.seconds:.1f}", ""],
            ["words a second", f"{found.words / found.seconds:,.0f}", ""],
            ["peak MB", f"{found.megabytes:.0f}", verdict(found.megabytes, _MEGABYTES)],
            ["second run: peak MB", f"{found.megabytes_again:.0f}", verdict(found.megabytes_again, _MEGABYTES)],
            ["second run: seconds", f"{found.seconds_again:.2f}", ""],
            [
                "second run: % of the first",
                f"{found.share:.1f}",
                verdict(found.share, _SECOND_RUN) if is_articles else "",
            ],
        ]
    print_table(["tsum batch", "measured", "target"], rows)


if __name__ == "__main__":
    main()
