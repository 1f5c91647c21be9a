"""A job as a service and a timer of systemd: the text of their unit files, as systemd.syntax(7) wants it."""

from __future__ import annotations

import re

from translate_pipeline.scheduling.base import NICENESS, ScheduledJob
from translate_pipeline.scheduling.calendar_events import calendar_events

_PLAIN = re.compile(r"[\w@+=:,./~-]+", re.ASCII)


def unit_names(name: str) -> tuple[str, str]:
    """The service and the timer of a job."""
    return f"tsum-{name}.service", f"tsum-{name}.timer"


def service(job: ScheduledJob) -> str:
    """The unit that runs the job once. A lock held by another run (exit code 7) is no failure."""
    environment = "".join(f"Environment={_quoted(f'{name}={value}')}\n" for name, value in job.environment.items())
    command = " ".join(_quoted(word).replace("$", "$$") for word in job.command)
    return (
        f"# tsum: {job.name}\n"
        "[Unit]\n"
        f"Description=tsum: {job.name}\n"
        "\n"
        "[Service]\n"
        "Type=oneshot\n"
        f"WorkingDirectory={_specifiers_escaped(str(job.folder))}\n"
        f"{environment}"
        f"ExecStart={command}\n"
        "SuccessExitStatus=7\n"
        f"StandardError=append:{_specifiers_escaped(str(job.log))}\n"
        f"Nice={NICENESS}\n"
        "IOSchedulingClass=idle\n"
    )


def timer(job: ScheduledJob) -> str:
    """The unit that starts the service, also for a time at which the machine was off."""
    events = "".join(f"OnCalendar={event}\n" for event in calendar_events(job.when))
    return (
        f"# tsum: {job.name}\n"
        "[Unit]\n"
        f"Description=tsum: {job.name}, {job.when.text}\n"
        "\n"
        "[Timer]\n"
        f"{events}"
        "Persistent=true\n"
        "\n"
        "[Install]\n"
        "WantedBy=timers.target\n"
    )


def _quoted(word: str) -> str:
    word = _specifiers_escaped(word)
    if _PLAIN.fullmatch(word):
        return word
    return '"' + word.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t") + '"'


def _specifiers_escaped(text: str) -> str:
    return text.replace("%", "%%")
