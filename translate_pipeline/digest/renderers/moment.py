"""The moment that a file of a digest gives as the time when it was made."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import TYPE_CHECKING

from translate_pipeline.errors import UsageError

if TYPE_CHECKING:
    from translate_pipeline.digest.model import Digest

# The same day on every clock from Mexico City eastwards to Auckland.
_HOUR = 6


def digest_moment(digest: Digest) -> datetime:
    """Six o'clock UTC on the digest's day: a clock would make each file of the same digest another one.

    Raises:
        UsageError: its date is no day of the calendar in ISO 8601.
    """
    try:
        day = datetime.fromisoformat(digest.date[:10])
    except ValueError:
        raise UsageError(f"{digest.date}: not a day: write it as in 2024-11-29") from None
    return day.replace(hour=_HOUR, tzinfo=timezone.utc)
