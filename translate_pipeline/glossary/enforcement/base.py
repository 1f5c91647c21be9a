"""What a way of enforcing terms is: another thing to ask of the model, and how to read the answer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from translate_pipeline.document import TermMatch
from translate_pipeline.translation.engine import MOST_PIECES, Engine, Request, SearchOptions


@dataclass(frozen=True)
class Segment:
    """What the model is to translate of a sentence: text with straight quotation marks, and the terms in it."""

    text: str
    terms: tuple[TermMatch, ...]


@dataclass(frozen=True)
class Attempt:
    """What is asked of the model, and how its answer becomes a translation.

    Args:
        seen: what the model gets to see: the segment, perhaps with slots or target forms in place of terms.
        search: how the decoder searches.
        realise: makes a translation of an answer; None if it cannot be one.
        most_pieces: length over which the text is cut at clause boundaries.
        common_nouns_held: how many terms that are no names the model does not see.
    """

    seen: Segment
    search: SearchOptions
    realise: Callable[[str], str | None]
    most_pieces: int = MOST_PIECES
    common_nouns_held: int = 0

    @property
    def request(self) -> Request:
        """The request to the engine."""
        return Request(self.seen.text, self.search, self.most_pieces)


def as_it_is(text: str) -> str | None:
    """An answer that is a translation already."""
    return text


def replaced(segment: Segment, forms: Sequence[tuple[TermMatch, str]]) -> Segment:
    """A segment with other text in place of some of its terms; the terms that are left have their new offsets.

    Args:
        segment: the segment.
        forms: terms in the order of the text, without overlaps, and what is to stand in their places.
    """
    out, position = [], 0
    shifts: list[tuple[int, int]] = []
    for term, form in forms:
        out += [segment.text[position : term.start], form]
        position = term.end
        shifts.append((term.end, len(form) - (term.end - term.start)))
    kept = []
    for term in segment.terms:
        if not any(other.overlaps(term.start, term.end) for other, _ in forms):
            shift = sum(size for end, size in shifts if end <= term.start)
            kept.append(replace(term, start=term.start + shift, end=term.end + shift))
    return Segment("".join([*out, segment.text[position:]]), tuple(kept))


class Enforcement(Protocol):
    """A way to get terms, names and figures into a translation."""

    name: str

    def attempt(self, segment: Segment, missing: Sequence[TermMatch], engine: Engine) -> Attempt | None:
        """What to try for a segment whose translation lacks `missing`; None if there is nothing to try."""
        ...


def had_article(source: str, start: int) -> bool:
    """Whether a Spanish definite article, also in `del` or `al`, stands right before an offset."""
    before = source[:start].rstrip().rpartition(" ")[2].casefold().lstrip("¿¡\"'(«“")
    return before in {"el", "la", "los", "las", "del", "al"}
