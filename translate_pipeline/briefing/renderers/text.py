"""Plain text in two columns, for mail and printers."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Iterable
from itertools import zip_longest

from translate_pipeline.briefing.model import Briefing, SentencePair
from translate_pipeline.briefing.renderers.base import (
    column_names,
    facts,
    heading,
    language_name,
    marked,
    origin,
    place,
    term_row,
    to_check,
)

_WIDTH = 100
_PLACE = 6
_GAP = 3


def _pad(text: str, width: int) -> str:
    """Text filled up to a width in columns; wide letters take two, combining marks none."""
    columns = sum(
        0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        for letter in text
    )
    return text + " " * max(1, width - columns) if text else " " * width


def _columns(where: str, left: str, right: str) -> list[str]:
    width = (_WIDTH - _PLACE - _GAP) // 2
    rows = zip_longest(textwrap.wrap(left, width), textwrap.wrap(right, width), fillvalue="")
    return [
        (_pad(where if row == 0 else "", _PLACE) + _pad(a, width + _GAP) + b).rstrip()
        for row, (a, b) in enumerate(rows)
    ]


def _paragraph(text: str, first: str = "") -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent=first.ljust(_PLACE), subsequent_indent=" " * _PLACE)


def _section(name: str) -> list[str]:
    return ["", name.upper(), "-" * len(name)]


def _pairs(briefing: Briefing, pairs: Iterable[SentencePair]) -> list[str]:
    lines: list[str] = []
    if briefing.translated:
        lines += _columns("", *column_names(briefing))
        lines.append("")
    for pair in pairs:
        if briefing.translated:
            lines += _columns(place(pair), marked(pair), pair.source)
        else:
            lines += _paragraph(pair.source, place(pair))
        lines.append("")
    return lines


def _one(briefing: Briefing) -> list[str]:
    lines = [heading(briefing), "=" * min(_WIDTH, len(heading(briefing)))]
    if briefing.title and briefing.translated:
        lines.append(briefing.title.source)
    lines += textwrap.wrap(origin(briefing), _WIDTH)
    lines += textwrap.wrap(facts(briefing), _WIDTH)
    for note in briefing.notes:
        lines += textwrap.wrap(f"Note: {note}", _WIDTH)
    if briefing.source_summary or briefing.target_summary:
        lines += _section(f"Summary: {language_name(briefing.target_language)}")
        for pair in briefing.target_summary:
            lines += _paragraph(marked(pair), place(pair))
        lines += _section(f"Summary: {language_name(briefing.source_language)}")
        for pair in briefing.source_summary:
            lines += _paragraph(pair.source, place(pair))
    else:
        lines += _section("Summary") + _pairs(briefing, briefing.summary)
    if briefing.terms:
        lines += _section("Terms")
        for source, target, count in map(term_row, briefing.terms):
            lines += _columns(count, target, source)
    flagged = to_check(briefing)
    if flagged:
        lines += _section("To check")
        for pair, message in flagged:
            lines += _paragraph(message, place(pair))
    if briefing.paragraphs and briefing.translated:
        lines += _section("Full text")
        lines += _pairs(briefing, (pair for paragraph in briefing.paragraphs for pair in paragraph.sentences))
    return lines


class TextRenderer:
    """Plain text, a hundred columns wide."""

    name = "txt"
    endings: tuple[str, ...] = (".txt", ".text")

    frame = ("", "\n\n", "")

    def render(self, briefing: Briefing) -> str:
        """A briefing under its title."""
        return "\n".join(_one(briefing)).rstrip() + "\n"
