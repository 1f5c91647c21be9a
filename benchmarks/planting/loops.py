"""Loops, as models fall into them."""

from __future__ import annotations

import re
from random import Random

from benchmarks.planting.base import Planted, planted
from translate_pipeline.checks import Translated

_LONGEST_PHRASE = 4
_FEWEST_WORDS = 6
_LONG_WORD = re.compile(r"(?<!\w)[^\W\d_]{6,}(?!\w)")


def plant_phrase_loop(pair: Translated, rng: Random) -> Planted | None:
    """A phrase of up to four words stands three times or more; the rest of the sentence follows or is lost."""
    words = pair.translation.split()
    if len(words) < _FEWEST_WORDS:
        return None
    size = rng.randint(1, _LONGEST_PHRASE)
    start = rng.randrange(len(words) - size)
    phrase = words[start : start + size]
    if not any(character.isalpha() for word in phrase for character in word):
        return None
    rest = words[start + size :] if rng.random() < 0.5 else []
    return planted(pair, " ".join([*words[:start], *phrase * rng.randint(3, 8), *rest]))


def plant_loop_in_word(pair: Translated, rng: Random) -> Planted | None:
    """A piece of two to five letters stands four times or more within a word, as in mainstremainstremainstre."""
    words = list(_LONG_WORD.finditer(pair.translation))
    if not words:
        return None
    match = rng.choice(words)
    word = match.group()
    size = rng.randint(2, 5)
    start = rng.randrange(len(word) - size + 1)
    end = start + size
    rest = word[end:] if rng.random() < 0.5 else ""
    looped = word[:start] + word[start:end] * rng.randint(4, 12) + rest
    return planted(pair, pair.translation[: match.start()] + looped + pair.translation[match.end() :])
