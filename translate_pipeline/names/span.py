"""A name found in text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

NameKind = Literal["name", "acronym"]


@dataclass(frozen=True)
class NameSpan:
    """A name or an acronym in a text.

    Args:
        start: offset of its first character.
        end: offset after its last character.
        text: the characters between.
        kind: `acronym` for `ONU`, `EE. UU.` or `G-20`, else `name`.
        words: its words, particles such as `de` included.
        distinctive: those of its words that Spanish knows as names only: none in `Ministerio de Defensa`, both in
            `Begoña Gómez`, the acronym itself in an acronym.
        opens_sentence: it may owe its first capital to the beginning of a sentence or quotation.
    """

    start: int
    end: int
    text: str
    kind: NameKind
    words: tuple[str, ...]
    distinctive: tuple[str, ...]
    opens_sentence: bool = False
