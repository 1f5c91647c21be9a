"""Wrong bounds of numbers: at least as up to, more than as nothing."""

from __future__ import annotations

import re
from random import Random

from benchmarks.planting.base import Planted, either, in_case_of, planted, spliced
from benchmarks.planting.figures import digits_of
from translate_pipeline.checks import Translated

_TURNED = {
    "more than": ("less than", "nearly"),
    "over": ("under", "almost"),
    "less than": ("more than",),
    "fewer than": ("more than",),
    "under": ("over",),
    "at least": ("up to", "at most"),
    "up to": ("more than", "at least"),
    "almost": ("more than", "over"),
    "nearly": ("more than", "at least"),
    "about": ("more than", "at most"),
    "around": ("over", "at least"),
}
_IN_ENGLISH = re.compile(rf"\b({'|'.join(_TURNED)}) [$€£]?(\d[\d.,]*\d|\d)(?![:\d])", re.IGNORECASE)
_IN_SPANISH = re.compile(
    r"\b(?:más|menos|casi|al menos|por lo menos|hasta|unos|unas|cerca|alrededor|aproximadamente)\b"
    r"(?: del?)?(?: el| la| los| las| un)? [$€£]?(\d[\d.,]*\d|\d)(?![:\d])",
    re.IGNORECASE,
)


def _bounds(pair: Translated) -> list[re.Match[str]]:
    """The bounds of the translation whose numbers have one in the source too."""
    bounded = {digits_of(match.group(1)) for match in _IN_SPANISH.finditer(pair.source)}
    return [match for match in _IN_ENGLISH.finditer(pair.translation) if digits_of(match.group(2)) in bounded]


def plant_turned_bound(pair: Translated, rng: Random) -> Planted | None:
    """`More than 100` as `less than 100`."""
    ways = [
        spliced(
            pair.translation, *match.span(1), in_case_of(match.group(1), rng.choice(_TURNED[match.group(1).lower()]))
        )
        for match in _bounds(pair)
    ]
    wrong = either(rng, ways)
    return planted(pair, wrong) if wrong else None


def plant_lost_bound(pair: Translated, rng: Random) -> Planted | None:
    """`More than 100` as `100`."""
    wrong = either(rng, [spliced(pair.translation, *match.span(1), "") for match in _bounds(pair)])
    return planted(pair, wrong) if wrong else None
