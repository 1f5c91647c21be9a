"""Writes the target form into the source: most models copy what they do not know."""

from __future__ import annotations

from collections.abc import Sequence

from translate_pipeline.document import TermMatch
from translate_pipeline.glossary.enforcement.base import Attempt, Segment
from translate_pipeline.translation.engine import Engine, Hypothesis, Request, SearchOptions


def _copied(hypothesis: Hypothesis) -> str | None:
    return hypothesis.text


class SubstitutionEnforcement:
    """The missing terms, or all, in their target form within the source.

    Args:
        all_terms: substitute the terms that came through, too.
    """

    name = "substitution"

    def __init__(self, all_terms: bool = False) -> None:
        self._all_terms = all_terms

    def attempt(self, segment: Segment, missing: Sequence[TermMatch], engine: Engine) -> Attempt | None:
        """An attempt, if the target forms differ from what the source has; not where the model knows slots."""
        if engine.knows_slots:
            return None
        out, position = [], 0
        terms = dict.fromkeys([*missing, *(segment.terms if self._all_terms else ())])
        for term in sorted(terms, key=lambda match: match.start):
            if term.start >= position:
                out += [segment.text[position : term.start], term.target]
                position = term.end
        text = "".join([*out, segment.text[position:]])
        return Attempt(Request(text, SearchOptions(engine.beam)), _copied) if text != segment.text else None
