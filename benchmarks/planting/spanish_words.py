"""Spanish words that were not translated."""

from __future__ import annotations

import re
from random import Random

from benchmarks.planting.base import Planted, planted, spliced
from translate_pipeline.checks import Translated

_RUN = re.compile(r"(?=(?<![\w'’-])([^\W\d_]+ [^\W\d_]+ [^\W\d_]+)(?![\w'’-]))")
_CONTENT_WORD = 5


def plant_spanish_words(pair: Translated, rng: Random) -> Planted | None:
    """Three Spanish words, none of them a name, where their English should be by their place in the sentence."""
    english = set(re.findall(r"\w+", pair.translation.casefold()))
    spanish = [
        match
        for match in _RUN.finditer(pair.source)
        if match.group(1).islower()
        and english.isdisjoint(match.group(1).split())
        and any(len(word) >= _CONTENT_WORD for word in match.group(1).split())
    ]
    places = [match for match in _RUN.finditer(pair.translation) if match.group(1).islower()]
    if not spanish or not places:
        return None
    words = rng.choice(spanish)
    share = words.start() / len(pair.source)
    place = min(places, key=lambda match: abs(match.start() / len(pair.translation) - share))
    return planted(pair, spliced(pair.translation, *place.span(1), words.group(1)))
