"""Plain text as Markdown that shows it."""

from __future__ import annotations

import re

from translate_pipeline.translation.prose import verbatim_spans

# Underscores inside words are no emphasis (CommonMark 0.31, 6.2).
_MARK = re.compile(r"[\\`*<\[|]|(?<!\w)_|_(?!\w)|&(?=#?\w+;)|~(?=~)")
_OPENING = re.compile(r"(?:#{1,6}(?= |$)|[-+>](?= |$))|\d{1,9}(?=[.)](?: |$))")


def as_markdown(text: str) -> str:
    """Running text whose characters show as they are; addresses in it stay as they are.

    Source: CommonMark 0.31, backslash escapes.
    """
    pieces, position = [], 0
    for span in verbatim_spans(text):
        pieces += [_escaped(text[position : span.start()]), span.group()]
        position = span.end()
    marked = "".join([*pieces, _escaped(text[position:])])
    opening = _OPENING.match(text)
    if opening is None:
        return marked
    end = opening.end()
    return f"{marked[:end]}\\{marked[end:]}" if opening.group().isdigit() else f"\\{marked}"


def _escaped(text: str) -> str:
    return _MARK.sub(lambda mark: f"\\{mark.group()}", text)
