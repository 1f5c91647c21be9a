"""How a batch goes on: a bar at a terminal, a plain line every ten seconds elsewhere."""

from __future__ import annotations

import sys
import time
from typing import Any

_SECONDS_BETWEEN_LINES = 10.0
_FINISHED = frozenset({"write", "fail", "skip"})


class BatchProgress:
    """Shows documents, words a second and the time left on standard error.

    Args:
        quiet: show nothing.
        total: how many documents there are; None if that is not known before they are read.
    """

    def __init__(self, quiet: bool, total: int | None) -> None:
        self._quiet, self._total = quiet, total
        self._began = self._last_line = time.monotonic()
        self._documents = self._words = self._translated = 0
        self._bar: Any = None
        if not quiet and sys.stderr.isatty():
            self._open()

    def _open(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        self._bar = Progress(
            TextColumn("documents"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[speed]}"),
            TimeRemainingColumn(),
            console=Console(stderr=True),
            transient=True,
        )
        self._task = self._bar.add_task("documents", total=self._total, speed="")
        self._bar.start()

    @property
    def _speed(self) -> str:
        return f"{self._words / max(0.001, time.monotonic() - self._began):,.0f} words/s"

    def event(self, stage: str, document: str | None = None, milliseconds: float | None = None, **facts: Any) -> None:
        """Counts a document that is finished."""
        if stage not in _FINISHED:
            return
        self._documents += 1
        self._words += int(facts.get("words", 0))
        self._translated += stage != "skip"
        if self._bar is not None:
            self._bar.update(self._task, completed=self._documents, speed=self._speed)
        # Cron sends what is printed by mail: a run that finds nothing new is silent, however long it takes.
        elif not self._quiet and self._translated and time.monotonic() - self._last_line >= _SECONDS_BETWEEN_LINES:
            self._last_line = time.monotonic()
            print(f"tsum: {self._line()}", file=sys.stderr, flush=True)

    def _line(self) -> str:
        if self._total is None:
            return f"{self._documents:,} documents, {self._speed}"
        line = f"{self._documents:,} of {self._total:,} documents, {self._speed}"
        left = self._total - self._documents
        if not self._translated or left <= 0:
            return line
        seconds = left * (time.monotonic() - self._began) / self._documents
        return f"{line}, about {seconds / 60:.0f} min left" if seconds >= 90 else f"{line}, about {seconds:.0f} s left"

    def close(self) -> None:
        """Takes the bar away."""
        if self._bar is not None:
            self._bar.stop()
            self._bar = None
