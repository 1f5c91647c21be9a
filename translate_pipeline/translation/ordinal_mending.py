"""Ordinals and degrees whose raised letters a model took for letters: `24.5 orC`, `2.th`, `1.or`."""

from __future__ import annotations

import re

from translate_pipeline.checks.calendar_words import ENGLISH_MONTHS
from translate_pipeline.checks.number_words import ordinal_figure

_DEGREES = re.compile(r"(?<=\d)\s?(?:or?|[ºª°])\s?([CF])(?!\w)")
_ORDINAL = re.compile(r"(?<![\w.,])(\d{1,4})(?:\.(?:st|nd|rd|th|or|o|er)|st|nd|rd|th|or)(?!\w)")
_ORDINAL_IN_SPANISH = re.compile(r"(?<![\w.,])(\d{1,4})\.?[ºª]")
_COPIED_ORDINAL = re.compile(r"(?<![\w.,])(\d{1,4})\.?[aoºª](?!\w)")
_DEGREES_IN_SPANISH = re.compile(r"\d\s?[º°]\s?[CF]\b")
_DAY_AFTER_MONTH = re.compile(rf"\b((?:{'|'.join(ENGLISH_MONTHS)}) \d{{1,2}})(?:st|nd|rd|th)(?!\w)")


def mend_ordinals(translation: str, source: str) -> str:
    """An English translation with the right letters behind its ordinals, and degrees with their sign."""
    if _DEGREES_IN_SPANISH.search(source):
        translation = _DEGREES.sub(r" °\1", translation)
    translation = _ORDINAL.sub(lambda match: ordinal_figure(int(match[1])), translation)
    ordinals = set(_ORDINAL_IN_SPANISH.findall(source))
    if ordinals:
        translation = _COPIED_ORDINAL.sub(
            lambda match: ordinal_figure(int(match[1])) if match[1] in ordinals else match.group(), translation
        )
    return _DAY_AFTER_MONTH.sub(r"\1", translation)
