"""A date found in text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class WrittenDate:
    """A date as it is written, and the day it means.

    Args:
        day: the day.
        text: the words that say it.
        start, end: their offsets into the text.
        is_relative: it counts from the day of publication, as `ayer` does; in a quotation it may count from another.
    """

    day: date
    text: str
    start: int
    end: int
    is_relative: bool = False
