"""Glossary terms translated otherwise."""

from __future__ import annotations

import re
from random import Random

from benchmarks.planting.base import Planted, planted
from translate_pipeline.checks import Translated

_OTHERS = ("Bolivia", "Lake Victoria", "Hans Weber", "the Labour Office", "Rome", "the committee", "Norway")


def plant_wrong_term(pair: Translated, rng: Random) -> Planted | None:
    """The English of a term is its Spanish form or something else: once where it stands as often as the term does
    in the source, everywhere where it stands more often."""
    for term in rng.sample(list(pair.terms), len(pair.terms)):
        target = term.target
        places = list(re.finditer(rf"(?<!\w){re.escape(target)}(?!\w)", pair.translation))
        if not places:
            continue
        wanted = sum(other.entry.target == target for other in pair.terms)
        ways = [other for other in _OTHERS if target not in other and other not in pair.translation]
        if term.text.casefold() != target.casefold():
            ways.append(term.text)
        replacement = rng.choice(ways)
        if len(places) > wanted:
            return planted(pair, re.sub(rf"(?<!\w){re.escape(target)}(?!\w)", replacement, pair.translation))
        place = rng.choice(places)
        return planted(pair, pair.translation[: place.start()] + replacement + pair.translation[place.end() :])
    return None
