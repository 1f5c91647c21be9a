"""Counts in how many news texts each word stands: the background against which `tsum brief` compares articles.

    python -m training.document_frequencies --bitext FILE.tsv.xz

The file has a line for each sentence pair: Spanish, English, and the name of its source, divided by tabs. Lines that
follow each other are taken for one text, as they are in News Commentary.
"""

from __future__ import annotations

import argparse
import lzma
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from translate_pipeline.atomic import write_atomically
from translate_pipeline.digest.stories.words import word_stems

NEWS = ("news_commentary", "wmt_news")
SENTENCES_OF_A_TEXT = 25
LEAST_SHARE = 0.002
LANGUAGES = ("es", "en")
FOLDER = Path(__file__).parents[1] / "translate_pipeline" / "digest" / "stories" / "document_frequencies"


def texts(sentences: Iterable[str]) -> Iterator[str]:
    """Sentences in texts of `SENTENCES_OF_A_TEXT`."""
    left = iter(sentences)
    while text := " ".join(islice(left, SENTENCES_OF_A_TEXT)):
        yield text


def document_frequencies(sentences: Sequence[str], language: str) -> tuple[int, dict[str, int]]:
    """The number of texts, and in how many of them each stem stands that is in one of 500 at least."""
    counts: Counter[str] = Counter()
    number = 0
    for text in texts(sentences):
        counts.update(set(word_stems(text, language)))
        number += 1
    frequent = {stem: n for stem, n in sorted(counts.items()) if n >= LEAST_SHARE * number and not stem.isdigit()}
    return number, frequent


def main(arguments: Sequence[str] | None = None) -> int:
    """Writes a table for each language."""
    parser = argparse.ArgumentParser(prog="python -m training.document_frequencies", description=__doc__)
    parser.add_argument("--bitext", type=Path, required=True, help="sentence pairs with their sources, xz")
    options = parser.parse_args(arguments)
    with lzma.open(options.bitext, "rt", encoding="utf-8") as lines:
        rows = [row for line in lines if (row := line.rstrip("\n").split("\t"))[2] in NEWS]
    for place, language in enumerate(LANGUAGES):
        number, frequent = document_frequencies([row[place] for row in rows], language)
        table = "".join(f"{stem}\t{n}\n" for stem, n in frequent.items())
        write_atomically(FOLDER / f"{language}.tsv", f"{number}\n{table}")
        print(f"{language}: {len(frequent):,} stems of {number:,} texts")
    return 0


if __name__ == "__main__":
    sys.exit(main())
