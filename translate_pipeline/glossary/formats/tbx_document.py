"""What a TBX file has, whatever its style."""

from __future__ import annotations

from dataclasses import dataclass, field

from translate_pipeline.errors import GlossaryError
from translate_pipeline.glossary.formats.languages import LanguagePair


@dataclass(slots=True)
class Term:
    """A term in one language, with its categories."""

    line: int
    text: str | None = None
    status: str = ""
    kind: str = ""


@dataclass(slots=True)
class Concept:
    """A concept: its categories, and its terms by language tag."""

    line: int
    start: int
    identifier: str
    end: int = 0
    categories: dict[str, list[str]] = field(default_factory=dict)
    terms: dict[str, list[Term]] = field(default_factory=dict)
    has_language: bool = False
    problem: GlossaryError | None = None


@dataclass
class TbxDocument:
    """What a file has; `languages` has them in order. `start`, `end` and `body_end` are offsets into its bytes."""

    root: str = ""
    style: str = ""
    encoding: str = ""
    pair: LanguagePair | None = None
    languages: dict[str, None] = field(default_factory=dict)
    concepts: list[Concept] = field(default_factory=list)
    body_end: int = 0
