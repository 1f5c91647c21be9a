from __future__ import annotations

import shlex
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.scheduling.cron_rules import command_for_shell
from tests.scheduling.jobs import job
from translate_pipeline.errors import UsageError
from translate_pipeline.scheduling.crontab_text import entry, escaped, names_in, with_entry, without_entry

OTHERS = (
    b"# m h dom mon dow command\r\n"
    b"MAILTO=ana@example.org\n"
    b"\n"
    b"5 4 * * sun  /usr/bin/backup \xff\xfe # not UTF-8\n"
    b"# tsum: other\n"
    b"0 * * * * cd /srv && LANG=C.UTF-8 tsum batch in --out out 2>>/srv/log || true\n"
)


def shell_command(text: bytes) -> str:
    return command_for_shell(text.decode().splitlines()[1].split(" ", 5)[5])


def test_an_entry() -> None:
    assert entry(job(environment={"LANG": "C.UTF-8", "XDG_STATE_HOME": "/var/state of ana"})).decode() == (
        "# tsum: desk\n"
        "*/10 * * * * cd /home/ana && LANG=C.UTF-8 'XDG_STATE_HOME=/var/state of ana' "
        "nice -n 10 /opt/bin/tsum batch /home/ana/in --out /home/ana/out 2>>/home/ana/desk.log || "
        "(s=$?; [ $s = 7 ] || (echo tsum: desk ended with exit code $s, see /home/ana/desk.log; exit $s))\n"
    )


# The shell splits at none of these, and cron at the percent sign alone.
@given(st.lists(st.text("a% \\'\"$*;&|()#`é\t", min_size=1, max_size=12), min_size=1, max_size=4))
def test_every_word_comes_through_cron_and_shell(words: list[str]) -> None:
    command = escaped(" ".join(map(shlex.quote, words)))
    assert shlex.split(command_for_shell(command)) == words


@pytest.mark.parametrize("code", [0, 6, 7])
def test_what_cron_mails_and_what_the_log_gets(code: int, tmp_path: Path) -> None:
    folder = tmp_path / "100% 'news' \\% of ana"
    folder.mkdir()
    program, log = folder / "tsum", folder / "the log"
    program.write_text(
        f'#!/bin/sh\npwd\nprintf \'%s|\' "$LANG" "$@"\necho trouble >&2\nexit {code}\n', encoding="utf-8"
    )
    program.chmod(0o755)
    text = entry(job(command=(str(program), "100%", "a b"), folder=str(folder), log=str(log)))
    for _ in range(2):
        done = subprocess.run(
            ["/bin/sh", "-c", shell_command(text)], capture_output=True, text=True, env={"HOME": "/"}, check=False
        )
    lines = [str(folder), "C.UTF-8|100%|a b|"]
    assert done.returncode == (0 if code == 7 else code)
    assert done.stderr == ""
    assert log.read_text(encoding="utf-8") == "trouble\ntrouble\n"
    mailed = done.stdout.rstrip("\n").replace("a b|tsum", "a b|\ntsum").splitlines()
    assert mailed == lines + ([f"tsum: desk ended with exit code 6, see {log}"] if code == 6 else [])


