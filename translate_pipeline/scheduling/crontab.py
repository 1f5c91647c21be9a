"""The crontab of the user, read and written through the `crontab` program."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence

from translate_pipeline.errors import OutputError, UsageError
from translate_pipeline.scheduling.base import Change, ScheduledJob
from translate_pipeline.scheduling.crontab_text import entry, names_in, with_entry, without_entry
from translate_pipeline.scheduling.difference import difference


class Crontab:
    """Jobs as lines of the user's crontab."""

    place = "the crontab"

    def render(self, job: ScheduledJob) -> str:
        """The job's two lines."""
        return entry(job).decode()

    def installation(self, job: ScheduledJob) -> Change | None:
        """What would write the job's lines."""
        before = _read()
        return _change(before, with_entry(before, job))

    def removal(self, name: str) -> Change | None:
        """What would take the job's lines out."""
        before = _read()
        return _change(before, without_entry(before, name))

    def names(self) -> list[str]:
        """The jobs of tsum in the crontab."""
        return names_in(_read())


def _change(before: bytes, after: bytes) -> Change | None:
    if before == after:
        return None

    def apply() -> Sequence[str]:
        if _read() != before:
            raise OutputError("the crontab was changed by someone else meanwhile: run it again")
        _write(after)
        return ()

    return Change(difference("crontab", before, after), apply)


def _read() -> bytes:
    done = _crontab("-l")
    if done.returncode == 0:
        return done.stdout
    message = done.stderr.decode("utf-8", "replace")
    # Busybox names the missing file instead.
    if "no crontab" in message.lower() or "no such file" in message.lower():
        return b""
    raise OutputError(f"the crontab cannot be read ({_first_line(message)}): ask the administrator for cron's use")


def _write(crontab: bytes) -> None:
    done = _crontab("-", content=crontab) if crontab else _crontab("-r")
    if done.returncode != 0:
        message = _first_line(done.stderr.decode("utf-8", "replace"))
        raise OutputError(f"the crontab cannot be written ({message}): nothing was changed")
    if _read() != crontab:
        raise OutputError("the crontab is not what was written: look at it with `crontab -l`")


def _crontab(*arguments: str, content: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    # Messages are told apart by their words, which must be English.
    environment = {**os.environ, "LC_ALL": "C"}
    try:
        return subprocess.run(["crontab", *arguments], input=content, capture_output=True, env=environment, check=False)
    except FileNotFoundError:
        raise UsageError(
            "no program `crontab` is installed: install cron (Debian: apt install cron), or use `tsum schedule systemd`"
        ) from None
    except OSError as error:
        raise UsageError(f"the program `crontab` cannot be run ({error.strerror}): check its installation") from None


def _first_line(message: str) -> str:
    return next((line.strip() for line in message.splitlines() if line.strip()), "it says no reason")
