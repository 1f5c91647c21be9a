"""Progress: one small protocol, with a silent twin."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Told what is being done and how much of it."""

    def begin(self, task: str, total: int, unit: str = "words") -> None:
        """A task of `total` units begins: source words, or bytes."""
        ...

    def advance(self, done: int) -> None:
        """`done` more units are finished."""
        ...


class SilentProgress:
    """Shows nothing."""

    def begin(self, task: str, total: int, unit: str = "words") -> None:
        """Does nothing."""

    def advance(self, done: int) -> None:
        """Does nothing."""
