"""Holds terms, names and figures in slots ⟦0⟧ … ⟦9⟧, for models that were trained to copy them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from translate_pipeline.document import TermMatch
from translate_pipeline.glossary.article import place
from translate_pipeline.glossary.enforcement.base import Attempt, Segment, had_article, replaced
from translate_pipeline.glossary.enforcement.joining import goes_on, surplus_behind, without_article
from translate_pipeline.translation.engine import Engine, SearchOptions
from translate_pipeline.translation.package import SLOTS

# The bundled model was trained on up to six slots in a sentence.
_MOST_SLOTS = 6
_SLOT = re.compile(r"⟦(\d)⟧")


def _held(terms: Sequence[TermMatch]) -> list[TermMatch]:
    """The terms that get a slot, in the order of the text: the first given win where two overlap."""
    kept: list[TermMatch] = []
    for term in terms:
        if len(kept) == _MOST_SLOTS:
            break
        if not any(other.overlaps(term.start, term.end) for other in kept):
            kept.append(term)
    return sorted(kept, key=lambda term: term.start)


def _fill(translation: str, source: str, terms: Sequence[TermMatch]) -> str | None:
    """Puts the target forms in; None unless each slot came out exactly once."""
    if sorted(_SLOT.findall(translation)) != [str(number) for number in range(len(terms))]:
        return None
    out, position = "", 0
    for match in _SLOT.finditer(translation):
        term = terms[int(match.group(1))]
        before, form = out + translation[position : match.start()], term.target
        if term.kind == "term":
            before, form = place(before, form, term.entry, term.in_capitals, had_article(source, term.start))
        else:
            before = without_article(before, form)
        out, position = before + form, match.end()
        position += surplus_behind(form, translation[position:], goes_on(source, term.end))
        takes_bare_apostrophe = form.endswith("s") and term.entry.article == "the"
        if takes_bare_apostrophe and translation[position : position + 2] in ("'s", "’s"):
            out, position = out + "'", position + 2
    return out + translation[position:]


class SlotEnforcement:
    """The missing terms, or all, in slots.

    Args:
        all_terms: hold the terms that came through, too.
    """

    name = "slots"

    def __init__(self, all_terms: bool = False) -> None:
        self._all_terms = all_terms

    def attempt(self, segment: Segment, missing: Sequence[TermMatch], engine: Engine) -> Attempt | None:
        """An attempt, where the model knows slots and there is something to hold."""
        terms = _held([*missing, *(segment.terms if self._all_terms else ())])
        if not engine.knows_slots or not terms or (self._all_terms and len(terms) == len(missing)):
            return None
        return Attempt(
            replaced(segment, list(zip(terms, SLOTS, strict=False))),
            SearchOptions(engine.beam, min(2, engine.beam), attention=True),
            lambda text: _fill(text, segment.text, terms),
            common_nouns_held=sum(term.kind == "term" and term.target.islower() for term in terms),
        )
