"""A form of a name and where it stands."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple

from translate_pipeline.glossary.suggestion.suggestion import Kind


class Context(NamedTuple):
    """A sentence with a name in it; `start` and `end` are character offsets of the name into the sentence."""

    document: str
    sentence: str
    start: int
    end: int


@dataclass
class Candidate:
    """One spelling of what may be a name.

    `inside` counts the mentions that owe their capital neither to the beginning of a sentence nor to a title in
    which every word is capitalised, `opens_sentence` those at the beginning of a sentence that is no such title;
    `contexts` are some of its sentences.
    """

    form: str
    kind: Kind
    words: tuple[str, ...]
    distinctive: tuple[str, ...]
    documents: Counter[str] = field(default_factory=Counter)
    inside: int = 0
    opens_sentence: int = 0
    contexts: list[Context] = field(default_factory=list)

    @property
    def count(self) -> int:
        """How often it stands in all documents."""
        return self.documents.total()
