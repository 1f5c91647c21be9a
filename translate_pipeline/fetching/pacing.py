"""Pauses between requests to one host."""

from __future__ import annotations

import threading
import time

_LONGEST_SECONDS = 10.0
_MOST_HOSTS = 1000


class Pacing:
    """Spaces out the requests to each host.

    Args:
        seconds: the least time between the starts of two requests to one host.
    """

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._next: dict[str, float] = {}
        self._lock = threading.Lock()

    def wait(self, host: str, wished: float | None = None) -> None:
        """Waits until `host` may be asked again.

        Args:
            host: its name.
            wished: seconds that the host itself wishes for between requests; 10 at most are given.
        """
        pause = max(self._seconds, min(wished or 0.0, _LONGEST_SECONDS))
        with self._lock:
            now = time.monotonic()
            start = max(now, self._next.pop(host, now))
            self._next[host] = start + pause
            if len(self._next) > _MOST_HOSTS:
                del self._next[next(iter(self._next))]
        time.sleep(start - now)
