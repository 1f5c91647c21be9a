"""A moment by which something must be done."""

from __future__ import annotations

from time import monotonic

from translate_pipeline.fetching.failure import TimeLimitError


class Deadline:
    """Ends `seconds` from now; `of` is the limit that errors name, where some of it has been used before."""

    def __init__(self, seconds: float, of: float | None = None) -> None:
        self.limit = seconds if of is None else of
        self._end = monotonic() + seconds

    def left(self) -> float:
        """Seconds that are left. Raises `TimeLimitError` if there are none."""
        left = self._end - monotonic()
        if left <= 0:
            raise TimeLimitError(self.limit)
        return left
