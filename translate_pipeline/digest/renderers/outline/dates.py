"""Dates of metadata, as a reader wants them."""

from __future__ import annotations

import re

_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::[\d.]+)?(Z|[+-]\d\d:?\d\d)?")


def written_date(date: str) -> str:
    """A day as it is, a moment as `2024-10-30 08:00 +01:00`, and what is neither as it is."""
    moment = _MOMENT.fullmatch(date.strip())
    return " ".join(part.replace("Z", "UTC") for part in moment.groups() if part) if moment else date


def written_day(date: str) -> str:
    """The day of a date, in the zone in which it is given."""
    moment = _MOMENT.fullmatch(date.strip())
    return moment[1] if moment else date


def days(first: str | None, last: str | None) -> str | None:
    """The days from one to another, or the one that both are or that is known."""
    known = [written_day(date) for date in (first, last) if date]
    return " to ".join(dict.fromkeys(known)) or None
