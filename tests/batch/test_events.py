"""The log of events."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from translate_pipeline.batch import events
from translate_pipeline.batch.events import EventLog, Listeners
from translate_pipeline.errors import OutputError


def lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n")[:-1]]


def test_a_line_is_json_whatever_is_in_it(tmp_path: Path) -> None:
    log = EventLog(tmp_path / "log")
    log.run = 3
    Listeners(log, log).event("write", 'a "b"\n\u2028\udcf1', 1.26, words=5, files=["ñ.md"])
    log.close()
    first, second = lines(tmp_path / "log")
    assert first == second
    assert (first["run"], first["stage"], first["ms"], first["words"], first["files"]) == (3, "write", 1.3, 5, ["ñ.md"])
    assert str(first["document"]).startswith('a "b"\n')


def test_what_is_left_out_is_not_logged(tmp_path: Path) -> None:
    log = EventLog(tmp_path / "log")
    log.event("skip", "a.txt")
    log.close()
    assert lines(tmp_path / "log") == []


def test_a_log_goes_on_where_it_was(tmp_path: Path) -> None:
    for stage in ("begin", "end"):
        log = EventLog(tmp_path / "log")
        log.event(stage)
        log.close()
    assert [line["stage"] for line in lines(tmp_path / "log")] == ["begin", "end"]


def test_a_log_is_rotated_and_five_older_ones_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(events, "_LARGEST_LOG", 2000)
    log = EventLog(tmp_path / "log")
    for number in range(300):
        log.event("write", f"{number}.txt")
    log.close()
    files = sorted(path.name for path in tmp_path.iterdir())
    assert files == ["log", "log.1", "log.2", "log.3", "log.4", "log.5"]
    assert all((tmp_path / name).stat().st_size <= 2000 for name in files)
    kept = [line["document"] for name in [*files[:0:-1], "log"] for line in lines(tmp_path / name)]
    assert kept == [f"{number}.txt" for number in range(300 - len(kept), 300)]


def test_a_log_that_cannot_be_opened(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "nowhere" / "log"):
        with pytest.raises(OutputError):
            EventLog(path)


def test_a_full_disk_does_not_end_a_run() -> None:
    log = EventLog(Path("/dev/full"))
    log.event("begin")
    log.event("end")
    log.close()
