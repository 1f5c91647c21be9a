"""Ranges that lost their `between`: `entre el 21 % y el 23 %` is not `by 21% and 23%`."""

from __future__ import annotations

import re

_NUMBER = r"(?:(?:el|los|las|la|unos|unas|un)\s+)?[\d][\d.,]*(?:\s?%)?"
_RANGE = re.compile(rf"\bentre\s+{_NUMBER}(?:\s+\w+){{0,2}}?\s+y\s+{_NUMBER}", re.IGNORECASE)
_ENGLISH = re.compile(
    r"\b(?:between|from|to|through|ranges?|ranging|among|or|until|against|versus|compris\w+|at least|including|"
    r"during)\b|\d%?\s?[-–—]\s?\$?\d|\w-to-\w",
    re.IGNORECASE,
)


def lost_range(source: str, translation: str) -> str | None:
    """A range of a Spanish text, if its translation has nothing that says between, from or to."""
    match = _RANGE.search(source)
    return match.group() if match is not None and not _ENGLISH.search(translation) else None
