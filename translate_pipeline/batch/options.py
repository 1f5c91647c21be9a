"""What a batch is to do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path


@dataclass(frozen=True)
class BatchOptions:
    """Which documents a batch deals with, and where its output goes.

    Args:
        folder: where the output goes; the job is known by it.
        formats: names of the formats that are written for each document.
        tree: output lies in folders as the inputs do, below the folder they have in common.
        since: documents that were published before are left out.
        only_new: documents that an earlier run dealt with are left out, even if they have changed.
        again: documents that are done already are done again.
        retry_failed: documents that failed are tried again, even if nothing has changed.
        most_documents: how many documents are dealt with at most.
        most_seconds: after how many seconds no more are begun.
    """

    folder: Path
    formats: tuple[str, ...] = ("md",)
    tree: bool = False
    since: datetime | None = None
    only_new: bool = False
    again: bool = False
    retry_failed: bool = False
    most_documents: int | None = None
    most_seconds: float | None = None
