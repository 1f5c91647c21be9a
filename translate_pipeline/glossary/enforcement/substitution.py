"""Writes the target form into the source: most models copy what they do not know."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from translate_pipeline.checks.figures import Figure
from translate_pipeline.document import TermMatch
from translate_pipeline.glossary.enforcement.base import Attempt, Segment
from translate_pipeline.translation.engine import Engine, Hypothesis, Request, SearchOptions


def _copied(hypothesis: Hypothesis) -> str | None:
    return hypothesis.text


class SubstitutionEnforcement:
    """The missing terms, then all terms, in their target form within the source."""

    name = "substitution"

    def attempts(
        self, segment: Segment, missing: Sequence[TermMatch], wrong: Sequence[Figure], engine: Engine
    ) -> Iterable[Attempt]:
        """An attempt for each set of terms whose target form differs from what the source has."""
        search, seen = SearchOptions(engine.beam), {segment.text}
        for terms in (missing, segment.terms):
            out, position = [], 0
            for term in sorted(terms, key=lambda match: match.start):
                out += [segment.text[position : term.start], term.entry.target]
                position = term.end
            text = "".join([*out, segment.text[position:]])
            if text not in seen:
                seen.add(text)
                yield Attempt(Request(text, search), _copied)
