"""Days and moments in ISO 8601."""

from __future__ import annotations

from datetime import datetime


def parse_iso_date(text: str) -> datetime:
    """A day, as its beginning, or a moment; aware of its zone where it has one. Raises `ValueError`.

    Python 3.10 reads no `Z`.
    """
    return datetime.fromisoformat(f"{text[:-1]}+00:00" if text.endswith("Z") else text)
