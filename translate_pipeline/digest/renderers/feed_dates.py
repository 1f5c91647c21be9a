"""Dates as Atom wants them."""

from __future__ import annotations

from datetime import datetime

from translate_pipeline.readers.collections.dates import iso_date

_DAY = len("2024-10-16")


def rfc3339(date: str | None) -> str | None:
    """The moment of a date, a day's being its beginning in UTC; None for what is no date.

    A time of day without a zone is taken as UTC.
    """
    known = iso_date(date) if date else None
    if known is None or len(known) < _DAY:
        return None
    if len(known) == _DAY:
        return f"{known}T00:00:00Z"
    return known if datetime.fromisoformat(known).tzinfo else f"{known}Z"
