"""Takes out a word that a model wrote twice in a row: `the toys toys`."""

from __future__ import annotations

import re

# English has these twice: `had had`, `the one that that shy man wrote`.
_TWICE_IN_ENGLISH = "had|that|very|so|for|in|is|no|ha|bye|hear|now|there|well"
_DOUBLED = re.compile(rf"(?<![\w'’-])(?!(?:{_TWICE_IN_ENGLISH})\b)([^\W\d_]{{3,}}) \1(?![\w'’-])")
# `voto por voto`, `Modo Modo`: what a source repeats may be repeated.
_REPEATED = re.compile(r"(?<!\w)([^\W\d_]{3,})(?: \w{1,4})? \1(?!\w)", re.IGNORECASE)


def without_doubled_words(translation: str, source: str) -> str:
    """An English translation in which no word follows on itself, unless its Spanish source repeats one.

    Args:
        translation: of the source.
        source: the Spanish sentence.
    """
    if not _DOUBLED.search(translation) or _REPEATED.search(source):
        return translation
    return _DOUBLED.sub(r"\1", translation)
