"""Holds terms and figures in slots ⟦0⟧ … ⟦9⟧, for models that were trained to copy them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from translate_pipeline.checks.figures import Figure, english_form
from translate_pipeline.document import TermMatch
from translate_pipeline.glossary.article import place
from translate_pipeline.glossary.enforcement.base import Attempt, Segment, had_article
from translate_pipeline.translation.engine import Engine, Hypothesis, Request, SearchOptions
from translate_pipeline.translation.package import SLOTS

# The bundled model was trained on up to six slots in a sentence.
_MOST_SLOTS = 6
_SLOT = re.compile(r"⟦(\d)⟧")


@dataclass(frozen=True)
class _Held:
    """A span of the source that a slot stands for: a term, or a figure with its English form."""

    start: int
    end: int
    term: TermMatch | None
    form: str


def _spans(terms: Sequence[TermMatch], wrong: Sequence[Figure]) -> list[_Held]:
    spans = [_Held(term.start, term.end, term, term.entry.target) for term in terms]
    for figure in wrong:
        if all(figure.end <= span.start or span.end <= figure.start for span in spans):
            spans.append(_Held(figure.start, figure.end, None, english_form(figure)))
    return sorted(spans[:_MOST_SLOTS], key=lambda span: span.start)


def _slotted(text: str, spans: Sequence[_Held]) -> str:
    out, position = [], 0
    for slot, span in zip(SLOTS, spans, strict=False):
        out += [text[position : span.start], slot]
        position = span.end
    return "".join([*out, text[position:]])


def _fill(translation: str, source: str, spans: Sequence[_Held]) -> str | None:
    """Puts the held forms in; None unless each slot came out exactly once."""
    if sorted(_SLOT.findall(translation)) != [str(number) for number in range(len(spans))]:
        return None
    out, position = "", 0
    for match in _SLOT.finditer(translation):
        span = spans[int(match.group(1))]
        before, form = out + translation[position : match.start()], span.form
        if span.term is not None and span.term.kind == "term":
            article = had_article(source, span.start)
            before, form = place(before, form, span.term.entry, span.term.in_capitals, article)
        out, position = before + form, match.end()
        takes_bare_apostrophe = form.endswith("s") and span.term is not None and span.term.entry.article == "the"
        if takes_bare_apostrophe and translation[position : position + 2] in ("'s", "’s"):
            out, position = out + "'", position + 2
    return out + translation[position:]


class SlotEnforcement:
    """The missing terms and wrong figures in slots, and all terms in slots."""

    name = "slots"

    def attempts(
        self, segment: Segment, missing: Sequence[TermMatch], wrong: Sequence[Figure], engine: Engine
    ) -> Iterable[Attempt]:
        """Attempts only where the model knows slots."""
        if not engine.knows_slots:
            return
        others = [term for term in segment.terms if term not in missing]
        seen = set()
        for terms in (list(missing), [*missing, *others]):
            spans = _spans(terms, wrong)
            text = _slotted(segment.text, spans)
            if not spans or text in seen:
                continue
            seen.add(text)

            def realise(hypothesis: Hypothesis, spans: list[_Held] = spans) -> str | None:
                return _fill(hypothesis.text, segment.text, spans)

            common = sum(span.term is not None and span.form.islower() for span in spans)
            yield Attempt(Request(text, SearchOptions(engine.beam)), realise, common)
