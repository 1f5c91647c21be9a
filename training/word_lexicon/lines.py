"""The lines of English words that the lexicon's files hold, as `translate_pipeline.lexicon.word_list` reads them."""

from __future__ import annotations

from collections.abc import Mapping

from translate_pipeline.lexicon.word_list import SURE

MOST_TRANSLATIONS = 3
_MOST_TENTHS = 9


def line_of(probabilities: Mapping[str, float], *, is_sure: bool) -> str:
    """The line for the English words of a Spanish one with their probabilities, the likeliest first, at most three.

    Args:
        probabilities: p(English | Spanish).
        is_sure: whether the first can be written without knowing the sentence.
    """
    listed = list(probabilities.items())[:MOST_TRANSLATIONS]
    written = "".join(f"{form}{min(_MOST_TENTHS, round(10 * p))}" for form, p in listed)
    return SURE + written if is_sure else written
