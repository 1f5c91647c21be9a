"""The `tsum` command."""

from __future__ import annotations

import os
import signal
import warnings
from types import FrameType

from translate_pipeline.errors import ExitCode

__all__ = ["main"]


def _end_at_once(_number: int, _frame: FrameType | None) -> None:
    os._exit(ExitCode.INTERRUPTED)


def main() -> None:
    """Runs `tsum`; an interrupt ends it quietly even while it is still being imported."""
    signal.signal(signal.SIGINT, _end_at_once)
    # requests, which sumy imports, says so on standard error, and cron mails every line.
    warnings.filterwarnings("ignore", r"urllib3 \(.* doesn't match a supported version")
    from translate_pipeline.cli.app import main as run

    run()
