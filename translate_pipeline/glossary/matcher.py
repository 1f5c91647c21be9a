"""Finds glossary terms in a sentence: the longest match, whole words only."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field

from translate_pipeline.document import TermMatch
from translate_pipeline.glossary.entry import GlossaryEntry

_TOKEN = re.compile(r"\w+|[^\w\s]")


@dataclass
class _Node:
    """A state of the word trie: the next words, and the entries whose form ends here, by that form."""

    following: dict[str, _Node] = field(default_factory=dict)
    entries: dict[str, GlossaryEntry] = field(default_factory=dict)


def _has_case_of(text: str, form: str) -> bool:
    """A form matches as it is written, in capitals, or with a capital where it begins in lower case."""
    if text == form or (text.isupper() and sum(map(str.isalpha, text)) > 3):
        return True
    return form[0].islower() and text[0].isupper() and text[1:] == form[1:]


class TermMatcher:
    """A trie over words; building it costs one pass over the entries, matching one pass over the text.

    Args:
        entries: the first of two entries with the same form wins.
    """

    def __init__(self, entries: Iterable[GlossaryEntry]) -> None:
        self._root = _Node()
        for entry in entries:
            for form in entry.forms:
                normal = unicodedata.normalize("NFC", form)
                node = self._root
                for token in _TOKEN.findall(normal):
                    node = node.following.setdefault(token.casefold(), _Node())
                node.entries.setdefault(" ".join(_TOKEN.findall(normal)), entry)

    def find(self, text: str) -> list[TermMatch]:
        """The terms of `text` in order, without overlaps; of two that begin at one place the longer wins."""
        tokens = [(match.group(), match.start(), match.end()) for match in _TOKEN.finditer(text)]
        found, index = [], 0
        while index < len(tokens):
            match = self._longest_at(text, tokens, index)
            if match is None:
                index += 1
            else:
                term, index = match
                found.append(term)
        return found

    def _longest_at(self, text: str, tokens: list[tuple[str, int, int]], index: int) -> tuple[TermMatch, int] | None:
        node, best = self._root, None
        for position in range(index, len(tokens)):
            following = node.following.get(unicodedata.normalize("NFC", tokens[position][0]).casefold())
            if following is None:
                break
            node = following
            if node.entries:
                words = unicodedata.normalize("NFC", " ".join(token for token, _, _ in tokens[index : position + 1]))
                entry = next((e for form, e in node.entries.items() if _has_case_of(words, form)), None)
                if entry is not None:
                    start, end = tokens[index][1], tokens[position][2]
                    best = TermMatch(entry, start, end, text[start:end]), position + 1
        return best
