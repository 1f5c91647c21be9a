"""Words that a hyphen divides at the end of a line: `entre-` and `vista` are one word, `cívico-` and `militar` two."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from translate_pipeline.lexicon.word_list import find_entry
from translate_pipeline.names.vocabulary import is_common_word

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BEFORE = re.compile(r"[\w-]*$")
_AFTER = re.compile(r"\w*")
_LONGEST_WORD = 60


def word_counts(lines: Iterable[str]) -> Counter[str]:
    """How often each word stands in lines, in lower case; one with hyphens counts as one."""
    return Counter(word.lower() for line in lines for word in _WORD.findall(line))


def join_divided(above: str, below: str, counts: Mapping[str, int]) -> str:
    """Two lines as one, where the first was cut off before the hyphen that divides its last word.

    The hyphen stays where it belongs to the word: before a capital, behind a number, where the rest of the text has
    it, and between two Spanish words that are none together.

    Args:
        above: the first line, without the hyphen.
        below: the second line.
        counts: how often each word stands in the text, in lower case.
    """
    before, after = _BEFORE.search(above[-_LONGEST_WORD:]), _AFTER.match(below[:_LONGEST_WORD])
    first, second = (match.group() if match else "" for match in (before, after))
    return above + ("-" if _is_compound(first, second, counts) else "") + below


def _is_compound(first: str, second: str, counts: Mapping[str, int]) -> bool:
    if not second[:1].islower() or first[-1:].isdigit():
        return True
    whole = counts.get((first + second).lower(), 0)
    hyphened = counts.get(f"{first}-{second}".lower(), 0)
    if whole or hyphened:
        return hyphened > whole
    return not _is_word(first + second) and _is_word(first) and _is_word(second)


def _is_word(word: str) -> bool:
    return is_common_word(word) or find_entry(word.lower()) is not None
