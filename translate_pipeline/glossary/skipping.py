"""The rows that a lenient reading leaves out."""

from __future__ import annotations

from translate_pipeline.errors import GlossaryError

_SHOWN_REASONS = 3


class SkippedRows:
    """Counts bad rows and keeps the first reasons; give it to a reader as `on_skip`."""

    def __init__(self) -> None:
        self.count = 0
        self._reasons: list[str] = []

    def __call__(self, error: GlossaryError) -> None:
        """Takes note of a row that is left out."""
        self.count += 1
        if len(self._reasons) < _SHOWN_REASONS:
            self._reasons.append(str(error))

    def summaries(self) -> list[str]:
        """Lines that say how many rows were left out and why; none if there were none."""
        if not self.count:
            return []
        more = self.count - len(self._reasons)
        rows = "1 glossary row is" if self.count == 1 else f"{self.count:,} glossary rows are"
        return [f"{rows} left out", *self._reasons, *([f"and {more:,} more"] if more else [])]
