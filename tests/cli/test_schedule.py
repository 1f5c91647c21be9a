"""`tsum schedule` as a user runs it, with a `crontab` program of the tests' own."""

from __future__ import annotations

import os
import pty
import select
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import Tsum
from tests.scheduling.cron_rules import command_for_shell
from tests.scheduling.crontab_program import CrontabProgram

OTHERS = b"MAILTO=ana\n5 4 * * * /usr/bin/backup\n"


@pytest.fixture
def desk(tmp_path: Path, example: Path) -> Path:
    """A working directory with an article."""
    folder = tmp_path / "desk 100%"
    folder.mkdir()
    shutil.copy(example, folder / "a.txt")
    return folder


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CrontabProgram:
    made = CrontabProgram(tmp_path)
    monkeypatch.setenv("PATH", f"{made.folder}:{os.environ['PATH']}")
    return made


def test_the_printed_line_is_ready(tsum: Tsum, desk: Path, home: Path) -> None:
    """The line is run as cron would, with next to no environment, and does what the job says."""
    (desk / "a.txt").write_text("El ministro Rustem Umerov habló ayer con la prensa en París.\n", encoding="utf-8")
    result = tsum("schedule", "crontab", "--every", "10m", "--", "run", "a.txt", "-qo", "out.md", "--strict", cwd=desk)
    assert result.code == 0
    comment, line = result.out.splitlines()
    assert comment == "# tsum: run-out"
    assert line.startswith("*/10 * * * * cd ")
    assert result.err.startswith("tsum: next: ")
    command = command_for_shell(line.split(" ", 5)[5])
    done = subprocess.run(
        ["/bin/sh", "-c", command],
        env={"PATH": "/usr/bin:/bin", "HOME": "/"},
        capture_output=True,
        cwd="/",
        check=False,
    )
    log = home / ".local/state/tsum/run-out.log"
    assert (done.returncode, done.stderr, log.read_text(encoding="utf-8")) == (0, b"", "")
    assert done.stdout == b""
    assert "Rustem Umerov" in (desk / "out.md").read_text(encoding="utf-8")


def test_a_batch_expands_its_wildcards_itself(tsum: Tsum, desk: Path) -> None:
    job = (
        "batch",
        "*.txt",
        "https://example.org/rss",
        "--out",
        "briefings",
        "--log",
        "log.json",
    )
    shown = tsum("schedule", "crontab", "--every", "1h", "--", *job, cwd=desk)
    assert shown.code == 0, shown.err
    command = command_for_shell(shown.out)
    assert command.startswith("# tsum: batch-briefings\n0 * * * * ")
    assert f"batch '{desk}/*.txt' https://example.org/rss --out '{desk}/briefings'" in command
    assert f"--log '{desk}/log.json' 2>>" in command


def test_a_job_is_shown_installed_found_again_and_removed(tsum: Tsum, desk: Path, program: CrontabProgram) -> None:
    program.table = OTHERS
    job = ("--", "run", "a.txt", "-o", "out.md")
    printed = tsum("schedule", "crontab", "--every", "10m", *job, cwd=desk).out
    install = ("schedule", "crontab", "--install", "--yes", "--every")
    result = tsum(*install, "10m", *job, cwd=desk)
    assert (result.code, result.out) == (0, "")
    assert all(f"+{line}\n" in result.err for line in printed.splitlines())
    assert "tsum: installed run-out in the crontab; take it back with --remove --name run-out\n" in result.err
    assert program.table == OTHERS + printed.encode()

    result = tsum(*install, "10m", *job, cwd=desk)
    assert (result.code, result.err) == (0, "tsum: the crontab has the job run-out already: nothing to do\n")

    assert tsum(*install, "1h", *job, cwd=desk).code == 0
    assert program.table == OTHERS + printed.replace("*/10 *", "0 *").encode()

    result = tsum("schedule", "crontab", "--remove", "--yes", *job, cwd=desk)
    assert (result.code, result.err.splitlines()[-1]) == (0, "tsum: removed run-out from the crontab")
    assert program.table == OTHERS

    result = tsum("schedule", "crontab", "--remove", "--name", "run-out", cwd=desk)
    assert result.code == 0
    assert result.err == "tsum: nothing to remove: no job run-out in the crontab: there is no job of tsum\n"


