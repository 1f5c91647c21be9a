"""The words of a text that say what it is about, as often as they stand there."""

from __future__ import annotations

import re

from translate_pipeline.language import function_words
from translate_pipeline.summarization.stemming import stemmer

_WORD = re.compile(r"[^\W_]+")


def word_stems(text: str, language: str) -> list[str]:
    """The stems of a text's words and numbers in their order, without function words and single letters."""
    stem, passed_over = stemmer(language), function_words(language)
    words = (word for word in _WORD.findall(text.lower()) if word not in passed_over)
    return [stem(word) for word in words if len(word) > 1 or word.isdigit()]
