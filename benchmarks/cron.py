"""A scheduled job under the real cron daemon: every minute, for some minutes, and nothing done twice.

Needs root, Debian's package `cron`, and a machine on which neither cron nor a system log runs, such as a container.
The crontab of root is put back as it was.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import re
import shutil
import socket
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks.evaluation import stop
from benchmarks.processes import SEED, empty_home, tsum
from benchmarks.table import print_table

_NAME = "tsum-benchmark"
_SYSTEM_LOG = Path("/dev/log")
_CRON_PID = Path("/run/crond.pid")
_MAIL = tuple(map(Path, ("/var/mail", "/var/spool/exim4/input", "/var/spool/postfix/maildrop", "/root/dead.letter")))
# What cron logs of each job it starts (1), of its end (2) and of its failure (4).
_CRON = ("cron", "-f", "-L", "7")
_EVENT = re.compile(r"\((?:[^()]*)\) (CMD|END|MAIL|error|info) \((.*)", re.DOTALL)


class CronLog:
    """Receives what cron says to the system log, in place of one."""

    def __init__(self) -> None:
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._socket.bind(str(_SYSTEM_LOG))
        self.events: list[tuple[str, str]] = []
        threading.Thread(target=self._receive, daemon=True).start()

    def _receive(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                message = self._socket.recv(1 << 16).decode("utf-8", "replace")
                if match := _EVENT.search(message):
                    self.events.append((match[1], match[2]))

    def count(self, kind: str, text: str = "") -> int:
        """How many events of a kind there were whose message has `text` in it."""
        return sum(event == kind and text in message for event, message in self.events)

    def close(self) -> None:
        """Takes it away."""
        self._socket.close()
        _SYSTEM_LOG.unlink()


class WrittenFiles:
    """The files of a folder, and how often each was seen to be written.

    Args:
        folder: where they are; index files, which each run may write again, are not among them.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._seen: dict[Path, set[tuple[int, int]]] = {}

    def look(self) -> None:
        """Looks at what is there now."""
        for path in self._folder.rglob("*"):
            with contextlib.suppress(FileNotFoundError):
                facts = path.stat()
                if path.is_file() and not path.name.startswith((".", "index.")):
                    self._seen.setdefault(path, set()).add((facts.st_ino, facts.st_mtime_ns))

    @property
    def times(self) -> dict[str, int]:
        """How often each was written, by name."""
        return {str(path.relative_to(self._folder)): len(seen) for path, seen in sorted(self._seen.items())}


