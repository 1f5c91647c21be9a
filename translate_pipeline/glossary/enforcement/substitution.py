"""Writes the target form into the source: most models copy what they do not know."""

from __future__ import annotations

from collections.abc import Sequence

from translate_pipeline.document import TermMatch
from translate_pipeline.glossary.enforcement.base import Attempt, Segment, as_it_is, replaced
from translate_pipeline.translation.engine import Engine, SearchOptions


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
        terms = sorted(dict.fromkeys([*missing, *(segment.terms if self._all_terms else ())]), key=lambda t: t.start)
        apart = [term for index, term in enumerate(terms) if index == 0 or terms[index - 1].end <= term.start]
        seen = replaced(segment, [(term, term.target) for term in apart])
        if seen.text == segment.text:
            return None
        return Attempt(seen, SearchOptions(engine.beam, attention=True), as_it_is)
