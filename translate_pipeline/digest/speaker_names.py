"""A speaker's name in both languages."""

from __future__ import annotations

import re

from translate_pipeline.briefing.model import SentencePair, TermMark

_OF = re.compile(r" (?:de la|de los|de las|de|del) ")


def speaker_names(pair: SentencePair, start: int, end: int) -> tuple[str, str]:
    """A name in the source, and what stands for it in the translation: the same, where no term says otherwise.

    Args:
        pair: the sentence.
        start, end: offsets of the name in its source.
    """
    name = pair.source[start:end]
    covering = [mark for mark in pair.terms if mark.start <= start and end <= mark.end and _is_name(pair, mark)]
    if covering:
        mark = covering[0]
        return pair.source[mark.start : mark.end], mark.target
    return name, name


def _is_name(pair: SentencePair, mark: TermMark) -> bool:
    """Whether a term is a name, and no common noun that holds one: `presidente Trump`."""
    return pair.source[mark.start].isupper() and mark.target[:1].isupper()
