"""`tsum history`."""

from __future__ import annotations

import contextlib
import json
import os
import pty
import socket
import sqlite3
import subprocess
import sys
import time
from datetime import datetime
from pathlib import Path

import pytest

from tests.conftest import Tsum
from translate_pipeline.state import RunHistory, StateStore
from translate_pipeline.storage.lock import folder_lock
from translate_pipeline.storage.lock_holder import LockHolder


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "state.sqlite"


def rows(text: str) -> list[list[str]]:
    """The cells of a table in a pipe, without its head."""
    head, *lines = text.splitlines()
    assert head.split("\t")[-1] in ("Outcome", "Why")
    return [line.split("\t") for line in lines]


def test_without_a_state_there_is_a_line_and_no_file(tsum: Tsum, home: Path, state: Path) -> None:
    result = tsum("history")
    own = home / ".local/state/tsum/state.sqlite"
    assert (result.code, result.out) == (0, "")
    assert result.err == f"tsum: no run yet: there is no state file {own}\n"
    assert (tsum("history", "--json").out, tsum("history", "--state", state).code) == ("[]\n", 0)
    assert not own.parent.exists()
    assert not state.exists()


def test_runs_are_shown_newest_first(tsum: Tsum, tmp_path: Path, state: Path) -> None:
    store = StateStore(state)
    kept = RunHistory(store)
    for number, outcome in enumerate(("done", "some failed", "stopped"), 1):
        run = kept.begin("batch", str(tmp_path / f"out{number}"))
        kept.end(run, done=1000 * number, skipped=2, failed=3, words=45678, outcome=outcome)
    store.close()
    result = tsum("history", "--state", state)
    shown = rows(result.out)
    assert [row[0] for row in shown] == ["3", "2", "1"]
    assert shown[0][3:] == ["batch", f"{tmp_path}/out3", "3,000", "2", "3", "45,678", "stopped"]
    assert abs(datetime.strptime(shown[0][1], "%Y-%m-%d %H:%M:%S").timestamp() - time.time()) < 60
    assert [row[0] for row in rows(tsum("history", "--state", state, "--limit", "1").out)] == ["3"]
    facts = json.loads(tsum("history", "--state", state, "--json").out)
    assert [(fact["id"], fact["outcome"], fact["done"]) for fact in facts] == [
        (3, "stopped", 3000),
        (2, "some failed", 2000),
        (1, "done", 1000),
    ]
    assert facts[0]["seconds"] >= 0
    assert datetime.fromisoformat(facts[0]["began"]).tzinfo is not None


def test_how_long_a_run_took(tsum: Tsum, state: Path) -> None:
    store = StateStore(state)
    # The clock was set back in the last one.
    seconds = [4.26, 59.7, 90, 600, 3599.9, 7300, -500]
    with store.transaction() as connection:
        connection.executemany(
            "INSERT INTO runs (command, job, began, ended, outcome) VALUES ('batch', 'x', 1e9, ?, 'done')",
            [(1e9 + took,) for took in seconds],
        )
    store.close()
    took = [row[2] for row in rows(tsum("history", "--state", state).out)]
    assert took[::-1] == ["4.3 s", "59.7 s", "2 min", "10 min", "60 min", "2 h 02 min", "0.0 s"]


def test_a_run_without_an_end(tsum: Tsum, tmp_path: Path, state: Path) -> None:
    """One whose process is there and holds the lock is running; one before it that left no end was killed."""
    out = tmp_path / "out"
    out.mkdir()
    store = StateStore(state)
    kept = RunHistory(store)

    def outcomes() -> list[str]:
        return [row[-1] for row in rows(tsum("history", "--state", state).out)]

    kept.begin("batch", str(out))
    assert outcomes() == ["killed"]
    with store.transaction() as connection:
        connection.execute("UPDATE runs SET began = began - 100")
    with folder_lock(out):
        kept.begin("batch", str(out))
        assert outcomes() == ["running", "killed"]
        assert rows(tsum("history", "--state", state).out)[0][5:9] == ["-"] * 4
    assert outcomes() == ["killed", "killed"]
    store.close()


