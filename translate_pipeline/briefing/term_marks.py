"""Where the terms of a sentence stand, on both sides."""

from __future__ import annotations

from collections.abc import Sequence

from translate_pipeline.briefing.model import TermMark
from translate_pipeline.checks.terms import term_pattern
from translate_pipeline.document import TermMatch

_SHOWN = ("term", "name")


def term_marks(terms: Sequence[TermMatch], translation: str | None) -> tuple[TermMark, ...]:
    """The glossary terms and names of a sentence with their places in its source and in its translation.

    Each place in the translation is given to one term only, in the order in which both stand.
    """
    shown = sorted((term for term in terms if term.kind in _SHOWN), key=lambda term: term.start)
    if not shown:
        return ()
    places: dict[str, list[tuple[int, int]]] = {}
    for found in term_pattern([term.target for term in shown]).finditer(translation or ""):
        places.setdefault(_folded(found.group()), []).append(found.span())
    marks = []
    for term in shown:
        spans = places.get(_folded(term.target), [])
        start, end = spans.pop(0) if spans else (None, None)
        marks.append(
            TermMark(term.start, term.end, term.entry.source, term.target, start, end, term.kind, term.entry.domain)
        )
    return tuple(marks)


def _folded(form: str) -> str:
    return " ".join(form.casefold().split())
