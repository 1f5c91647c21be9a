from __future__ import annotations

from pathlib import Path

import pytest

from tests.scheduling.crontab_program import CrontabProgram
from tests.scheduling.jobs import job
from translate_pipeline.errors import OutputError, UsageError
from translate_pipeline.scheduling.crontab import Crontab
from translate_pipeline.scheduling.crontab_text import entry

OTHERS = b"MAILTO=ana\n5 4 * * * /usr/bin/backup \xff\n"


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CrontabProgram:
    made = CrontabProgram(tmp_path)
    monkeypatch.setenv("PATH", f"{made.folder}:/usr/bin:/bin")
    return made


def test_a_job_is_installed_once_and_removed(program: CrontabProgram) -> None:
    program.table = OTHERS
    change = Crontab().installation(job())
    assert change is not None
    assert program.table == OTHERS
    change.apply()
    assert program.table == OTHERS + entry(job())
    assert Crontab().installation(job()) is None
    assert Crontab().names() == ["desk"]
    removal = Crontab().removal("desk")
    assert removal is not None
    removal.apply()
    assert program.table == OTHERS
    assert Crontab().removal("desk") is None


def test_where_there_was_no_crontab_there_is_none_in_the_end(program: CrontabProgram) -> None:
    assert Crontab().removal("desk") is None
    change = Crontab().installation(job())
    assert change is not None
    change.apply()
    assert program.table == entry(job())
    removal = Crontab().removal("desk")
    assert removal is not None
    removal.apply()
    assert program.table is None


def test_the_change_is_shown_as_a_difference(program: CrontabProgram) -> None:
    program.table = OTHERS
    change = Crontab().installation(job())
    assert change is not None
    lines = change.shown.splitlines()
    assert lines[:2] == ["--- crontab (now)", "+++ crontab (then)"]
    assert " 5 4 * * * /usr/bin/backup \\xff" in lines
    assert [line[1:] for line in lines[3:] if line.startswith("+")] == entry(job()).decode().splitlines()
    assert not [line for line in lines[3:] if line.startswith("-")]


def test_a_crontab_that_changed_meanwhile_is_not_overwritten(program: CrontabProgram) -> None:
    program.table = OTHERS
    change = Crontab().installation(job())
    program.table = OTHERS + b"# mine\n"
    assert change is not None
    with pytest.raises(OutputError, match="changed by someone else meanwhile: run it again"):
        change.apply()
    assert program.table == OTHERS + b"# mine\n"


def test_a_user_who_may_not_use_cron_is_told(program: CrontabProgram) -> None:
    program.replace_by("#!/bin/sh\necho 'You (ana) are not allowed to use this program (crontab)' >&2\nexit 1\n")
    with pytest.raises(OutputError, match=r"cannot be read \(You \(ana\) are not allowed to use this program"):
        Crontab().installation(job())


def test_a_crontab_that_cannot_be_written_is_told(program: CrontabProgram) -> None:
    program.replace_by(
        "#!/bin/sh\nif [ $1 = -l ]; then echo 'no crontab for ana' >&2; exit 1; fi\necho 'disk full' >&2\nexit 1\n"
    )
    change = Crontab().installation(job())
    assert change is not None
    with pytest.raises(OutputError, match=r"the crontab cannot be written \(disk full\): nothing was changed"):
        change.apply()


def test_a_crontab_that_is_not_what_was_written_is_told(program: CrontabProgram) -> None:
    program.replace_by("#!/bin/sh\nif [ $1 = -l ]; then echo A=1; fi\n")
    change = Crontab().installation(job())
    assert change is not None
    with pytest.raises(OutputError, match="is not what was written"):
        change.apply()


def test_without_the_program_it_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(
        UsageError, match=r"no program `crontab` is installed: install cron \(Debian: apt install cron\)"
    ):
        Crontab().removal("desk")
    (tmp_path / "crontab").write_text("no program", encoding="utf-8")
    with pytest.raises(UsageError, match=r"`crontab` cannot be run \(Permission denied\)"):
        Crontab().removal("desk")
