"""What goes to the user: results to standard output or a file, notes and progress to standard error."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from translate_pipeline.atomic import write_atomically
from translate_pipeline.errors import OutputError, TsumError

_PATIENCE_SECONDS = 2.0


class Notes:
    """Lines on standard error, each shown once; silent when quiet.

    Args:
        quiet: show nothing but errors.
        verbose: show details too.
    """

    def __init__(self, quiet: bool = False, verbose: bool = False) -> None:
        self._quiet, self._verbose = quiet, verbose and not quiet
        self._shown: set[str] = set()

    def note(self, line: str) -> None:
        """Something the user should know."""
        if not self._quiet and line not in self._shown:
            self._shown.add(line)
            print(f"tsum: {line}", file=sys.stderr, flush=True)

    def detail(self, line: str) -> None:
        """Something the user asked to know with --verbose."""
        if self._verbose:
            print(f"tsum: {line}", file=sys.stderr, flush=True)

    def failure(self, name: str, reason: str) -> None:
        """A document that failed, and why, which begins with its name where a reader says it."""
        print(f"tsum: {reason if reason.startswith(name) else f'{name}: {reason}'}", file=sys.stderr, flush=True)

    def error(self, error: TsumError) -> None:
        """An input that failed while others go on."""
        self.warning(str(error))

    def warning(self, line: str) -> None:
        """Why the command ends with another exit code than 0; also when quiet, nothing for an empty line."""
        if line:
            print(f"tsum: {line}", file=sys.stderr, flush=True)


class TerminalProgress:
    """A bar on standard error once a task takes more than two seconds; nothing where that is no terminal."""

    def __init__(self, quiet: bool) -> None:
        self._shows = not quiet and sys.stderr.isatty()
        self._began, self._total, self._done = time.monotonic(), 0, 0
        self._bar: Any = None
        self._task: Any = None

    def begin(self, task: str, total: int, unit: str = "words") -> None:
        """A task of `total` units begins."""
        self.close()
        self._began, self._total, self._done = time.monotonic(), total, 0
        self._name, self._unit = task, unit

    def advance(self, done: int) -> None:
        """`done` more units are finished."""
        self._done += done
        if not self._shows:
            return
        if self._bar is None and time.monotonic() - self._began > _PATIENCE_SECONDS and self._done < self._total:
            self._open()
        if self._bar is not None:
            self._bar.update(self._task, completed=min(self._done, self._total))
            if self._done >= self._total:
                self.close()

    def _open(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

        columns = (
            TextColumn("{task.description}"),
            BarColumn(),
            TextColumn(f"{{task.completed:,}} of {{task.total:,}} {self._unit}"),
            TimeRemainingColumn(),
        )
        self._bar = Progress(*columns, console=Console(stderr=True), transient=True)
        self._bar.start()
        self._task = self._bar.add_task(self._name, total=self._total)

    def close(self) -> None:
        """Takes the bar away."""
        if self._bar is not None:
            self._bar.stop()
            self._bar = None


def write_standard_output(text: str) -> None:
    """Writes text to standard output. Raises `OutputError` if it is closed, or the device is full."""
    _refuse_closed_output()
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader has seen enough: end as a shell's own tools do on SIGPIPE, and say nothing.
        raise SystemExit(128 + 13) from None
    except OSError as error:
        raise OutputError(f"standard output: cannot be written ({error.strerror})") from None


def write_standard_bytes(data: bytes) -> None:
    """Writes the bytes of a file to standard output. Raises `OutputError` if it is closed, or the device is full."""
    _refuse_closed_output()
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise SystemExit(128 + 13) from None
    except OSError as error:
        raise OutputError(f"standard output: cannot be written ({error.strerror})") from None


def _refuse_closed_output() -> None:
    # Python has none if the process was started without; `main` puts another in the place of `sys.stdout`.
    if sys.__stdout__ is None:
        raise OutputError("standard output: is closed: name a file with -o, or redirect it")


def check_output(path: Path | None, inputs: Iterable[str] = ()) -> None:
    """Refuses, before any work is done, an output that cannot be written or would replace an input.

    Raises:
        OutputError: the folder is missing, the path is a directory, or it is one of the inputs.
    """
    if path is None:
        return
    try:
        if path.is_dir():
            raise OutputError(f"{path}: is a directory: give a file name in it")
        if not path.parent.is_dir():
            raise OutputError(f"{path}: the folder {path.parent} does not exist: make it first")
        same = path.exists() and any(os.path.exists(name) and path.samefile(name) for name in inputs)  # noqa: PTH110
    except OSError as error:
        raise OutputError.from_os_error(path, error) from None
    if same:
        raise OutputError(f"{path}: is an input too: choose another name with -o")


def write_result(text: str, output: Path | None) -> None:
    """Writes a result to a file, whole or not at all, or to standard output."""
    if output is None:
        write_standard_output(text)
    else:
        write_atomically(output, text)
