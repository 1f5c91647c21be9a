"""Files of sentences whose words stand between spaces."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path


def read_token_lines(path: Path) -> Iterator[list[str]]:
    """The words of each line."""
    with path.open(encoding="utf-8") as file:
        yield from map(str.split, file)


def truecaser(path: Path) -> Callable[[list[str]], list[str]]:
    """What gives the first word of a line, and every word of a line in capitals, its most frequent case elsewhere.

    As in Lita et al. 2003, https://aclanthology.org/P03-1020, without their model of neighbouring words.
    """
    seen: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for words in read_token_lines(path):
        for word in words[1:]:
            seen[word.lower()][word] += 1
    usual = {word: forms.most_common(1)[0][0] for word, forms in seen.items()}

    def truecased(words: list[str]) -> list[str]:
        in_capitals = 2 * sum(map(str.isupper, words)) > len(words)
        return [
            usual.get(word.lower(), word.lower()) if number == 0 or in_capitals else word
            for number, word in enumerate(words)
        ]

    return truecased
