"""When an entry was published."""

from __future__ import annotations

from datetime import datetime, timezone
from pathlib import Path

from translate_pipeline.iso_dates import parse_iso_date
from translate_pipeline.readers.collections.base import Entry

_LENGTH_OF_A_DAY = len("2024-10-16")


def is_before(date: str | None, since: datetime | None) -> bool:
    """Whether a day or moment in ISO 8601 is before another; what is no date, or unknown, is not.

    A day is before a moment if it is before the moment's day.
    """
    if since is None or date is None:
        return False
    try:
        moment = parse_iso_date(date)
    except ValueError:
        return False
    if len(date) <= _LENGTH_OF_A_DAY:
        return moment.date() < since.date()
    return (moment if moment.tzinfo else moment.replace(tzinfo=timezone.utc)) < since


def modified(entry: Entry) -> str | None:
    """When the file of an entry was last changed, in ISO 8601; None if it is no file."""
    try:
        return datetime.fromtimestamp(Path(entry.identity).stat().st_mtime, timezone.utc).isoformat()
    except (OSError, ValueError, OverflowError):
        return None
