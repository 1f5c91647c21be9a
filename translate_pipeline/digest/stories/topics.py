"""The sections of a digest by keywords."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from translate_pipeline.configuration.toml_file import TomlFile, read_toml
from translate_pipeline.errors import UsageError

_FORM = 'a topic is [[section]] with name = "…" and keywords = ["…", "…"]'
# A keyword in a title says more than one in the text.
_TITLE_WEIGHT = 3
# One keyword somewhere in a long text does not make it a story on that topic.
_LEAST_WEIGHT = 2


@dataclass(frozen=True)
class Topic:
    """A section's name, and a pattern of its keywords over text without accents."""

    name: str
    pattern: re.Pattern[str]

    def weight(self, titles: str, text: str) -> int:
        """How much a story is about the topic, by its keywords in titles and text."""
        in_titles = len(self.pattern.findall(_plain(titles)))
        return _TITLE_WEIGHT * in_titles + len(self.pattern.findall(_plain(text)))


def read_topics(path: Path) -> tuple[Topic, ...]:
    """The topics of a file in their order.

    Keywords are words or phrases in any of the languages; accents and capitals do not matter, and a `*` at the end
    stands for any ending.

    Raises:
        UsageError: it cannot be read, or is no such file; with its line.
    """
    file = read_toml(path, "name another file with --sections")
    tables = file.tables.get("section")
    unknown = file.tables.keys() - {"section"}
    if unknown:
        raise UsageError(f"{file.place(min(unknown))}: {min(unknown)!r} is unknown: {_FORM}")
    if not isinstance(tables, list) or not tables:
        raise UsageError(f"{path}: no section in it: {_FORM}")
    topics = tuple(_topic(table, number, file) for number, table in enumerate(tables, 1))
    names = [topic.name for topic in topics]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise UsageError(f"{path}: two sections are named {twice!r}: give each a name of its own")
    return topics


def topic_of(titles: str, text: str, topics: Sequence[Topic]) -> Topic | None:
    """The topic that a story is most about, the first of several; None if it is about none of them."""
    weights = [topic.weight(titles, text) for topic in topics]
    best = max(weights, default=0)
    return topics[weights.index(best)] if best >= _LEAST_WEIGHT else None


def _topic(table: Any, number: int, file: TomlFile) -> Topic:
    where = f"{file.path}: section {number}"
    if not isinstance(table, dict) or table.keys() - {"name", "keywords"}:
        raise UsageError(f"{where}: unknown key: {_FORM}")
    name, keywords = table.get("name"), table.get("keywords")
    if not isinstance(name, str) or not name.strip():
        raise UsageError(f"{where}: it has no name: {_FORM}")
    words = [_plain(word) for word in keywords if isinstance(word, str)] if isinstance(keywords, list) else []
    if not isinstance(keywords, list) or len(words) != len(keywords) or not all(word.strip(" *") for word in words):
        raise UsageError(f"{where}: its keywords are no list of words: {_FORM}")
    if not words:
        raise UsageError(f"{where}: it has no keywords: {_FORM}")
    return Topic(" ".join(name.split()), _pattern(words))


def _pattern(words: Sequence[str]) -> re.Pattern[str]:
    forms = []
    for word in sorted(words, key=lambda word: (-len(word), word)):
        phrase = r"\s+".join(map(re.escape, word.rstrip("*").split()))
        forms.append(phrase + (r"\w*" if word.endswith("*") else ""))
    return re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)")


def _plain(text: str) -> str:
    """Text in small letters without accents."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