def test_the_holder_of_a_lock_as_its_note_says(tmp_path: Path) -> None:
    note = tmp_path / ".tsum.lock.json"
    assert LockHolder.of(tmp_path) is None
    with folder_lock(tmp_path):
        holder = LockHolder.of(tmp_path)
        assert holder is not None
        assert (holder.process, holder.is_alive) == (os.getpid(), True)
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    assert LockHolder(ended.pid, socket.gethostname(), 0).is_alive is False
    assert LockHolder(os.getpid(), "another machine", 0).is_alive is None
    for text in ("{", "[]", '{"process": "x"}', '{"process": 1}'):
        note.write_text(text, encoding="utf-8")
        assert LockHolder.of(tmp_path) is None


def test_a_batch_and_what_failed_in_it(tsum: Tsum, tmp_path: Path, state: Path) -> None:
    inputs = tmp_path / "in"
    inputs.mkdir()
    (inputs / "a.txt").write_text("El ministro visitó ayer la ciudad de Soria con su esposa.\n", encoding="utf-8")
    (inputs / "b.txt").write_text("", encoding="utf-8")
    done = tsum("batch", inputs, "--out", tmp_path / "out", "--state", state, "--from", "es")
    assert done.code == 6, done.err
    (row,) = rows(tsum("history", "--state", state).out)
    assert (row[0], row[3], row[4], row[5], row[7], row[9]) == (
        "1",
        "batch",
        str(tmp_path / "out"),
        "1",
        "1",
        "some failed",
    )
    failed = rows(tsum("history", "--state", state, "--failures", "1").out)
    assert len(failed) == 1
    assert failed[0][0].endswith("b.txt")
    assert "no text in it" in failed[0][1]
    (fact,) = json.loads(tsum("history", "--state", state, "--failures", "1", "--json").out)
    assert (fact["document"], fact["reason"]) == (failed[0][0], failed[0][1])


def test_runs_that_are_not_there(tsum: Tsum, state: Path) -> None:
    store = StateStore(state)
    assert tsum("history", "--state", state).err == "tsum: no run yet that found something to do\n"
    assert "there is none yet" in tsum("history", "--state", state, "--failures", "1").err
    kept = RunHistory(store)
    kept.end(kept.begin("batch", "x"), done=1, skipped=0, failed=0, words=1, outcome="done")
    kept.forget(kept.begin("batch", "x"))
    kept.end(kept.begin("batch", "x"), done=1, skipped=0, failed=0, words=1, outcome="done")
    store.close()
    assert tsum("history", "--state", state, "--failures", "1").err == "tsum: run 1: no document failed\n"
    for missing in ("9", "2"):
        refused = tsum("history", "--state", state, "--failures", missing)
        assert refused.code == 2
        assert refused.err == (
            f"tsum: --failures {missing}: no such run: the last is 3, and one that found nothing to do is not kept\n"
        )


def test_a_narrow_terminal_breaks_no_number(home: Path, state: Path) -> None:
    store = StateStore(state)
    kept = RunHistory(store)
    run = kept.begin("batch", "/home/desk/a long way/below/briefings")
    kept.end(run, done=1234, skipped=20, failed=3, words=45678, outcome="some failed")
    store.close()
    process, terminal = pty.fork()
    if process == 0:
        os.environ |= {"COLUMNS": "80", "TERM": "dumb"}
        os.execv(sys.executable, [sys.executable, "-m", "translate_pipeline", "history", "--state", str(state)])
    shown = b""
    with contextlib.suppress(OSError):
        while chunk := os.read(terminal, 4096):
            shown += chunk
    os.waitpid(process, 0)
    lines = [line for line in shown.decode().splitlines() if line.strip()]
    assert max(map(len, lines)) <= 80
    assert lines[0].split()[-1] == "Outcome"
    assert len(lines) <= 3
    assert all(whole in lines[1] for whole in ("1,234", "45,678", "some"))


def test_files_that_are_no_state(tsum: Tsum, state: Path) -> None:
    state.write_bytes(b"no database at all" * 100)
    assert tsum("history", "--state", state).code == 14
    state.unlink()
    with sqlite3.connect(state) as connection:
        connection.execute("CREATE TABLE bookmarks (url)")
    connection.close()
    refused = tsum("history", "--state", state)
    assert refused.code == 14
    assert "a file of another program" in refused.err
