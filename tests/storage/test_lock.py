"""The lock of a folder, between real processes."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from translate_pipeline.errors import LockedError, OutputError
from translate_pipeline.storage.lock import folder_lock

HOLDING = """
import sys
from pathlib import Path
from translate_pipeline.storage.lock import folder_lock
with folder_lock(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


@contextlib.contextmanager
def holder(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """A process that holds the lock until its standard input is closed."""
    command = [sys.executable, "-c", HOLDING, str(folder)]
    with subprocess.Popen(command, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        yield process


def test_a_second_process_is_told_who_holds_it(tmp_path: Path) -> None:
    with holder(tmp_path) as process:
        with (
            pytest.raises(
                LockedError, match=rf": process {process.pid} on .+ has worked on it since 20\d\d-"
            ) as caught,
            folder_lock(tmp_path),
        ):
            pass
        assert int(caught.value.exit_code) == 7
        began = time.monotonic()
        with pytest.raises(LockedError, match=r" \(waited 0\.3 s\): try later"), folder_lock(tmp_path, 0.3):
            pass
        assert 0.3 <= time.monotonic() - began < 5
        (tmp_path / ".tsum.lock.json").write_text("[]", encoding="utf-8")
        with pytest.raises(LockedError, match="another process works on it"), folder_lock(tmp_path):
            pass
    with folder_lock(tmp_path):
        pass


def test_one_that_waits_gets_it(tmp_path: Path) -> None:
    with holder(tmp_path) as process:
        assert process.stdin is not None
        threading.Timer(0.2, process.stdin.close).start()
        with folder_lock(tmp_path, 30):
            assert f'"process": {os.getpid()}' in (tmp_path / ".tsum.lock.json").read_text(encoding="utf-8")


def test_the_lock_of_a_killed_process_is_taken_over(tmp_path: Path) -> None:
    with holder(tmp_path) as process:
        process.send_signal(signal.SIGKILL)
        process.wait(timeout=60)
        assert (tmp_path / ".tsum.lock.json").exists()
        with folder_lock(tmp_path):
            assert f'"process": {os.getpid()}' in (tmp_path / ".tsum.lock.json").read_text(encoding="utf-8")
    assert not (tmp_path / ".tsum.lock.json").exists()


def test_an_error_gives_it_back(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), folder_lock(tmp_path):
        raise KeyboardInterrupt
    with folder_lock(tmp_path):
        pass


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OutputError), folder_lock(tmp_path / "file"):
        pass
