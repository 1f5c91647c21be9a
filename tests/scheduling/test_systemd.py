from __future__ import annotations

from pathlib import Path

import pytest

from tests.scheduling.jobs import job
from translate_pipeline.errors import OutputError, UsageError
from translate_pipeline.scheduling.base import Change
from translate_pipeline.scheduling.systemd import SystemdUserTimer
from translate_pipeline.scheduling.systemd_units import service, timer

_SYSTEMCTL = """#!/bin/sh
echo "$@" >>'{calls}'
case "$2" in
show-environment) exit {answers} ;;
{fails}) echo 'Failed to do it' >&2; exit 1 ;;
esac
"""


@pytest.fixture
def units(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the units, on a machine without systemd."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    return tmp_path / "config" / "systemd" / "user"


def make_systemctl(folder: Path, answers: bool = True, fails: str = "nothing") -> Path:
    """A program `systemctl` that writes down its arguments; gives the file with them."""
    (folder / "bin").mkdir()
    calls, program = folder / "calls", folder / "bin" / "systemctl"
    program.write_text(_SYSTEMCTL.format(calls=calls, answers=0 if answers else 1, fails=fails), encoding="utf-8")
    program.chmod(0o755)
    return calls


def made(change: Change | None) -> list[str]:
    assert change is not None
    return list(change.apply())


def test_a_job_is_installed_once_and_removed(units: Path) -> None:
    told = made(SystemdUserTimer().installation(job()))
    assert (units / "tsum-desk.service").read_text(encoding="utf-8") == service(job())
    assert (units / "tsum-desk.timer").read_text(encoding="utf-8") == timer(job())
    assert told[:3] == [
        "run `systemctl --user daemon-reload`",
        "run `systemctl --user enable tsum-desk.timer`",
        "run `systemctl --user restart tsum-desk.timer`",
    ]
    assert "loginctl enable-linger" in told[3]
    assert SystemdUserTimer().installation(job()) is None
    assert SystemdUserTimer().names() == ["desk"]
    assert made(SystemdUserTimer().removal("desk")) == [
        "run `systemctl --user disable --now tsum-desk.timer`",
        "run `systemctl --user daemon-reload`",
    ]
    assert list(units.iterdir()) == []
    assert SystemdUserTimer().removal("desk") is None


def test_nothing_is_written_before_the_change_is_made(units: Path) -> None:
    change = SystemdUserTimer().installation(job())
    assert change is not None
    assert not units.exists()
    assert f"+++ {units / 'tsum-desk.timer'} (then)" in change.shown
    assert "+OnCalendar=*-*-* *:00/10:00" in change.shown


def test_another_time_replaces_the_timer_alone(units: Path) -> None:
    made(SystemdUserTimer().installation(job(named=False)))
    change = SystemdUserTimer().installation(job(named=False, when="@daily"))
    assert change is not None
    assert "tsum-desk.service" not in change.shown
    assert "-OnCalendar=*-*-* *:00/10:00\n+OnCalendar=*-*-* 00:00:00" in change.shown
    change.apply()
    assert (units / "tsum-desk.timer").read_text(encoding="utf-8") == timer(job(when="@daily"))


def test_a_name_that_tsum_chose_replaces_no_other_job(units: Path) -> None:
    made(SystemdUserTimer().installation(job()))
    other = ("/opt/bin/tsum", "batch", "/home/ana/other", "--out", "/srv/out")
    with pytest.raises(UsageError, match=r"tsum-desk.service: another job has this name: give this one its own"):
        SystemdUserTimer().installation(job(command=other, named=False))
    made(SystemdUserTimer().installation(job(command=other)))
    assert "/home/ana/other" in (units / "tsum-desk.service").read_text(encoding="utf-8")


def test_systemctl_is_run_where_it_works(units: Path, tmp_path: Path) -> None:
    calls = make_systemctl(tmp_path)
    told = made(SystemdUserTimer().installation(job()))
    assert told[1] == "ran `systemctl --user enable tsum-desk.timer`"
    made(SystemdUserTimer().removal("desk"))
    lines = calls.read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if "show-environment" not in line] == [
        "--user daemon-reload",
        "--user enable tsum-desk.timer",
        "--user restart tsum-desk.timer",
        "--user disable --now tsum-desk.timer",
        "--user daemon-reload",
    ]


def test_systemctl_is_only_named_where_no_manager_answers(units: Path, tmp_path: Path) -> None:
    calls = make_systemctl(tmp_path, answers=False)
    assert made(SystemdUserTimer().installation(job()))[0] == "run `systemctl --user daemon-reload`"
    assert set(calls.read_text(encoding="utf-8").splitlines()) == {"--user show-environment"}


def test_a_systemctl_that_fails_is_told(units: Path, tmp_path: Path) -> None:
    make_systemctl(tmp_path, fails="restart")
    told = made(SystemdUserTimer().installation(job()))
    assert told[2] == "`systemctl --user restart tsum-desk.timer` failed (Failed to do it): run it yourself"


def test_a_folder_that_cannot_be_made_is_told(units: Path) -> None:
    units.parent.parent.write_text("a file in its place", encoding="utf-8")
    with pytest.raises(OutputError, match=r"tsum-desk.service: cannot be written \(Not a directory\)"):
        made(SystemdUserTimer().installation(job()))


def test_both_units_are_written_or_none(units: Path) -> None:
    made(SystemdUserTimer().installation(job()))
    (units / "tsum-desk.timer").unlink()
    change = SystemdUserTimer().installation(job(command=("/opt/bin/tsum", "run", "/a")))
    (units / "tsum-desk.timer").symlink_to(units / "tsum-desk.timer")
    assert change is not None
    with pytest.raises(OutputError, match=r"tsum-desk.timer: cannot be written \(Too many levels of symbolic links\)"):
        change.apply()
    assert (units / "tsum-desk.service").read_text(encoding="utf-8") == service(job())
    assert [path.name for path in units.iterdir() if path.name.endswith(".part")] == []
