"""Spanish, Portuguese, Galician, Catalan and Italian told apart by their function words.

Letters alone mislead langdetect in a short mail, and it knows no Galician.
"""

from __future__ import annotations

import functools
import importlib.resources
from collections.abc import Sequence

_CODES = ("es", "pt", "gl", "ca", "it")
_FEWEST, _FEWEST_AGAINST_SPANISH = 2, 3
_MARGIN = 2


@functools.cache
def _words(code: str) -> frozenset[str]:
    folder = importlib.resources.files("translate_pipeline") / "function_words" / "romance"
    return frozenset((folder / f"{code}.txt").read_text(encoding="utf-8").split())


def told_by_function_words(words: Sequence[str], guess: str) -> tuple[str, float] | None:
    """Another language than the one that letters speak for, if function words clearly speak for that.

    Args:
        words: the words of a text, in lower case.
        guess: the code of the language that letters speak for.

    Returns:
        The code of the other language, and its share of the words that only one of both has; None if the guess stands.
    """
    if guess not in _CODES:
        return None
    best: tuple[int, str, float] | None = None
    fewest = _FEWEST_AGAINST_SPANISH if guess == "es" else _FEWEST
    for code in _CODES:
        own = sum(word in _words(code) and word not in _words(guess) for word in words)
        against = sum(word in _words(guess) and word not in _words(code) for word in words)
        if own >= fewest and own >= _MARGIN * against:
            best = max(best or (0, "", 0.0), (own, code, round(own / (own + against), 3)))
    return best[1:] if best else None