def test_without_a_terminal_a_change_needs_yes(tsum: Tsum, desk: Path, program: CrontabProgram) -> None:
    result = tsum("schedule", "crontab", "--every", "1h", "--install", "--", "run", "a.txt", "-o", "b", cwd=desk)
    assert result.code == 2
    assert result.err.endswith("--install needs --yes where there is no terminal to ask at: nothing was changed\n")
    assert program.table is None


@pytest.mark.parametrize("answer", ["y", "n", "\x03"])
def test_at_a_terminal_it_asks(answer: str, desk: Path, home: Path, program: CrontabProgram) -> None:
    program.table = OTHERS
    at_six, job = ("--at", "06:00", "--install"), ("run", "a.txt", "-o", "out.md")
    master, slave = pty.openpty()
    process = subprocess.Popen(
        [*(sys.executable, "-m", "translate_pipeline", "schedule", "crontab"), *at_six, "--", *job],
        stdin=slave,
        stdout=slave,
        stderr=slave,
        cwd=desk,
        start_new_session=True,
        preexec_fn=_take_terminal,
    )
    os.close(slave)
    shown, answered = "", False
    try:
        while True:
            # An interrupt just before Python waits for a line takes effect at the next key (a race in CPython).
            if not select.select([master], [], [], 0.5)[0]:
                if answered and answer == "\x03":
                    os.write(master, b"\x03")
                continue
            chunk = os.read(master, 4096)
            if not chunk:
                break
            shown += chunk.decode()
            if not answered and "Make this change? [y/N]:" in shown:
                os.write(master, (answer if answer == "\x03" else f"{answer}\n").encode())
                answered = True
    except OSError:
        pass
    finally:
        os.close(master)
    assert process.wait(timeout=60) == (130 if answer == "\x03" else 0)
    assert "+0 6 * * * cd " in shown
    assert (program.table == OTHERS) == (answer != "y")
    assert ("nothing was changed" in shown) == (answer == "n")


def _take_terminal() -> None:
    import fcntl
    import termios

    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


def test_a_job_to_remove_must_be_named(tsum: Tsum, desk: Path, program: CrontabProgram) -> None:
    tsum("schedule", "crontab", "--every", "1h", "--install", "--yes", "--name", "desk", "--", "run", "a.txt", cwd=desk)
    result = tsum("schedule", "crontab", "--remove")
    assert (result.code, result.err) == (2, "tsum: say which job to remove, with --name: there is desk\n")


def test_two_jobs_do_not_share_a_name_by_accident(tsum: Tsum, desk: Path, program: CrontabProgram) -> None:
    install = ("schedule", "crontab", "--every", "1h", "--install", "--yes")
    (desk / "x").mkdir()
    shutil.copy(desk / "a.txt", desk / "x" / "a.txt")
    assert tsum(*install, "--", "run", "a.txt", cwd=desk).code == 0
    before = program.table
    result = tsum(*install, "--", "run", "x/a.txt", cwd=desk)
    assert result.code == 2
    assert "the crontab has another job under the name run-a: give this one its own with --name" in result.err
    assert program.table == before
    assert tsum(*install, "--name", "second", "--", "run", "x/a.txt", cwd=desk).code == 0
    assert program.table is not None and before is not None and program.table.startswith(before)


