"""What a scheduled job is, and what a scheduler does with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from translate_pipeline.scheduling.expression import CronExpression

# How far others go before a job on the processor, as nice(1) counts.
NICENESS = 10


@dataclass(frozen=True)
class ScheduledJob:
    """A tsum command that needs nothing of the shell it was scheduled from.

    Args:
        name: what it is found by later.
        named: whether the user chose that name; a name that tsum chose never replaces another job.
        when: the times at which it runs.
        command: the program and its arguments, with absolute paths.
        folder: its working directory.
        environment: variables to set for it.
        log: the file to which its standard error is appended.
    """

    name: str
    named: bool
    when: CronExpression
    command: tuple[str, ...]
    folder: Path
    environment: Mapping[str, str]
    log: Path


@dataclass(frozen=True)
class Change:
    """A change that has not been made yet.

    Args:
        shown: it as a unified diff.
        apply: makes it, and returns lines that tell the user what else to know; raises `TsumError`.
    """

    shown: str
    apply: Callable[[], Sequence[str]] = field(repr=False)


class Scheduler(Protocol):
    """Something that starts jobs. `place` is what messages call where it keeps them."""

    place: str

    def render(self, job: ScheduledJob) -> str:
        """The job as this scheduler's own text, ready to use. Raises `UsageError` if it has no way to say it."""
        ...

    def installation(self, job: ScheduledJob) -> Change | None:
        """What would install the job or replace the one of its name; None if it is there already.

        Raises:
            TsumError: what is installed cannot be read, or is another job under a name that tsum chose.
        """
        ...

    def removal(self, name: str) -> Change | None:
        """What would remove the job of that name; None if there is none. Raises `TsumError`."""
        ...

    def names(self) -> list[str]:
        """The names of the jobs of tsum that are installed. Raises `TsumError`."""
        ...
