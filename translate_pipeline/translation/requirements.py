"""What a segment's translation must have and lacks, as findings tell it: terms, names, figures, dates, key words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from translate_pipeline.checks import Finding
from translate_pipeline.document import TermMatch
from translate_pipeline.glossary.enforcement.base import Segment
from translate_pipeline.glossary.entry import GlossaryEntry
from translate_pipeline.translation.quotes import straighten

_KINDS: dict[str, Literal["name", "figure", "term"]] = {
    "names": "name",
    "numbers": "figure",
    "dates": "figure",
    "keywords": "term",
}


def _place(text: str, span: str, taken: Sequence[TermMatch]) -> tuple[int, int] | None:
    """Where a span stands in a text as whole words, outside what is taken."""
    for match in re.finditer(rf"(?<!\w){re.escape(span)}(?!\w)", text):
        if not any(other.overlaps(*match.span()) for other in taken):
            return match.span()
    return None


def missing_requirements(segment: Segment, findings: Sequence[Finding]) -> list[TermMatch]:
    """What findings say is missing in a segment: terms, names, figures, dates, key words, each with its one right form.

    A name keeps its source form; a figure, a date and a key word have the English form that the check gives.
    """
    spans = [(finding.check, straighten(finding.source_span), finding.target_span) for finding in findings]
    wanted = {span for name, span, _ in spans if name in ("terms", "verbatim")}
    missing = [term for term in segment.terms if straighten(term.text) in wanted]
    for name, span, form in spans:
        kind = _KINDS.get(name)
        target = span if kind == "name" else form
        place = _place(segment.text, span, missing) if kind and span and target else None
        if kind and place is not None:
            entry = GlossaryEntry(span, target, article="none" if kind == "name" else "")
            missing.append(TermMatch(entry, *place, span, kind))
    return missing
