"""A job as lines of a crontab, and the place of such lines in the crontab of a user.

An entry is a comment, `# tsum: NAME`, and the line below it. All other bytes of a crontab are left as they are.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Sequence

from translate_pipeline.errors import UsageError
from translate_pipeline.scheduling.base import NICENESS, ScheduledJob

# Debian's cron takes no longer command (MAX_COMMAND in its cron.h); cronie takes more.
_LONGEST_COMMAND = 998
_MARK = b"# tsum: "
# What tsum writes below its comment, also where the user has commented it out to pause the job.
_OURS = re.compile(rb"[#\s]*(?P<when>@\w+|(?:[^\s#]+[ \t]+){4}[^\s#]+)[ \t]+(?P<command>cd .*)", re.DOTALL)


def entry(job: ScheduledJob) -> bytes:
    """The two lines of a job.

    Its standard output is left to cron, which mails it. A lock held by another run (exit code 7) is passed over in
    silence; any other failure prints one line, so that it is mailed, with the log to look into. It runs at a low
    priority.

    Raises:
        UsageError: the command is longer than cron takes.
    """
    run = [shlex.quote(f"{name}={value}") for name, value in job.environment.items()]
    run += ["nice", "-n", str(NICENESS), *map(shlex.quote, job.command)]
    log = shlex.quote(str(job.log))
    shell = (
        f"cd {shlex.quote(str(job.folder))} && {' '.join(run)} 2>>{log} || "
        f"(s=$?; [ $s = 7 ] || (echo tsum: {job.name} ended with exit code $s, see {log}; exit $s))"
    )
    command = escaped(shell)
    length = len(command.encode())
    if length > _LONGEST_COMMAND:
        raise UsageError(
            f"the crontab line has {length} bytes and cron takes {_LONGEST_COMMAND}: "
            "name a folder instead of files, put glossaries into tsum.toml, or use `tsum schedule systemd`"
        )
    lines = f"{_MARK.decode()}{job.name}\n{job.when.text} {command}\n"
    return lines.encode()


def escaped(shell: str) -> str:
    """A shell command as cron wants it: a percent sign that is not escaped would end it.

    Cron takes a backslash off only in front of a percent sign, and has no way to say both; a pair of quotation marks,
    which says nothing inside quotation marks to the shell, parts them.
    """
    return shell.replace("\\%", "\\''%").replace("%", "\\%")


def names_in(crontab: bytes) -> list[str]:
    """The names of the jobs of tsum in a crontab."""
    lines = crontab.splitlines()
    return [line[len(_MARK) :].strip().decode("utf-8", "replace") for line in lines if line.startswith(_MARK)]


def with_entry(crontab: bytes, job: ScheduledJob) -> bytes:
    """The crontab with the job in place of the one of its name, else at its end.

    Raises:
        UsageError: as `entry` says, or another job has the name that tsum chose for this one.
    """
    lines, new = crontab.splitlines(keepends=True), entry(job)
    places = _places(lines, job.name)
    if not places:
        gap = b"" if not crontab or crontab.endswith(b"\n") else b"\n"
        return crontab + gap + new
    if not job.named:
        _refuse_another_job(lines[places[0]], new.splitlines(), job.name)
    for place in reversed(places[1:]):
        del lines[place]
    lines[places[0]] = [new]
    return b"".join(lines)


def without_entry(crontab: bytes, name: str) -> bytes:
    """The crontab without the job of that name. Raises `UsageError` if the line below its comment is not tsum's."""
    lines = crontab.splitlines(keepends=True)
    for place in reversed(_places(lines, name)):
        del lines[place]
    return b"".join(lines)


def _places(lines: Sequence[bytes], name: str) -> list[slice]:
    """Where the entries of that name are."""
    found = []
    for number, line in enumerate(lines):
        if line.rstrip() != _MARK + name.encode():
            continue
        below = lines[number + 1] if number + 1 < len(lines) else b""
        if _OURS.fullmatch(below):
            found.append(slice(number, number + 2))
        elif not below.strip() or below.startswith(_MARK):
            found.append(slice(number, number + 1))
        else:
            raise UsageError(
                f"crontab:{number + 2}: the line below '# tsum: {name}' is not one that tsum wrote: "
                "edit it with `crontab -e`"
            )
    return found


def _refuse_another_job(old: Sequence[bytes], new: Sequence[bytes], name: str) -> None:
    before, after = (match["command"].strip() if (match := _OURS.fullmatch(lines[-1])) else b"" for lines in (old, new))
    if before and before != after:
        raise UsageError(
            f"the crontab has another job under the name {name}: "
            f"give this one its own with --name, or replace that one with --name {name}"
        )