def test_systemd_units_are_printed_installed_and_removed(
    tsum: Tsum, desk: Path, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "bin").mkdir()
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))  # no systemctl
    units = home / ".config/systemd/user"
    job = ("--at", "06:30", "--on", "mon-fri", "--name", "desk", "--", "run", "a.txt", "-o", "out.md")
    printed = tsum("schedule", "systemd", *job, cwd=desk)
    assert printed.code == 0
    assert "\nOnCalendar=Mon..Fri *-*-* 06:30:00\nPersistent=true\n" in printed.out
    assert not units.exists()
    result = tsum("schedule", "systemd", "--install", "--yes", *job, cwd=desk)
    assert (result.code, result.out) == (0, "")
    assert "tsum: run `systemctl --user daemon-reload`\n" in result.err
    service, timer = units / "tsum-desk.service", units / "tsum-desk.timer"
    texts = [path.read_text(encoding="utf-8") for path in (service, timer)]
    assert printed.out == f"# {service}\n{texts[0]}\n# {timer}\n{texts[1]}"
    assert tsum("schedule", "systemd", "--remove", "--yes", "--name", "desk").code == 0
    assert list(units.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("--every", "7m", "--", "run", "a.txt"), 2, "--every 7m: cron has no even interval of that length: use 1m"),
        (("--cron", "10-5 * * * *", "--", "run", "a.txt"), 2, "ends before it begins"),
        (("--", "run", "a.txt"), 2, "say when the job runs, in one way"),
        (("--every", "1h"), 2, "say which job to run, after --"),
        (("--every", "1h", "--", "detect", "a.txt"), 2, "'detect' is no command that can be scheduled"),
        (("--every", "1h", "--", "run", "a.txt", "--bogus"), 2, "the job `tsum run`: No such option: --bogus"),
        (("--every", "1h", "--", "run", "b.txt"), 8, "b.txt: no such file (an input of the job)"),
        (("--every", "1h", "--log", "no/log", "--", "run", "a.txt"), 11, "no does not exist: make it first"),
        (("--every", "1h", "--install", "--remove"), 2, "--install and --remove contradict each other"),
        (("--every", "1h", "--name", "a b", "--", "run", "a.txt"), 2, "--name 'a b': use up to 64 letters"),
    ],
)
def test_what_is_wrong_is_said_in_a_line(
    tsum: Tsum, desk: Path, arguments: tuple[str, ...], code: int, message: str
) -> None:
    for scheduler in ("crontab", "systemd"):
        result = tsum("schedule", scheduler, *arguments, cwd=desk)
        assert (result.code, result.out) == (code, "")
        assert message in result.err
        assert result.err.count("\n") == 1


def test_without_a_crontab_program_it_says_what_to_do(tsum: Tsum, desk: Path, tmp_path: Path) -> None:
    (tmp_path / "bin").mkdir()
    arguments = ("schedule", "crontab", "--every", "1h", "--install", "--yes", "--", "run", "a.txt", "-o", "b")
    result = tsum(*arguments, cwd=desk, env={"PATH": str(tmp_path / "bin")})
    assert result.code == 2
    assert result.err.startswith("tsum: no program `crontab` is installed: install cron (Debian: apt install cron)")


def test_options_are_read_without_the_two_hyphens(tsum: Tsum, desk: Path) -> None:
    with_hyphens = tsum("schedule", "crontab", "--every", "1h", "--", "run", "a.txt", "-o", "out.md", cwd=desk)
    assert tsum("schedule", "crontab", "--every", "1h", "run", "a.txt", "-o", "out.md", cwd=desk) == with_hyphens


def test_a_job_may_leave_to_tsum_toml_what_stands_there(tsum: Tsum, desk: Path) -> None:
    (desk / "tsum.toml").write_text('[batch]\nout = "nightly"\n', encoding="utf-8")
    (desk / "in").mkdir(exist_ok=True)
    shown = tsum("schedule", "crontab", "--every", "1h", "--", "batch", "in", cwd=desk)
    assert shown.code == 0, shown.err
    assert shown.out.startswith("# tsum: batch-nightly\n")
    assert "--out" not in shown.out
    assert tsum("--no-project", "schedule", "crontab", "--every", "1h", "--", "batch", "in", cwd=desk).code == 2
