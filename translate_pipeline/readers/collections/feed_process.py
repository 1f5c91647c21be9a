"""Runs the parser of feeds in a process of its own, for a bounded time."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from translate_pipeline.errors import MissingLibraryError, UnreadableFormatError
from translate_pipeline.readers.collections.feed_parser import Record

_SECONDS = 60.0


def records_of_feed(
    data: bytes, address: str, name: str, format_name: str, seconds: float = _SECONDS
) -> Iterator[Record]:
    """What `feed_parser.parsed_feed` yields for `data`, one by one: they lie in a file, not in memory.

    Args:
        data: the feed.
        address: where it comes from; empty if that is unknown.
        name: what errors call it.
        format_name: what errors call its format.
        seconds: how long the parser may take.

    Raises:
        UnreadableFormatError: the parser failed, or took too long.
        MissingLibraryError: feedparser is not installed.
    """
    if find_spec("feedparser") is None:
        raise MissingLibraryError(name, format_name, "web")
    # Isolated: without -I Python would import from the folder that the user happens to be in.
    command = [sys.executable, "-I", str(Path(__file__).with_name("feed_parser.py")), address, *filter(None, sys.path)]
    with tempfile.TemporaryFile() as records:
        try:
            run = subprocess.run(
                command,
                input=data,
                stdout=records,
                stderr=subprocess.PIPE,
                timeout=seconds,
                check=False,
                # Ctrl-C is for tsum, which finishes what it has begun.
                start_new_session=True,
            )
        except subprocess.TimeoutExpired:
            reason = f"its parser was stopped after {seconds:g} seconds: the feed is damaged or hostile"
            raise UnreadableFormatError(name, format_name, reason) from None
        except (OSError, ValueError) as error:
            raise UnreadableFormatError(name, format_name, f"its parser cannot be started: {error}") from None
        if run.returncode:
            said = run.stderr.decode("utf-8", errors="replace").strip().splitlines()
            reason = said[-1] if said else f"its parser ended with status {run.returncode}"
            raise UnreadableFormatError(name, format_name, reason)
        records.seek(0)
        for line in records:
            yield json.loads(line)
