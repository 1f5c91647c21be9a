"""Where a text quotes: spans between quotation marks that are certain to belong together."""

from __future__ import annotations

import itertools
import re
from typing import NamedTuple

_CLOSING = {"“": "”", "«": "»", "„": "“”"}
_MARKS = re.compile(r"[\"“”«»„]")
_ENGLISH_MARKS = re.compile(r"[\"“”«»„‘]|(?<![\w'’])'(?=\w)")
_BEFORE_OPENING = frozenset(" \t\u00a0([¿¡—–-:\"“«'")
_AFTER_CLOSING = frozenset(" \t\u00a0)].,;:!?…—–-\"”»'")
# In `dijo el presidente."No habrá` the space between two sentences was lost.
_LOST_SPACE = re.compile(r"[.?!:]\"[A-ZÁÉÍÓÚÑ¿¡]")
# Apostrophes close nothing: a quotation in single marks ends beside punctuation.
_SINGLE_CLOSING = re.compile(r"(?<=[.,?!…])['’](?!\w)|(?<=\w)['’](?=[.,;]|$)")


# —No sé nada —dijo Juan Pérez.
_DASH_BEHIND_SPEECH = re.compile(r"\s—\s?(?=[a-záéíóúñ])")

# Bounds for what is no prose: nobody nests as many marks, nor writes as long a quotation.
_MOST_MARKS_WITHIN = 40
_LONGEST_IN_SINGLE_MARKS = 2000


class QuotedSpan(NamedTuple):
    """A quotation with its marks: offsets into the text."""

    start: int
    end: int


def _opens(text: str, at: int) -> bool:
    """Whether a straight mark can begin a quotation."""
    if at + 1 >= len(text) or text[at + 1].isspace():
        return False
    return at == 0 or text[at - 1] in _BEFORE_OPENING or _LOST_SPACE.match(text, at - 1) is not None


def _closes(text: str, at: int) -> bool:
    """Whether a straight mark can end a quotation."""
    return at > 0 and not text[at - 1].isspace() and (at + 1 == len(text) or text[at + 1] in _AFTER_CLOSING)


def _end_of_single(text: str, at: int) -> int | None:
    found = _SINGLE_CLOSING.search(text, at + 1, at + _LONGEST_IN_SINGLE_MARKS)
    return found.end() if found else None


def _end_of_straight(text: str, at: int) -> int | None:
    following = text.find('"', at + 1)
    return following + 1 if following >= 0 and _closes(text, following) else None


def _end_of_paired(text: str, at: int) -> int | None:
    """The end of a quotation in marks that differ, others of its kind within it."""
    depth, opening, closing = 1, text[at], _CLOSING[text[at]]
    for mark in itertools.islice(_MARKS.finditer(text, at + 1), _MOST_MARKS_WITHIN):
        if mark.group() in closing:
            depth -= 1
        elif mark.group() == opening:
            depth += 1
        if depth == 0:
            return mark.end()
    return None


def quoted_spans(text: str, language: str) -> list[QuotedSpan]:
    """The outermost quotations of a text, in order; marks without a certain partner are passed over.

    Args:
        text: one or several sentences.
        language: its code; in English single quotation marks quote too.
    """
    marks = _ENGLISH_MARKS if language[:2] == "en" else _MARKS
    spans: list[QuotedSpan] = []
    position = 0
    while (mark := marks.search(text, position)) is not None:
        at, position = mark.start(), mark.end()
        end: int | None = None
        if mark.group() in "'‘":
            end = _end_of_single(text, at)
        elif mark.group() == '"' and _opens(text, at):
            end = _end_of_straight(text, at)
            if end is None and '"' in text[position:]:
                break  # one straight mark within another leaves open which belong together
        elif mark.group() in _CLOSING:
            end = _end_of_paired(text, at)
        if end is not None:
            spans.append(QuotedSpan(at, end))
            position = end
    return spans


def has_open_quotation(text: str, language: str) -> bool:
    """Whether a quotation begins in a text and does not end there."""
    spans = quoted_spans(text, language)
    position = spans[-1].end if spans else 0
    rest = [mark.start() for mark in _MARKS.finditer(text, position)]
    return any(text[at] in _CLOSING or (text[at] == '"' and _opens(text, at)) for at in rest)


def dash_speech(text: str) -> QuotedSpan | None:
    """The speech with which a text behind a dash begins, up to the dash before who says it; None where none is."""
    dash = _DASH_BEHIND_SPEECH.search(text)
    return QuotedSpan(0, dash.start()) if dash and not _MARKS.search(text) else None
