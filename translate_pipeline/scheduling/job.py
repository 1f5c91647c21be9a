"""A scheduled job from the words of the user and the state of this process."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from translate_pipeline.errors import OutputError, UsageError
from translate_pipeline.scheduling.arguments import Defaults, JobArguments, job_arguments, no_defaults
from translate_pipeline.scheduling.base import ScheduledJob
from translate_pipeline.scheduling.environment import job_environment
from translate_pipeline.scheduling.executable import tsum_command
from translate_pipeline.scheduling.expression import CronExpression, cron_expression
from translate_pipeline.scheduling.phrases import at, every
from translate_pipeline.storage.folders import state_folder
from translate_pipeline.storage.private import private_file, private_folder

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}", re.ASCII)


def times(interval: str | None, time: str | None, days: str | None, expression: str | None) -> CronExpression:
    """The times that `--every`, `--at` with `--on`, or `--cron` stand for. Raises `UsageError` for none or several."""
    if sum(given is not None for given in (interval, time, expression)) != 1:
        raise UsageError("say when the job runs, in one way: --every 10m, --at 06:30 or --cron '*/10 * * * *'")
    if days is not None and time is None:
        raise UsageError("--on needs a time of day: add --at, for instance --at 06:30")
    if interval is not None:
        return every(interval)
    return cron_expression(expression) if expression is not None else at(time or "", days)


def checked_name(name: str) -> str:
    """`name` if it can name a job. Raises `UsageError` if not."""
    if not _NAME.fullmatch(name):
        raise UsageError(f"--name {name!r}: use up to 64 letters, digits, dots, hyphens and underscores")
    return name


def name_of(arguments: JobArguments) -> str:
    """The name of a job to which the user gave none, such as `batch-briefings`."""
    subject = re.sub(r"[^A-Za-z0-9_]+", "-", arguments.subject).strip("-")
    return f"{arguments.command}-{subject or 'job'}"[:64].rstrip("-")


def scheduled_job(
    words: Sequence[str],
    commands: Mapping[str, Any],
    when: CronExpression,
    name: str | None = None,
    log: Path | None = None,
    defaults: Defaults = no_defaults,
) -> tuple[ScheduledJob, list[str]]:
    """The job, and notes that the user should see.

    Args:
        words: a command of tsum and its arguments.
        commands: the commands of tsum as Typer makes them, by name.
        when: the times at which it runs.
        name: its name, else one is made.
        log: the file to which its standard error is appended, else one in tsum's state folder; both are made,
            readable for their user alone.
        defaults: gives what the job will find in configuration files.

    Raises:
        UsageError: the job or its name cannot be scheduled.
        InputError: an input of the job is missing.
        OutputError: the log cannot be written.
    """
    if not words:
        raise UsageError("say which job to run, after --, for instance: -- batch articles --out briefings")
    arguments = job_arguments(words, commands, defaults)
    environment, left_out = job_environment(os.environ)
    chosen = checked_name(name) if name is not None else name_of(arguments)
    job = ScheduledJob(
        name=chosen,
        named=name is not None,
        when=when,
        command=(*tsum_command(), arguments.command, *arguments.arguments),
        folder=_working_directory(),
        environment=environment,
        log=_log_file(log, chosen),
    )
    for word in (*job.command, str(job.folder), str(job.log), *environment.values()):
        if "\n" in word or "\r" in word:
            raise UsageError(f"line break in {word!r}: a schedule has no way to write one")
        if not word.isprintable() and any("\ud800" <= letter <= "\udfff" for letter in word):
            raise UsageError(f"{word!r} is not UTF-8, as a schedule must be: rename it")
    notes = [f"{variable} is set here, but not for the job: it may be secret" for variable in left_out]
    if arguments.to_standard_output:
        notes.append("the job writes to standard output, which cron mails and systemd logs: add -o FILE to keep it")
    return job, notes


def _working_directory() -> Path:
    try:
        return Path.cwd()
    except OSError as error:
        raise UsageError(f"the working directory is gone ({error.strerror}): change to another one") from None


def _log_file(chosen: Path | None, name: str) -> Path:
    if chosen is None:
        folder = state_folder()
        try:
            private_folder(folder)
            private_file(folder / f"{name}.log")
        except OSError as error:
            raise OutputError(f"{folder}: cannot be made ({error.strerror}): choose a log with --log") from None
        return folder / f"{name}.log"
    path = chosen.absolute()
    if path.is_dir():
        raise OutputError(f"{chosen}: is a directory: give a file name in it to --log")
    if not path.parent.is_dir():
        raise OutputError(f"{chosen}: the folder {path.parent} does not exist: make it first")
    return path
