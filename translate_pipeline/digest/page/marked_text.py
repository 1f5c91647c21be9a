"""A sentence as HTML: its text escaped, with marks that may overlap."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

if TYPE_CHECKING:
    from translate_pipeline.briefing.model import SentencePair


@dataclass(frozen=True)
class Mark:
    """An element around the characters from `start` to `end` of a text."""

    start: int
    end: int
    tag: str
    attributes: tuple[tuple[str, str], ...]

    @property
    def opening(self) -> Markup:
        """Its start tag."""
        return Markup("<{}{}>").format(
            self.tag, Markup("").join(Markup(' {}="{}"').format(name, value) for name, value in self.attributes)
        )

    @property
    def closing(self) -> Markup:
        """Its end tag."""
        return Markup("</{}>").format(self.tag)


def marked_text(text: str, marks: Sequence[Mark]) -> Markup:
    """Text with its marks; where two overlap, the one that comes first in `marks` goes around the other.

    A mark that crosses the end of one around it is closed and opened again, as HTML wants elements nested.
    """
    if not marks:
        return escape(text)
    cuts = sorted({0, len(text), *(cut for mark in marks for cut in (mark.start, mark.end) if 0 < cut < len(text))})
    pieces: list[Markup] = []
    open_marks: list[Mark] = []
    for start, end in pairwise(cuts):
        wanted = [mark for mark in marks if mark.start <= start and end <= mark.end]
        kept = _common_start(open_marks, wanted)
        pieces += [mark.closing for mark in reversed(open_marks[kept:])]
        pieces += [mark.opening for mark in wanted[kept:]]
        pieces.append(escape(text[start:end]))
        open_marks = wanted
    return Markup("").join([*pieces, *(mark.closing for mark in reversed(open_marks))])


def _common_start(one: Sequence[Mark], other: Sequence[Mark]) -> int:
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a is not b), min(len(one), len(other)))


def places_of(part: str, text: str) -> Iterator[tuple[int, int]]:
    """Where `part` stands in `text` as whole words; where it does so nowhere, each place at which it stands."""
    if not part.strip():
        return
    places = [m.span() for m in re.finditer(rf"(?<!\w){re.escape(part)}(?!\w)", text)]
    yield from places or [m.span() for m in re.finditer(re.escape(part), text)]


def finding_marks(pair: SentencePair, of_source: bool) -> Iterator[Mark]:
    """The words that a check objects to, on one side; its message is their title."""
    text = pair.source if of_source else pair.target
    # A finding does not say which place it means, so that equal ones would mark every place once for each of them.
    distinct = dict.fromkeys(
        (f.source_span if of_source else f.target_span, f.severity, f.message) for f in pair.findings
    )
    for span, severity, message in distinct:
        for start, end in places_of(span, text):
            yield Mark(start, end, "mark", (("class", severity), ("title", message)))


def term_marks(pair: SentencePair, of_source: bool, bilingual: bool) -> Iterator[Mark]:
    """The terms and names on one side, numbered so that a term finds its twin; with both forms if `bilingual`."""
    for number, term in enumerate(pair.terms):
        start, end = (term.start, term.end) if of_source else (term.target_start, term.target_end)
        if start is None or end is None:
            continue
        forms = (("title", f"{term.source} → {term.target}"),) if bilingual else ()
        yield Mark(start, end, "span", (("class", term.kind), ("data-t", str(number)), *forms))


def emphasis_marks(part: str, text: str) -> Iterable[Mark]:
    """The part of a sentence for which it is shown: a quotation, a figure, a date."""
    return [Mark(start, end, "em", ()) for start, end in places_of(part, text)]
