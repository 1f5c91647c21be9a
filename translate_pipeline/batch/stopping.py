"""A first signal asks a run to end after the batch in flight; a second ends it at once."""

from __future__ import annotations

import contextlib
import signal
from collections.abc import Callable, Iterator
from types import FrameType

_SIGNALS = (signal.SIGINT, signal.SIGTERM)


class StopRequest:
    """Whether a user or the system wants the run to end."""

    def __init__(self) -> None:
        self.requested = False

    @contextlib.contextmanager
    def listening(self, tell: Callable[[str], None]) -> Iterator[None]:
        """Catches SIGINT and SIGTERM.

        Args:
            tell: gets a line for the user at the first signal.
        """

        def stop(_number: int, _frame: FrameType | None) -> None:
            if self.requested:
                raise KeyboardInterrupt
            self.requested = True
            # The signal may have come while a line was being printed, or nobody may read them any more.
            with contextlib.suppress(RuntimeError, OSError):
                tell("stopping after the documents in flight (again to stop at once)")

        before = {number: signal.signal(number, stop) for number in _SIGNALS}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)
