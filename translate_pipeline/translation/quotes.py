"""Quotation marks: the models read straight ones best; the reader gets back what the source used."""

from __future__ import annotations

import re

_STRAIGHT = str.maketrans("“”„‟«»‘’‚‛′", '""""""\'\'\'\'\'')
_TYPOGRAPHIC = re.compile(r"[“”«»„]")
_ENGLISH: dict[int, str | None] = {ord("«"): "“", ord("»"): "”", ord("„"): "“", ord("¿"): None, ord("¡"): None}
# Opening and closing marks that belong together.
_PAIRS = (("“„", "”"), ("«", "»"), ("(", ")"), ("[", "]"), ('"', '"'))
_STRAY_SPACE_INSIDE = re.compile(r'"\s+([^"]*?)\s*"')


def straighten(text: str) -> str:
    """Typographic quotation marks as straight ones; every offset stays."""
    return text.translate(_STRAIGHT)


def _unpaired(text: str, mark: str, opening: str, closing: str) -> bool:
    """Whether a mark at one end of `text` has no partner in it."""
    marks = sum(text.count(other) for other in opening), sum(text.count(other) for other in closing)
    if set(opening) == set(closing):
        return marks[0] % 2 == 1
    return marks[0] > marks[1] if mark in opening else marks[1] > marks[0]


def _lone(text: str, position: int) -> bool:
    mark = text[position : position + 1] or text[position:]
    for opening, closing in _PAIRS:
        if mark and mark in (opening if position == 0 else closing):
            return _unpaired(text, mark, opening, closing)
    return False


def peel(text: str) -> tuple[str, str, str]:
    """Takes off marks at the ends whose partners stand in other sentences.

    Returns:
        What stood before, the text between, what stood behind.
    """
    start, end = 0, len(text)
    while start < end and _lone(text[start:end], 0):
        start += 1
    tail = ""
    while end > start:
        body = text[start:end]
        if _lone(body, -1):
            tail, end = body[-1] + tail, end - 1
        elif tail == "" and len(body) > 1 and body[-1] in ".,;" and _lone(body[:-1], -1):
            tail, end = body[-2:], end - 2
        else:
            break
    return text[:start], text[start:end], tail


def restore(translation: str, source: str) -> str:
    """Straight double quotation marks as English typographic ones, where the source had typographic ones.

    Unbalanced marks stay straight, so that nothing is quoted that was not.
    """
    if not _TYPOGRAPHIC.search(source) or translation.count('"') % 2:
        return translation
    out, is_open = [], False
    for letter in _STRAY_SPACE_INSIDE.sub(r'"\1"', translation):
        if letter == '"':
            out.append("”" if is_open else "“")
            is_open = not is_open
        else:
            out.append(letter)
    return "".join(out)


def english_marks(marks: str) -> str:
    """Marks that were peeled off, as English has them: ¿ and ¡ go, « and » become “ and ”."""
    return marks.translate(_ENGLISH)
