"""Where the terms and the names of a sentence stand, on both sides."""

from __future__ import annotations

import re
from collections.abc import Sequence

from translate_pipeline.briefing.model import TermMark
from translate_pipeline.checks.terms import term_pattern
from translate_pipeline.document import Sentence, TermMatch
from translate_pipeline.names import recognise


def sentence_marks(sentence: Sentence, language: str) -> tuple[TermMark, ...]:
    """The glossary terms of a sentence, and the names that no term holds, in the order of the source.

    Names are recognised in Spanish. One stands in the translation where it stands there as the source has it.

    Args:
        sentence: translated, or left as it is.
        language: code of its language.
    """
    terms = term_marks(sentence.terms, sentence.translation)
    if language[:2] != "es":
        return terms
    names = [
        span
        for span in recognise(sentence.source)
        if span.distinctive and not any(_overlap((span.start, span.end), (term.start, term.end)) for term in terms)
    ]
    taken = [(t.target_start, t.target_end) for t in terms if t.target_start is not None and t.target_end is not None]
    marks = list(terms)
    # The longest first, so that none takes the place of a name that it is a part of.
    for span in sorted(names, key=lambda span: -len(span.text)):
        found = re.finditer(rf"(?<!\w){re.escape(span.text)}(?!\w)", sentence.translation or "")
        place = next((m.span() for m in found if not any(_overlap(m.span(), other) for other in taken)), None)
        taken += [place] if place else []
        start, end = place or (None, None)
        marks.append(TermMark(span.start, span.end, span.text, span.text, start, end, "name"))
    return tuple(sorted(marks, key=lambda mark: mark.start))


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def term_marks(terms: Sequence[TermMatch], translation: str | None) -> tuple[TermMark, ...]:
    """The glossary terms of a sentence with their places in its source and in its translation.

    Each place in the translation is given to one term only, in the order in which both stand.
    """
    shown = sorted((term for term in terms if term.kind == "term"), key=lambda term: term.start)
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
