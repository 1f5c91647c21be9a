"""Moments as people give them on a command line."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone

from translate_pipeline.errors import UsageError
from translate_pipeline.iso_dates import parse_iso_date

_AGO = re.compile(r"(\d{1,5})([mhdw])")
_UNITS = {"m": "minutes", "h": "hours", "d": "days", "w": "weeks"}


def moment(text: str, option: str) -> datetime:
    """A day, a moment in ISO 8601 (in local time without an offset), or how long ago: `90m`, `36h`, `2d`, `1w`.

    Raises:
        UsageError: it is none of these.
    """
    ago = _AGO.fullmatch(text.strip())
    try:
        if ago:
            return datetime.now(timezone.utc) - timedelta(**{_UNITS[ago.group(2)]: int(ago.group(1))})
        return parse_iso_date(text.strip()).astimezone()
    except (ValueError, OverflowError):
        raise UsageError(f"{option} {text!r}: give a day (2024-10-16), a moment, or how long ago (36h, 2d)") from None
