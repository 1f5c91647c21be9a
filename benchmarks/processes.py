"""Commands as a user runs them: wall time and peak memory."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.evaluation import stop

SEED = Path(__file__).resolve().parent.parent / "examples" / "corea-del-norte.es.txt"


@dataclass(frozen=True)
class Measured:
    """What a command took: seconds of wall time and megabytes (10^6 bytes) of resident memory at the most."""

    seconds: float
    megabytes: float


def tsum(*arguments: str) -> list[str]:
    """The `tsum` command of this environment with arguments."""
    return [str(Path(sys.executable).with_name("tsum")), *arguments]


@contextmanager
def empty_home() -> Iterator[dict[str, str]]:
    """Environment variables with an empty home, so that no installed package and no setting plays a part."""
    with tempfile.TemporaryDirectory() as home:
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("ARGOS_", "TSUM_", "XDG_", "SNAP"))}
        yield {**kept, "HOME": home}


def measure(command: Sequence[str], environment: Mapping[str, str], stdin: Path | None = None) -> Measured:
    """Runs a command with its output thrown away; ends the program if it fails."""
    # Linux counts a child's peak from the process it was forked from: keep this process small.
    with Path(stdin or os.devnull).open("rb") as source, tempfile.TemporaryFile() as errors:
        began = time.perf_counter()
        process = subprocess.Popen(
            command, stdin=source, stdout=subprocess.DEVNULL, stderr=errors, env=dict(environment)
        )
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            errors.seek(0)
            lines = errors.read().decode(errors="replace").strip().splitlines()
            stop(f"{' '.join(command[:3])}: exit code {process.returncode}: {lines[-1] if lines else 'no message'}")
    kilobytes = usage.ru_maxrss / 1024 if sys.platform == "darwin" else usage.ru_maxrss
    return Measured(seconds, kilobytes * 1024 / 1e6)


def median_seconds(
    command: Sequence[str], environment: Mapping[str, str], runs: int, stdin: Path | None = None
) -> float:
    """The median wall time of a command, after one run that fills the file cache."""
    measure(command, environment, stdin)
    return statistics.median(measure(command, environment, stdin).seconds for _ in range(runs))
