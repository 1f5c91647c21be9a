"""Progress: one small protocol, with a silent twin."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Told what is being done and how much of it."""

    def begin(self, task: str, total: int) -> None:
        """A task of `total` source words begins."""
        ...

    def advance(self, done: int) -> None:
        """`done` more source words are finished."""
        ...


class SilentProgress:
    """Shows nothing."""

    def begin(self, task: str, total: int) -> None:
        """Does nothing."""

    def advance(self, done: int) -> None:
        """Does nothing."""
