"""A speaker in both languages."""

from __future__ import annotations

import re
from dataclasses import dataclass

from translate_pipeline.briefing.model import SentencePair, TermMark

_OF = re.compile(r" (?:de la|de los|de las|del|de) ")
_OF_STATES = ("nationality", "place")


@dataclass(frozen=True)
class Speaker:
    """Who speaks: as the source has it, and what stands for it in the translation; both are equal if no term says."""

    source: str
    target: str


def speaker_at(pair: SentencePair, start: int, end: int) -> Speaker | None:
    """The speaker whose name stands at offsets of a sentence's source.

    A body goes with the state it is of, where both are terms: `Ministerio de Defensa ruso`. None where it is no
    speaker but a place behind another one: `en Valencia, Carabobo`.
    """
    text = pair.source
    terms = [mark for mark in pair.terms if mark.kind == "term"]
    name = next((mark for mark in terms if mark.start <= start and end <= mark.end and _is_name(text, mark)), None)
    if name is None:
        return Speaker(text[start:end], text[start:end])
    if name.domain == "place" and text[:start].endswith(", "):
        return None
    state = next((mark for mark in terms if mark.start > name.start and mark.domain in _OF_STATES), None)
    if name.domain == "organization" and state is not None:
        between = text[name.end : state.start]
        if between == " " and state.domain == "nationality":
            return Speaker(text[name.start : state.end], f"{state.target} {name.target}")
        if _OF.fullmatch(between) and state.domain == "place":
            return Speaker(text[name.start : state.end], f"{name.target} of {state.target}")
    return Speaker(text[name.start : name.end], name.target)


def _is_name(text: str, mark: TermMark) -> bool:
    """Whether a term is a name, and no common noun that holds one: `presidente Trump`."""
    return text[mark.start].isupper() and mark.target[:1].isupper()
