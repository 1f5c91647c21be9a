"""What a way of enforcing terms is: another thing to ask of the model, and how to read the answer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from translate_pipeline.document import TermMatch
from translate_pipeline.translation.engine import Engine, Hypothesis, Request


@dataclass(frozen=True)
class Segment:
    """What the model is to translate of a sentence: text with straight quotation marks, and the terms in it."""

    text: str
    terms: tuple[TermMatch, ...]


@dataclass(frozen=True)
class Attempt:
    """A request to the engine, and how its hypothesis becomes a translation; None if it cannot.

    `common_nouns_held` counts the terms that are no names and that the model does not see.
    """

    request: Request
    realise: Callable[[Hypothesis], str | None]
    common_nouns_held: int = 0


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