def main() -> None:
    """Prints what cron did."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.cron", description=__doc__)
    parser.add_argument("--job", choices=("batch", "run"), default="batch")
    parser.add_argument("--runs", type=int, default=3, metavar="N", help="one a minute; 2 at least")
    options = parser.parse_args()
    if options.runs < 2:
        stop("--runs must be at least 2: nothing can be done twice in one run")
    _check_machine()
    before = _crontab()
    with empty_home() as home, tempfile.TemporaryDirectory() as scratch:
        # Characters that cron, the shell or both would take for their own.
        desk = Path(scratch) / "desk 100% 'ñ'"
        (desk / "in").mkdir(parents=True)
        (desk / "out").mkdir()
        _add_article(desk)
        log = Path(home["HOME"]) / ".local/state/tsum" / f"{_NAME}.log"
        try:
            _schedule(desk, home, "--every", "1m", "--install", "--", *_job(options.job))
            print(_crontab().decode("utf-8", "replace").rpartition("# tsum: ")[2], flush=True)
            mail = _mail_bytes()
            events, written = _watch(desk, options.runs)
            mail = _mail_bytes() - mail
        finally:
            _schedule(desk, home, "--remove", "--name", _NAME)
        restored = _crontab() == before
        _report(options.job, options.runs, events, written, mail, log, restored)


def _check_machine() -> None:
    if os.geteuid() != 0:
        stop("cron's daemon needs root: run this as root, in a container")
    missing = [program for program in ("cron", "crontab") if shutil.which(program) is None]
    if missing:
        stop(f"no program {' and '.join(missing)}: apt install cron")
    if _SYSTEM_LOG.exists():
        stop(f"{_SYSTEM_LOG} exists: a system log runs here, so that cron cannot be listened to: use a container")
    with contextlib.suppress(OSError, ValueError):
        os.kill(int(_CRON_PID.read_text(encoding="ascii")), 0)
        stop("a cron daemon runs here already: use a container")


def _job(command: str) -> Sequence[str]:
    if command == "run":
        return ("run", f"in/{SEED.name}", "-o", "out/briefing.md")
    return ("batch", "in/*.txt", "--out", "out")


def _schedule(desk: Path, home: Mapping[str, str], *arguments: str) -> None:
    name = () if "--name" in arguments else ("--name", _NAME)
    done = subprocess.run(
        tsum("schedule", "crontab", "--yes", *name, *arguments), cwd=desk, env=dict(home), check=False
    )
    if done.returncode != 0:
        stop(f"tsum schedule crontab: exit code {done.returncode}")


def _crontab() -> bytes:
    return subprocess.run(["crontab", "-l"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False).stdout


def _add_article(desk: Path) -> None:
    number = len(list((desk / "in").iterdir()))
    name = SEED.name if number == 0 else f"{number}.txt"
    text = SEED.read_text(encoding="utf-8")
    (desk / "in" / name).write_text(text if number == 0 else f"Artículo número {number}.\n\n{text}", encoding="utf-8")


@contextlib.contextmanager
def _daemon() -> Iterator[CronLog]:
    log = CronLog()
    process = subprocess.Popen(_CRON, stdin=subprocess.DEVNULL)
    try:
        yield log
    finally:
        process.terminate()
        process.wait()
        _CRON_PID.unlink(missing_ok=True)
        log.close()


def _watch(desk: Path, runs: int) -> tuple[CronLog, WrittenFiles]:
    """Runs the daemon until the job has ended so many times, with a new article before each run but the last."""
    written, added = WrittenFiles(desk / "out"), 0
    deadline = time.monotonic() + 60 * (runs + 1.5)
    with _daemon() as log:
        while (ended := log.count("END", _NAME)) < runs and time.monotonic() < deadline:
            if added < min(ended, runs - 2):
                _add_article(desk)
                added += 1
            written.look()
            time.sleep(0.2)
        written.look()
    return log, written


def _mail_bytes() -> int:
    files = [file for place in _MAIL for file in ([place] if place.is_file() else place.rglob("*"))]
    return sum(file.stat().st_size for file in files if file.is_file())


def _report(job: str, runs: int, events: CronLog, written: WrittenFiles, mail: int, log: Path, restored: bool) -> None:
    times = written.times
    expected = {"briefing.md": runs} if job == "run" else dict.fromkeys(times, 1)
    text = log.read_text(encoding="utf-8", errors="replace") if log.exists() else ""
    # A batch says in a line what it did, and nothing where nothing was new.
    documents, lines = (1, 0) if job == "run" else (runs - 1, runs - 1)
    rows = [
        ("runs that cron started", events.count("CMD", _NAME), runs),
        ("runs that ended", events.count("END", _NAME), runs),
        ("runs that failed", events.count("error"), 0),
        ("outputs", len(times), documents),
        ("outputs written more or less often than they should", sum(times[n] != expected[n] for n in times), 0),
        ("bytes of mail", mail + events.count("info", "discarding output"), 0),
        ("lines of log", len(text.splitlines()), lines),
        ("crontab put back byte for byte", int(restored), 1),
    ]
    shown = [[label, str(value), "yes" if value == target else f"no, {target}"] for label, value, target in rows]
    print_table(["under cron -f, every minute", "measured", "as it should be"], shown)
    for name, count in times.items():
        print(f"{name}: written {count} times")
    for event, message in events.events:
        print(f"cron: {event} ({message[:60]}")
    print(text, end="")
    if any(value != target for _, value, target in rows):
        raise SystemExit(1)


if __name__ == "__main__":
    main()
