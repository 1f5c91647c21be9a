"""What happens in a run, for logs and progress."""

from __future__ import annotations

import contextlib
import json
import logging
import time
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Any, Protocol

from translate_pipeline.errors import OutputError

_LARGEST_LOG = 10 * 1024 * 1024
_KEPT_LOGS = 5


class Listener(Protocol):
    """Is told what happens."""

    def event(self, stage: str, document: str | None = None, milliseconds: float | None = None, **facts: Any) -> None:
        """A stage has ended: `begin`, `read`, `write`, `skip`, `fail`, `stop` or `end`.

        Args:
            stage: which.
            document: the name of the document, where it is about one.
            milliseconds: how long it took.
            facts: what else is to be known: `words`, `reason`, `outcome` …
        """
        ...


class Listeners:
    """Several listeners as one."""

    def __init__(self, *listeners: Listener) -> None:
        self._listeners = listeners

    def event(self, stage: str, document: str | None = None, milliseconds: float | None = None, **facts: Any) -> None:
        """Tells all of them."""
        for listener in self._listeners:
            listener.event(stage, document, milliseconds, **facts)


class _RotatedFile(RotatingFileHandler):
    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802
        """A full disk does not end the run, whose outputs say so themselves."""


class EventLog:
    """One JSON line for each event in a file, which is rotated at 10 MB; five older files are kept.

    Args:
        path: the file.

    Raises:
        OutputError: it cannot be written.
    """

    def __init__(self, path: Path) -> None:
        self.run: int | None = None
        try:
            self._handler = _RotatedFile(
                path, maxBytes=_LARGEST_LOG, backupCount=_KEPT_LOGS, encoding="utf-8", errors="replace"
            )
        except OSError as error:
            raise OutputError.from_os_error(path, error) from None

    def event(self, stage: str, document: str | None = None, milliseconds: float | None = None, **facts: Any) -> None:
        """Writes a line; what is left out is only counted, in the last line of a run."""
        if stage == "skip":
            return
        fields: dict[str, Any] = {"time": time.strftime("%Y-%m-%dT%H:%M:%S%z"), "run": self.run, "stage": stage}
        if document is not None:
            fields["document"] = document
        if milliseconds is not None:
            fields["ms"] = round(milliseconds, 1)
        line = json.dumps({**fields, **facts}, ensure_ascii=False)
        record = logging.LogRecord("tsum", logging.INFO, "", 0, line, None, None)
        self._handler.emit(record)

    def close(self) -> None:
        """Closes the file."""
        with contextlib.suppress(OSError):  # what is left to be written finds a full disk
            self._handler.close()