def test_a_working_directory_that_is_gone_is_mailed(tmp_path: Path) -> None:
    text = entry(job(command=("/bin/echo", "ran"), folder=str(tmp_path / "gone"), log=str(tmp_path / "log")))
    done = subprocess.run(["/bin/sh", "-c", shell_command(text)], capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert "ran" not in done.stdout
    assert "gone" in done.stderr
    assert "tsum: desk ended with exit code" in done.stdout


def test_a_line_that_is_longer_than_cron_takes_is_refused() -> None:
    def command(spare: int) -> tuple[str, ...]:
        return ("/opt/bin/tsum", "batch", "/" + "x" * (998 - rest - spare))

    rest = len(shell_command(entry(job(command=("/opt/bin/tsum", "batch", "/")))))
    assert len(shell_command(entry(job(command=command(0))))) == 998
    with pytest.raises(UsageError, match=r"the crontab line has 999 bytes and cron takes 998: name a folder instead"):
        entry(job(command=command(-1)))


def test_a_job_is_added_at_the_end_and_taken_back_byte_for_byte() -> None:
    added = with_entry(OTHERS, job())
    assert added == OTHERS + entry(job())
    assert names_in(added) == ["other", "desk"]
    assert without_entry(added, "desk") == OTHERS


def test_a_second_time_changes_nothing() -> None:
    added = with_entry(OTHERS, job())
    assert with_entry(added, job()) == added


def test_a_job_is_replaced_in_its_place() -> None:
    before = with_entry(OTHERS, job()) + b"# the end\n"
    assert with_entry(before, job(when="@daily")) == OTHERS + entry(job(when="@daily")) + b"# the end\n"


def test_a_crontab_without_its_last_line_break_gets_one() -> None:
    assert with_entry(b"MAILTO=ana", job()) == b"MAILTO=ana\n" + entry(job())


def test_a_name_that_begins_with_another_is_another() -> None:
    both = with_entry(with_entry(b"", job("desk")), job("desk-2"))
    assert without_entry(both, "desk") == entry(job("desk-2"))
    assert without_entry(both, "des") == both


lines = st.lists(
    st.sampled_from([b"\n", b"# tsum: other\n", b"# comment\n", b"A=1\r\n", b"* * * * * true\n", b"\xff\n", b" \t\n"])
)


@given(lines, lines)
def test_the_rest_is_never_touched(above: list[bytes], below: list[bytes]) -> None:
    before, after = b"".join(above), b"".join(below)
    table = before + entry(job()) + after
    assert with_entry(table, job(when="@hourly")) == before + entry(job(when="@hourly")) + after
    assert without_entry(table, "desk") == before + after
    assert without_entry(with_entry(before + after, job()), "desk") == before + after


def test_a_job_that_was_paused_by_a_comment_is_still_found() -> None:
    comment, line = entry(job()).splitlines(keepends=True)
    paused = OTHERS + comment + b"#" + line
    assert without_entry(paused, "desk") == OTHERS
    assert with_entry(paused, job()) == OTHERS + entry(job())


@pytest.mark.parametrize("below", [b"", b"# tsum: other\n* * * * * true\n"])
def test_a_comment_whose_line_is_gone_is_removed_alone(below: bytes) -> None:
    assert without_entry(b"A=1\n# tsum: desk\n" + below, "desk") == b"A=1\n" + below


def test_two_entries_of_one_name_become_one() -> None:
    assert with_entry(entry(job()) + b"A=1\n" + entry(job()), job()) == entry(job()) + b"A=1\n"
    assert without_entry(entry(job()) + b"A=1\n" + entry(job()), "desk") == b"A=1\n"


@pytest.mark.parametrize("line", [b"* * * * * /usr/bin/other\n", b"MAILTO=ana\n", b"# a note\n"])
def test_a_line_below_the_comment_that_is_not_of_tsum_is_not_touched(line: bytes) -> None:
    table = b"A=1\n# tsum: desk\n" + line
    expected = r"crontab:3: the line below '# tsum: desk' is not one that tsum wrote"
    with pytest.raises(UsageError, match=expected):
        without_entry(table, "desk")
    with pytest.raises(UsageError, match=expected):
        with_entry(table, job())


def test_a_name_that_tsum_chose_replaces_no_other_job() -> None:
    other = job(command=("/opt/bin/tsum", "batch", "/home/ana/other", "--out", "/srv/out"), named=False)
    table = with_entry(b"", job(named=False))
    with pytest.raises(UsageError, match=r"another job under the name desk: give this one its own with --name, or"):
        with_entry(table, other)
    assert with_entry(table, job(named=False, when="@daily")) == entry(job(when="@daily"))
    assert with_entry(table, job(command=other.command)) == entry(job(command=other.command))
