from __future__ import annotations

import os
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from training import background
from training.lock import LockedError, holder, locked
from training.work_folder import WorkFolder
from translate_pipeline.errors import InputError, UsageError

REPOSITORY = Path(__file__).resolve().parents[2]
HOLDER = textwrap.dedent("""
    import signal, sys, time
    from pathlib import Path
    from training.lock import locked
    stopped = []
    signal.signal(signal.SIGTERM, lambda *_: stopped.append(1))
    with locked(Path(sys.argv[1])):
        while not stopped:
            time.sleep(0.02)
    print("ended by itself")
""")


@pytest.fixture
def folder(tmp_path: Path) -> WorkFolder:
    return WorkFolder(tmp_path)


@pytest.fixture
def process(folder: WorkFolder) -> Iterator[subprocess.Popen[str]]:
    """A process that holds the lock as one that trains does, and ends at SIGTERM as it does."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, folder.lock], cwd=REPOSITORY, stdout=subprocess.PIPE, text=True
    ) as running:
        while holder(folder.lock) is None:
            assert running.poll() is None
            time.sleep(0.02)
        yield running
        running.kill()


def test_the_holder_of_a_lock_is_known(folder: WorkFolder, process: subprocess.Popen[str]) -> None:
    assert holder(folder.lock) == process.pid
    with pytest.raises(LockedError, match=f"process {process.pid} trains there"), locked(folder.lock):
        pass


def test_a_lock_is_free_after_its_holder_died(folder: WorkFolder, process: subprocess.Popen[str]) -> None:
    process.kill()
    process.wait()
    assert holder(folder.lock) is None
    with locked(folder.lock):
        assert holder(folder.lock) == os.getpid()
    assert holder(folder.lock) is None


def test_training_is_paused_resumed_and_stopped(folder: WorkFolder, process: subprocess.Popen[str]) -> None:
    folder.log.write_text("step 1\nstep 2\nstep 3\n", encoding="utf-8")
    assert background.status(folder) == f"running, process {process.pid}\nstep 2\nstep 3"
    background.pause(folder)
    assert background.status(folder).startswith("paused")
    background.resume(folder)
    assert background.status(folder).startswith("running")
    background.pause(folder)
    background.stop(folder)
    assert process.communicate()[0] == "ended by itself\n"
    assert background.status(folder) == "not running\nstep 2\nstep 3"


def test_a_second_start_is_refused(folder: WorkFolder, process: subprocess.Popen[str]) -> None:
    with pytest.raises(UsageError, match=f"process {process.pid} trains there already"):
        background.start(folder, [])


def test_a_start_that_fails_says_why(folder: WorkFolder) -> None:
    with pytest.raises(UsageError, match=r"training did not start: .*--no-such-option"):
        background.start(folder, [str(folder.path), "--no-such-option"])


def test_without_a_process_there_is_nothing_to_pause(folder: WorkFolder) -> None:
    for act in (background.pause, background.resume):
        with pytest.raises(UsageError, match="no process trains there"):
            act(folder)
    background.stop(folder)
    assert background.status(folder) == "not running"


def test_a_folder_that_is_missing_is_named(tmp_path: Path) -> None:
    missing = WorkFolder(tmp_path / "nowhere")
    with pytest.raises(InputError, match="nowhere: no such folder"), locked(missing.lock):
        pass
    with pytest.raises(InputError, match="nowhere: no such folder"):
        background.start(missing, [])
