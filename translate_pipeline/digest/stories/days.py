"""Days of publication."""

from __future__ import annotations

from datetime import date


def day_of(text: str | None) -> date | None:
    """The day of a day or moment in ISO 8601; None for what is none."""
    try:
        return date.fromisoformat((text or "")[: len("2024-10-16")])
    except ValueError:
        return None
