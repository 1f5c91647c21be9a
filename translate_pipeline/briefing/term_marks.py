"""Where the terms and the names of a sentence stand, on both sides."""

from __future__ import annotations

from collections.abc import Sequence

from translate_pipeline.briefing.model import TermMark
from translate_pipeline.checks.terms import term_pattern
from translate_pipeline.document import Sentence, TermMatch
from translate_pipeline.glossary.entry import GlossaryEntry
from translate_pipeline.names import NameSpan, recognise


def sentence_marks(sentence: Sentence, language: str) -> tuple[TermMark, ...]:
    """The glossary terms of a sentence, and the names that no term holds, in the order of the source.

    Names are recognised in Spanish. One stands in the translation where it stands there as the source has it.

    Args:
        sentence: translated, or left as it is.
        language: code of its language.
    """
    names = [_name(span) for span in recognise(sentence.source) if span.distinctive] if language[:2] == "es" else []
    free = [name for name in names if not any(term.overlaps(name.start, name.end) for term in sentence.terms)]
    return _marks([*sentence.terms, *free], sentence.translation or "")


def _name(span: NameSpan) -> TermMatch:
    return TermMatch(GlossaryEntry(span.text, span.text), span.start, span.end, span.text, "name")


def _marks(matches: Sequence[TermMatch], translation: str) -> tuple[TermMark, ...]:
    """Matches with their places; each place in the translation is given to one only, in the order of the source."""
    if not matches:
        return ()
    places: dict[str, list[tuple[int, int]]] = {}
    for found in term_pattern([match.target for match in matches]).finditer(translation):
        places.setdefault(_folded(found.group()), []).append(found.span())
    marks = []
    for match in sorted(matches, key=lambda match: match.start):
        spans = places.get(_folded(match.target), [])
        start, end = spans.pop(0) if spans else (None, None)
        marks.append(
            TermMark(
                match.start, match.end, match.entry.source, match.target, start, end, match.kind, match.entry.domain
            )
        )
    return tuple(marks)


def _folded(form: str) -> str:
    return " ".join(form.casefold().split())
