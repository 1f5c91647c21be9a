"""Quotation marks and brackets lost; both sentences have the same number of them."""

from __future__ import annotations

import re
from random import Random

from benchmarks.planting.base import Planted, planted, spliced
from translate_pipeline.checks import Translated

_MARK = re.compile(r"[\"“”«»„]|''|``")
_BRACKETED = re.compile(r"\(([^()]*)\)")


def _quotation_marks(pair: Translated) -> list[re.Match[str]]:
    """The quotation marks of the translation, if they are balanced and as many as the source has."""
    marks = list(_MARK.finditer(pair.translation))
    return marks if len(marks) % 2 == 0 and len(marks) == len(_MARK.findall(pair.source)) else []


def plant_lost_quotation_mark(pair: Translated, rng: Random) -> Planted | None:
    """One quotation mark is lost, so that the quotation has no beginning or no end."""
    marks = _quotation_marks(pair)
    if not marks:
        return None
    start, end = rng.choice(marks).span()
    return planted(pair, pair.translation[:start] + pair.translation[end:])


def plant_lost_quotation(pair: Translated, rng: Random) -> Planted | None:
    """Both marks of a quotation are lost, so that nobody seems to be quoted."""
    marks = _quotation_marks(pair)
    if not marks:
        return None
    first = 2 * rng.randrange(len(marks) // 2)
    opening, closing = marks[first : first + 2]
    text = pair.translation
    return planted(pair, text[: opening.start()] + text[opening.end() : closing.start()] + text[closing.end() :])


def plant_lost_brackets(pair: Translated, rng: Random) -> Planted | None:
    """One bracket, both brackets, or both with what is between them are lost."""
    given = list(_BRACKETED.finditer(pair.translation))
    counts = {pair.source.count("("), pair.source.count(")"), pair.translation.count("("), pair.translation.count(")")}
    if not given or counts != {len(given)}:
        return None
    match, text = rng.choice(given), pair.translation
    inner = match.group(1)
    kept = rng.choice([inner, f"({inner}", f"{inner})", ""])
    return planted(pair, spliced(text, *match.span(), kept))
