"""The briefing: what a run of the pipeline gives, as plain typed data."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any

from translate_pipeline.metadata import Metadata


@dataclass(frozen=True)
class FindingReport:
    """What a check found in a sentence."""

    check: str
    severity: str
    message: str
    source_span: str
    target_span: str


@dataclass(frozen=True)
class TermMark:
    """A glossary term or a name in a sentence pair.

    Args:
        start, end: character offsets into the source.
        source: its form in the dictionary sense, as the glossary has it.
        target: what stands for it in the translation.
        target_start, target_end: character offsets into the translation; None where it does not stand there.
        kind: `term` if a glossary has it, `name` if it is a name that no glossary term holds.
        domain: the glossary's subject field, such as `person`; empty for recognised names.
    """

    start: int
    end: int
    source: str
    target: str
    target_start: int | None
    target_end: int | None
    kind: str
    domain: str = ""


@dataclass(frozen=True)
class SentencePair:
    """A sentence beside its translation. `translated` is False where the sentence was left as it is."""

    id: str
    source: str
    target: str
    translated: bool = True
    findings: tuple[FindingReport, ...] = ()
    terms: tuple[TermMark, ...] = ()


@dataclass(frozen=True)
class ParagraphPair:
    """A paragraph with its sentences; `prefix` is a list mark or heading mark."""

    kind: str
    language: str | None
    prefix: str
    sentences: tuple[SentencePair, ...]


@dataclass(frozen=True)
class TermUse:
    """A glossary term: how often it stands in the source, and its target form in the translation.

    `source` has each form in which the text has it, divided by ` / `.
    """

    source: str
    target: str
    in_source: int
    in_translation: int
    note: str = ""


@dataclass(frozen=True)
class Signature:
    """How a briefing was made: equal signatures and equal input give equal output."""

    tsum: str
    packages: tuple[str, ...]
    beam: int | None
    glossary: str
    summary: str


@dataclass(frozen=True)
class Briefing:
    """A bilingual briefing of one document.

    `summary` holds the pairs of the summary in document order; with independent summaries it is empty and
    `source_summary` and `target_summary` hold one each. `paragraphs` is the whole text, and empty when only
    the summary was wanted.
    """

    name: str
    metadata: Metadata
    title: SentencePair | None
    source_language: str
    source_confidence: float
    target_language: str
    translated: bool
    summary: tuple[SentencePair, ...]
    source_summary: tuple[SentencePair, ...]
    target_summary: tuple[SentencePair, ...]
    paragraphs: tuple[ParagraphPair, ...]
    translation: str | None
    terms: tuple[TermUse, ...]
    notes: tuple[str, ...]
    sentences: int
    words: int
    signature: Signature = field(repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The briefing as `--format json` shows it."""
        return asdict(self)

    @property
    def flagged(self) -> tuple[SentencePair, ...]:
        """Every sentence shown that has a finding, in document order, each once."""
        title = [self.title] if self.title else []
        shown = [*title, *self.summary, *self.source_summary, *self.target_summary]
        body = [s for p in self.paragraphs for s in p.sentences]
        return tuple({pair.id: pair for pair in [*body, *shown] if pair.findings}.values())
