"""Training in the background at the lowest priority: start, pause, resume, stop, status (POSIX systems)."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from training.lock import holder
from training.work_folder import WorkFolder
from translate_pipeline.errors import InputError, OutputError, UsageError

_REPOSITORY = Path(__file__).resolve().parent.parent
LOWEST_PRIORITY = 19
_ENVIRONMENT = {
    # Threads that wait for work would keep a processor from others.
    "OMP_WAIT_POLICY": "passive",
    # glibc gives large blocks back to the kernel, which clears them anew at each step: a sixth of the time.
    "MALLOC_MMAP_THRESHOLD_": "4000000000",
    "MALLOC_TRIM_THRESHOLD_": "8000000000",
}
_SECONDS_TO_START, _SECONDS_TO_STOP = 300, 600


def start(folder: WorkFolder, arguments: Sequence[str], niceness: int = LOWEST_PRIORITY) -> int:
    """Starts `python -m training train` with these arguments, and gives its process id.

    Args:
        niceness: 0 is the priority of other programs, 19 the lowest.

    Raises:
        UsageError: it trains already, or ended at once.
        InputError: the folder is missing.
        OutputError: the log cannot be written.
    """
    running = holder(folder.lock)
    if running:
        raise UsageError(f"{folder.path}: process {running} trains there already: see `background status`")
    try:
        log = folder.log.open("ab")
    except FileNotFoundError:
        raise InputError(f"{folder.path}: no such folder: run `prepare` first") from None
    except OSError as error:
        raise OutputError.from_os_error(folder.log, error) from None
    with log:
        process = subprocess.Popen(
            ["nice", "-n", str(niceness), sys.executable, "-m", "training", "train", *arguments],
            cwd=_REPOSITORY,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
            env={**os.environ, **_ENVIRONMENT},
        )
    _lower_session_priority(process.pid, niceness)
    deadline = time.monotonic() + _SECONDS_TO_START
    while holder(folder.lock) is None:
        if process.poll() is not None or time.monotonic() > deadline:
            raise UsageError(f"training did not start: {_last_lines(folder, 1) or 'no reason was given'}")
        time.sleep(0.2)
    process.returncode = 0  # it outlives this program, of which Popen would warn
    return process.pid


def _lower_session_priority(process: int, niceness: int) -> None:
    """Where Linux groups processes by session, `nice` counts inside the group only."""
    group = Path(f"/proc/{process}/autogroup")
    try:
        if group.exists():
            group.write_text(str(niceness), encoding="ascii")
    except OSError:
        pass  # training runs all the same


def _running(folder: WorkFolder) -> int:
    process = holder(folder.lock)
    if process is None:
        raise UsageError(f"{folder.path}: no process trains there: see `background start`")
    return process


def pause(folder: WorkFolder) -> None:
    """Stops the process until `resume`. Raises `UsageError` if there is none."""
    os.kill(_running(folder), signal.SIGSTOP)


def resume(folder: WorkFolder) -> None:
    """Lets a paused process go on. Raises `UsageError` if there is none."""
    os.kill(_running(folder), signal.SIGCONT)


def stop(folder: WorkFolder) -> None:
    """Ends training, if any, and waits until its checkpoint is saved. Raises `UsageError` if it does not end."""
    process = holder(folder.lock)
    if process is None:
        return
    os.kill(process, signal.SIGCONT)
    os.kill(process, signal.SIGTERM)
    deadline = time.monotonic() + _SECONDS_TO_STOP
    while holder(folder.lock) == process:
        if time.monotonic() > deadline:
            raise UsageError(f"{folder.path}: process {process} has not ended after {_SECONDS_TO_STOP} seconds")
        time.sleep(0.2)


def status(folder: WorkFolder) -> str:
    """Whether it trains, and the last two lines of the log."""
    process = holder(folder.lock)
    state = "not running"
    if process is not None:
        flags = subprocess.run(["ps", "-o", "stat=", "-p", str(process)], capture_output=True, text=True, check=False)
        state = f"{'paused' if flags.stdout.startswith('T') else 'running'}, process {process}"
    return f"{state}\n{_last_lines(folder, 2)}".rstrip()


def _last_lines(folder: WorkFolder, count: int) -> str:
    try:
        lines = folder.log.read_text(encoding="utf-8", errors="replace").split("\n")
    except OSError:
        return ""
    return "\n".join([line for line in lines if line.strip()][-count:])
