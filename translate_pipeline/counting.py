"""Numbers of things, as a sentence has them."""

from __future__ import annotations


def counted(count: int, noun: str, plural: str | None = None) -> str:
    """`1 sentence`, `1,234 sentences`."""
    return f"{count:,} {noun if count == 1 else plural or f'{noun}s'}"
