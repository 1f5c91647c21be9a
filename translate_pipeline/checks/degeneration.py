"""Degenerate output: a loop of a repeated n-gram, or nothing at all."""

from __future__ import annotations

import itertools
import re
from collections import Counter

from translate_pipeline.checks.base import Finding, Translated

_TOKEN = re.compile(r"\w+(?:['’]\w+)*|\.{2,}|[^\w\s]")
_LOOP_IN_WORD = re.compile(r"(\w{2,12}?)\1{3,}|([^\W\d])\2{4,}")
_LONGEST_UNIT = 12
_LONG_RUN, _SHORTEST_RUN = 8, 5


def longest_loop(tokens: list[str]) -> tuple[int, list[str]]:
    """The most often repeated run: how often it stands in a row, and its tokens."""
    best, unit = 1, tokens[:1]
    for size in range(1, min(_LONGEST_UNIT, len(tokens) // 2) + 1):
        streak = 0
        for position in range(size, len(tokens)):
            streak = streak + 1 if tokens[position] == tokens[position - size] else 0
            count = streak // size + 1
            if count > best:
                best, unit = count, tokens[position - size + 1 : position + 1]
    return best, unit


def most_repeated_trigram(tokens: list[str]) -> int:
    """How often the commonest run of three words stands in the text."""
    words = [token for token in tokens if token[0].isalnum()]
    return max(Counter(zip(words, words[1:], words[2:], strict=False)).values(), default=0)


def _may_repeat(tokens: list[str]) -> bool:
    """Whether a token follows itself or a run of three stands twice, as in every loop."""
    runs = list(zip(tokens, tokens[1:], tokens[2:], strict=False))
    return len(set(runs)) < len(runs) or any(a == b for a, b in itertools.pairwise(tokens))


def _has_long_repeat(tokens: list[str]) -> bool:
    """Whether a run of eight tokens, or half a shorter text, stands twice."""
    size = min(_LONG_RUN, len(tokens) // 2)
    runs = [tuple(tokens[i : i + size]) for i in range(len(tokens) - size + 1)]
    return size >= _SHORTEST_RUN and len(set(runs)) < len(runs)


def _repetition(source: list[str], target: list[str]) -> str | None:
    if not _may_repeat(target):
        return None
    count, unit = longest_loop(target)
    in_source = longest_loop(source)[0]
    allowed = in_source + 1 if in_source > 1 else 1
    words = [token for token in unit if token[0].isalnum()]
    if count > allowed and count * len(unit) >= 6 and count >= 3:
        return " ".join(unit)
    if words and count > allowed and count >= 2 and (len(words) >= 3 or (count >= 3 and len(unit) == 1)):
        return " ".join(unit)
    if _has_long_repeat(target) and not _has_long_repeat(source):
        return "the same passage twice"
    if most_repeated_trigram(target) >= 3 > most_repeated_trigram(source):
        return "the same words again and again"
    return None


class DegenerationCheck:
    """Finds loops and empty output."""

    name = "degeneration"

    def findings(self, pair: Translated) -> list[Finding]:
        """At most one finding: the first kind of degeneration that is seen."""
        source = [token.casefold() for token in _TOKEN.findall(pair.source)]
        target = [token.casefold() for token in _TOKEN.findall(pair.translation)]
        if not any(token[0].isalnum() for token in target):
            return [Finding(self.name, "error", "nothing was translated")] if source else []
        loop = _LOOP_IN_WORD.search(pair.translation)
        if loop and loop.group() not in pair.source:
            return [Finding(self.name, "error", f"a word loops: {loop.group()[:40]}", "", loop.group()[:40])]
        repeated = _repetition(source, target)
        if repeated:
            return [Finding(self.name, "error", f"repeats itself: {repeated[:60]}", "", repeated[:60])]
        return []
