"""Alignment of the words of sentence pairs.

By eflomal (Östling and Tiedemann 2016, https://doi.org/10.1515/pralin-2016-0013) in both directions; only links that
both have are kept (Liang et al. 2006, https://aclanthology.org/N06-1014).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from training.word_lexicon.token_lines import read_token_lines
from translate_pipeline.errors import UsageError


@dataclass(frozen=True)
class WordLink:
    """A link between a Spanish and an English word, by their places in the sentences.

    Attributes:
        source: place of the Spanish word.
        target: place of the English word.
        first: place of the first English word of those around `target` that align with the same Spanish word.
        last: place of the last of them.
    """

    source: int
    target: int
    first: int
    last: int


def align_words(sources: Path, targets: Path, prefix: int) -> Iterator[list[WordLink]]:
    """The links of each pair of lines, which are words between spaces.

    Args:
        sources: file of the Spanish lines; files of the aligner are written beside it.
        targets: file of the English lines.
        prefix: how many first letters of a word count, which brings the forms of rare words together; 0 for all.

    Raises:
        UsageError: eflomal is not installed.
    """
    try:
        from eflomal import Aligner
    except ImportError:
        raise UsageError("eflomal is not installed: pip install eflomal") from None
    forward, reverse = (sources.with_name(f"{direction}{prefix}") for direction in ("forward", "reverse"))
    aligner = Aligner(source_prefix_len=prefix, target_prefix_len=prefix)
    with sources.open(encoding="utf-8") as source_file, targets.open(encoding="utf-8") as target_file:
        aligner.align(source_file, target_file, str(forward), str(reverse))
    return map(agreed_links, read_token_lines(forward), read_token_lines(reverse))


def agreed_links(forward: Sequence[str], reverse: Sequence[str]) -> list[WordLink]:
    """The links that both directions have, written as `source-target`.

    `forward` gives each English word one Spanish word at most, `reverse` each Spanish word one English word.
    """
    source_of = {target: source for source, target in map(_places, forward)}
    links = []
    for source, target in map(_places, reverse):
        if source_of.get(target) != source:
            continue
        first = last = target
        while source_of.get(first - 1) == source:
            first -= 1
        while source_of.get(last + 1) == source:
            last += 1
        links.append(WordLink(source, target, first, last))
    return links


def _places(link: str) -> tuple[int, int]:
    source, _, target = link.partition("-")
    return int(source), int(target)
