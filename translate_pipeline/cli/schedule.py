"""`tsum schedule`: commands of tsum that run again and again, by cron or by systemd."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from translate_pipeline.cli.configured import ConfigurationChoice
from translate_pipeline.cli.console import write_standard_output
from translate_pipeline.cli.strictness import ANY
from translate_pipeline.errors import UsageError

if TYPE_CHECKING:
    from translate_pipeline.scheduling import Change, Scheduler
    from translate_pipeline.scheduling.arguments import Defaults
    from translate_pipeline.scheduling.expression import CronExpression

_SHOWN_RUNS = 3

app = typer.Typer(help="Run a command of tsum again and again, by cron or by systemd.", no_args_is_help=True)

Job = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="-- COMMAND ARGUMENT…",
        help="The job: batch, brief, run or translate with its arguments, as you would type it after `tsum`.",
        show_default=False,
    ),
]
Every = Annotated[
    str | None, typer.Option("--every", metavar="TIME", help="Run at even intervals: 1m to 30m, 1h to 12h, or 1d.")
]
At = Annotated[str | None, typer.Option("--at", metavar="HH:MM", help="Run at a time of day.")]
On = Annotated[
    str | None, typer.Option("--on", metavar="DAYS", help="With --at: on these days, as mon-fri or tue,sat.")
]
Cron = Annotated[
    str | None, typer.Option("--cron", metavar="EXPRESSION", help="Run at the times of a cron expression.")
]
Name = Annotated[
    str | None,
    typer.Option("--name", metavar="NAME", help="What the job is found by later; without it, made from the job."),
]
Log = Annotated[
    Path | None,
    typer.Option(
        "--log", metavar="FILE", help="Append the job's standard error to it; else to a file in tsum's state folder."
    ),
]
Install = Annotated[bool, typer.Option("--install", help="Install the job, or replace the one of its name.")]
Remove = Annotated[bool, typer.Option("--remove", help="Remove the job.")]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Make the change without asking.")]
# What comes after the job's command belongs to it, also where -- was forgotten.
_SETTINGS = {"allow_interspersed_args": False}


@app.command("crontab", context_settings=_SETTINGS)
def crontab(
    ctx: typer.Context,
    job: Job = None,
    every: Every = None,
    at: At = None,
    on: On = None,
    cron: Cron = None,
    name: Name = None,
    log: Log = None,
    install: Install = False,
    remove: Remove = False,
    yes: Yes = False,
) -> int:
    """Print a crontab line for a job, or install it in your crontab.

    The line has absolute paths, the working directory, and the variables that cron leaves out; passwords are left
    out. The job's standard output is left to cron, which mails it. Its standard error is appended to the log.

    A run that finds the work locked by another run (exit code 7) ends in silence: the next one comes. Any other
    failure prints one line with the exit code and the log, so that cron mails it.

    Example: tsum schedule crontab --every 10m --install -- batch articles --out briefings
    """
    return _schedule(ctx, "crontab", job, (every, at, on, cron), name, log, install, remove, yes)


@app.command("systemd", context_settings=_SETTINGS)
def systemd(
    ctx: typer.Context,
    job: Job = None,
    every: Every = None,
    at: At = None,
    on: On = None,
    cron: Cron = None,
    name: Name = None,
    log: Log = None,
    install: Install = False,
    remove: Remove = False,
    yes: Yes = False,
) -> int:
    """Print a systemd service and timer for a job, or install them for your user.

    The timer also starts a job whose time came while the machine was off. The service runs at low priority. A run
    that finds the work locked by another run (exit code 7) is no failure. The job's standard output goes to the
    journal, its standard error to the log.

    Example: tsum schedule systemd --at 06:30 --on mon-fri --install -- batch articles --out briefings
    """
    return _schedule(ctx, "systemd", job, (every, at, on, cron), name, log, install, remove, yes)


def _schedule(
    ctx: typer.Context,
    scheduler_name: str,
    words: list[str] | None,
    when: tuple[str | None, str | None, str | None, str | None],
    name: str | None,
    log: Path | None,
    install: bool,
    remove: bool,
    yes: bool,
) -> int:
    from translate_pipeline.scheduling import SCHEDULERS
    from translate_pipeline.scheduling.job import scheduled_job, times

    if install and remove:
        raise UsageError("--install and --remove contradict each other: give one")
    scheduler = SCHEDULERS[scheduler_name]
    if remove:
        return _remove(scheduler, words, name, yes, _defaults(ctx))
    expression = times(*when)
    job, notes = scheduled_job(_words(words), _commands(), expression, name, log, _defaults(ctx))
    for note in notes:
        _tell(note)
    if not install:
        write_standard_output(scheduler.render(job))
        _preview(expression)
        return 0
    change = scheduler.installation(job)
    if change is None:
        _tell(f"{scheduler.place} has the job {job.name} already: nothing to do")
    elif _make(change, yes, "--install"):
        _tell(f"installed {job.name} in {scheduler.place}; take it back with --remove --name {job.name}")
        _preview(expression)
    return 0


def _remove(scheduler: Scheduler, words: list[str] | None, name: str | None, yes: bool, defaults: Defaults) -> int:
    from translate_pipeline.scheduling.arguments import job_arguments
    from translate_pipeline.scheduling.job import checked_name, name_of

    if name is None and not words:
        raise UsageError(f"say which job to remove, with --name: {_known(scheduler)}")
    chosen = checked_name(name) if name is not None else name_of(job_arguments(_words(words), _commands(), defaults))
    change = scheduler.removal(chosen)
    if change is None:
        _tell(f"nothing to remove: no job {chosen} in {scheduler.place}: {_known(scheduler)}")
    elif _make(change, yes, "--remove"):
        _tell(f"removed {chosen} from {scheduler.place}")
    return 0


def _known(scheduler: Scheduler) -> str:
    names = scheduler.names()
    return f"there is {', '.join(names)}" if names else "there is no job of tsum"


def _words(words: list[str] | None) -> list[str]:
    """The job's words; `--strict` alone gets the value that it stands for, as for every command."""
    return [f"--strict={ANY}" if word == "--strict" else word for word in words or []]


def _commands() -> Any:
    from translate_pipeline.cli.app import app as tsum

    return getattr(typer.main.get_command(tsum), "commands", {})


def _defaults(ctx: typer.Context) -> Defaults:
    """What tsum.toml says for the job's options."""
    choice = ctx.obj
    if not isinstance(choice, ConfigurationChoice):
        return lambda _: {}
    return lambda name: choice.values(name, _commands()[name])


def _make(change: Change, yes: bool, option: str) -> bool:
    """Shows a change, asks for leave and makes it; tells whether it was made."""
    print(change.shown, end="", file=sys.stderr, flush=True)
    if not yes:
        if not sys.stdin.isatty():
            raise UsageError(f"{option} needs --yes where there is no terminal to ask at: nothing was changed")
        if not typer.confirm("Make this change?", err=True):
            _tell("nothing was changed")
            return False
    for line in change.apply():
        _tell(line)
    return True


def _preview(expression: CronExpression) -> None:
    from datetime import datetime
    from itertools import islice

    from translate_pipeline.scheduling.next_runs import next_runs, system_zone

    runs = list(islice(next_runs(expression, datetime.now(system_zone())), _SHOWN_RUNS))
    if runs:
        _tell("next: " + ", ".join(f"{run:%a} {run.day} {run:%b} {run:%H:%M}" for run in runs) + f" {runs[-1]:%Z}")


def _tell(line: str) -> None:
    print(f"tsum: {line}", file=sys.stderr, flush=True)
