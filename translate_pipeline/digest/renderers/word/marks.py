"""Sentences as runs whose character styles show the terms, the names and what a check has found."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from translate_pipeline.briefing.model import SentencePair
from translate_pipeline.digest.renderers.word.elements import Element, run

Side = Literal["target", "source"]

WARNING = "⚠ "
_STYLES = {"term": "Term", "name": "RecognisedName"}


def side_runs(pair: SentencePair, side: Side, language: str) -> list[Element]:
    """The runs of one side of a sentence; a warning sign stands before a translation in which something was found.

    Args:
        pair: the sentence.
        side: which side of it.
        language: code of that side's language.
    """
    text = pair.target if side == "target" else pair.source
    runs = [run(WARNING, style="Warning")] if side == "target" and pair.findings else []
    return runs + [run(part, language, style) for part, style in _styled(text, _spans(pair, side, text))]


def _spans(pair: SentencePair, side: Side, text: str) -> list[tuple[int, int, str]]:
    """Places with their styles, the more important ones last."""
    spans = []
    for term in pair.terms:
        start, end = (term.target_start, term.target_end) if side == "target" else (term.start, term.end)
        if start is not None and end is not None:
            spans.append((start, end, _STYLES.get(term.kind, "Term")))
    for wanted in dict.fromkeys(f.target_span if side == "target" else f.source_span for f in pair.findings):
        spans += [(*place, "Finding") for place in _places(wanted, text)]
    return spans


def _places(wanted: str, text: str) -> Iterator[tuple[int, int]]:
    """Where a span stands as words of its own: all places, since a finding does not say which of them it means."""
    if wanted.strip():
        before, after = (r"(?<!\w)" if wanted[0].isalnum() else ""), (r"(?!\w)" if wanted[-1].isalnum() else "")
        for found in re.finditer(before + re.escape(wanted) + after, text):
            yield found.span()


def _styled(text: str, spans: Sequence[tuple[int, int, str]]) -> Iterator[tuple[str, str]]:
    styles = [""] * len(text)
    for start, end, style in spans:
        inside = range(max(start, 0), min(end, len(text)))
        for place in inside:
            styles[place] = style
    start = 0
    for end in range(1, len(text) + 1):
        if end == len(text) or styles[end] != styles[start]:
            yield text[start:end], styles[start]
            start = end
