from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
import typer

from translate_pipeline.cli.app import app
from translate_pipeline.errors import OutputError, UsageError
from translate_pipeline.scheduling.arguments import JobArguments
from translate_pipeline.scheduling.expression import cron_expression
from translate_pipeline.scheduling.job import checked_name, name_of, scheduled_job, times

DAILY = cron_expression("@daily")


@pytest.fixture
def commands() -> dict[str, Any]:
    made: Any = typer.main.get_command(app)
    return dict(made.commands)


@pytest.fixture
def article(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An article in the working directory."""
    folder = tmp_path / "desk"
    folder.mkdir()
    monkeypatch.chdir(folder)
    (folder / "a.txt").write_text("Hola.\n", encoding="utf-8")
    return folder / "a.txt"


def test_a_job_needs_nothing_of_the_shell(article: Path, home: Path, commands: dict[str, Any]) -> None:
    job, notes = scheduled_job(["run", "a.txt", "-o", "daily.md", "--strict=any"], commands, DAILY)
    assert job.command[-5:] == ("run", str(article), "-o", str(article.parent / "daily.md"), "--strict=any")
    assert Path(job.command[0]).is_absolute()
    assert job.command[:-5] == (sys.executable, "-m", "translate_pipeline")
    assert job.folder == article.parent
    assert job.environment["HOME"] == str(home)
    assert (job.name, job.named, notes) == ("run-daily", False, [])
    assert job.log == home / ".local/state/tsum/run-daily.log"
    assert job.log.read_bytes() == b""
    assert [oct(path.stat().st_mode & 0o777) for path in (job.log.parent, job.log)] == ["0o700", "0o600"]


def test_notes_tell_what_may_surprise(article: Path, commands: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TSUM_API_KEY", "s3cr3t")
    job, notes = scheduled_job(["run", "a.txt"], commands, DAILY)
    assert notes == [
        "TSUM_API_KEY is set here, but not for the job: it may be secret",
        "the job writes to standard output, which cron mails and systemd logs: add -o FILE to keep it",
    ]
    assert "s3cr3t" not in str(job)


def test_a_log_of_ones_own(article: Path, commands: dict[str, Any]) -> None:
    job, _ = scheduled_job(["run", "a.txt"], commands, DAILY, "desk", Path("my.log"))
    assert (job.name, job.named, job.log) == ("desk", True, article.parent / "my.log")


@pytest.mark.parametrize(
    ("log", "message"),
    [("no/my.log", "the folder .*/no does not exist: make it first"), (".", "is a directory: give a file name")],
)
def test_a_log_that_cannot_be(article: Path, commands: dict[str, Any], log: str, message: str) -> None:
    with pytest.raises(OutputError, match=message):
        scheduled_job(["run", "a.txt"], commands, DAILY, log=Path(log))


def test_a_state_folder_that_cannot_be_made(article: Path, home: Path, commands: dict[str, Any]) -> None:
    (home / ".local").write_text("a file in its place", encoding="utf-8")
    with pytest.raises(OutputError, match=r"cannot be made \(.*\): choose a log with --log"):
        scheduled_job(["run", "a.txt"], commands, DAILY)


def test_no_job(commands: dict[str, Any]) -> None:
    with pytest.raises(UsageError, match="say which job to run, after --"):
        scheduled_job([], commands, DAILY)


@pytest.mark.parametrize(("name", "message"), [("a\nb.txt", "line break in"), ("a\udcff.txt", "is not UTF-8")])
def test_a_name_that_a_schedule_cannot_hold(article: Path, commands: dict[str, Any], name: str, message: str) -> None:
    article.with_name(name).touch()
    with pytest.raises(UsageError, match=message):
        scheduled_job(["run", name], commands, DAILY)


@pytest.mark.parametrize("name", ["", "-desk", "a b", "a/b", "ñ", "x" * 65, "a\n", "a%b"])
def test_a_bad_name(name: str) -> None:
    with pytest.raises(UsageError, match=r"use up to 64 letters, digits, dots, hyphens and underscores"):
        checked_name(name)


@pytest.mark.parametrize("subject", ["briefings", "Año 2026 (%)", "ñ", "x" * 300, "a-" * 40])
def test_a_name_made_from_a_job_is_a_good_one(subject: str) -> None:
    name = name_of(JobArguments("batch", (), subject, False))
    assert checked_name(name) == name
    assert name.startswith("batch-")


def test_times_are_said_in_one_way() -> None:
    assert times("10m", None, None, None).text == "*/10 * * * *"
    assert times(None, "06:30", "mon-fri", None).text == "30 6 * * 1-5"
    assert times(None, None, None, "@daily").text == "@daily"
    for wrong in ((None, None, None, None), ("10m", "06:30", None, None), ("10m", None, None, "@daily")):
        with pytest.raises(UsageError, match="say when the job runs, in one way"):
            times(*wrong)
    with pytest.raises(UsageError, match="--on needs a time of day"):
        times("1d", None, "mon", None)
