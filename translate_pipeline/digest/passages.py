"""The running text of an article, passage by passage."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from translate_pipeline.briefing.model import Briefing, FindingReport, SentencePair, TermMark

_PROSE = ("body", "heading", "aside")


@dataclass(frozen=True)
class Passage:
    """Sentences that follow one another in one language.

    Args:
        language: its code.
        prefix: the list mark or the dash before them.
        pairs: the sentences.
        is_later_heading: they are a heading below the title. What a page links to looks like one, and is of other days.
    """

    language: str
    prefix: str
    pairs: tuple[SentencePair, ...]
    is_later_heading: bool = False


def passages(briefing: Briefing) -> list[Passage]:
    """The paragraphs of a briefing's prose, in order.

    Where the briefing has its summary only, its title and each sentence of the summary are passages of their own:
    sentences of a summary need not follow one another in the article.
    """
    if not briefing.paragraphs:
        shown = [briefing.title] if briefing.title else []
        shown += [*briefing.summary, *briefing.source_summary]
        return [Passage(briefing.source_language, "", (pair,)) for pair in shown]
    return [
        Passage(
            paragraph.language or briefing.source_language,
            paragraph.prefix,
            paragraph.sentences,
            paragraph.kind in ("heading", "aside") and place > 0,
        )
        for place, paragraph in enumerate(briefing.paragraphs)
        if paragraph.kind in _PROSE and paragraph.sentences
    ]


def _shifted(mark: TermMark, by: int, target_by: int) -> TermMark:
    return replace(
        mark,
        start=mark.start + by,
        end=mark.end + by,
        target_start=None if mark.target_start is None else mark.target_start + target_by,
        target_end=None if mark.target_end is None else mark.target_end + target_by,
    )


def joined(pairs: Sequence[SentencePair]) -> SentencePair:
    """Sentences that follow one another as one pair, with the id of the first; the offsets of terms go with them."""
    if len(pairs) == 1:
        return pairs[0]
    findings: list[FindingReport] = []
    terms: list[TermMark] = []
    source_at = target_at = 0
    for pair in pairs:
        findings += pair.findings
        terms += [_shifted(mark, source_at, target_at) for mark in pair.terms]
        source_at += len(pair.source) + 1
        target_at += len(pair.target) + 1
    return SentencePair(
        pairs[0].id,
        " ".join(pair.source for pair in pairs),
        " ".join(pair.target for pair in pairs),
        all(pair.translated for pair in pairs),
        tuple(findings),
        tuple(terms),
    )
