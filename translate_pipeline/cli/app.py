"""The Typer application, and the one place where errors become a line and an exit code."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from pathlib import Path
from types import FrameType
from typing import Annotated, Any, NoReturn

import typer

from translate_pipeline.cli import (
    batch,
    brief,
    config,
    detect,
    doctor,
    forget,
    glossary,
    history,
    memory,
    packages,
    run,
    schedule,
    suggest,
    summarize,
    translate,
)
from translate_pipeline.cli.configured import (
    PROFILE_VARIABLE,
    ConfiguredCommand,
    ConfiguredGroup,
    refused_value,
)
from translate_pipeline.cli.strictness import ANY
from translate_pipeline.errors import EXIT_CODE_MEANINGS, ExitCode, TsumError
from translate_pipeline.scratch import remove_scratch_folders

_EPILOG = (
    "Options of commands may come from the environment (TSUM_MAX_WORDS for --max-words) and from tsum.toml: "
    "`tsum config show` lists them.\n\nExit codes: "
    + ", ".join(f"{code.value} {meaning}" for code, meaning in EXIT_CODE_MEANINGS.items())
    + "."
)

app = typer.Typer(
    name="tsum",
    help="Offline translation and bilingual summaries of news, with names held to a glossary.",
    epilog=_EPILOG,
    cls=ConfiguredGroup,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("run", cls=ConfiguredCommand)(run.run)
app.command("batch", cls=ConfiguredCommand)(batch.batch)
app.command("forget", cls=ConfiguredCommand)(forget.forget)
app.command("brief", cls=ConfiguredCommand)(brief.brief)
app.command("translate", cls=ConfiguredCommand)(translate.translate)
app.command("summarize", cls=ConfiguredCommand)(summarize.summarize)
app.command("detect")(detect.detect)
app.add_typer(packages.app, name="packages")
glossary.app.command("suggest", cls=ConfiguredCommand)(suggest.suggest)
app.add_typer(glossary.app, name="glossary")
app.add_typer(memory.app, name="memory")
app.add_typer(schedule.app, name="schedule")
app.command("history")(history.history)
app.add_typer(config.app, name="config")
app.command("doctor")(doctor.doctor)


def _show_version(wanted: bool) -> None:
    if wanted:
        from translate_pipeline.pipeline import version

        print(f"tsum {version()}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Print the version.")
    ] = False,
    profile: Annotated[
        str | None,
        typer.Option(
            "--profile", metavar="NAME", envvar=PROFILE_VARIABLE, show_envvar=False, help="Use a profile of tsum.toml."
        ),
    ] = None,
    no_project: Annotated[
        bool, typer.Option("--no-project", envvar="TSUM_NO_PROJECT", show_envvar=False, help="Read no tsum.toml.")
    ] = False,
) -> None:
    """Offline translation and bilingual summaries of news, with names held to a glossary."""


def _leave(code: int) -> NoReturn:
    """Ends the process at once: CTranslate2's threads would first finish what they have begun."""
    remove_scratch_folders()
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError):
            stream.flush()
    os._exit(code)


def _complain(line: str) -> None:
    with contextlib.suppress(OSError, ValueError):
        print(f"tsum: {line}", file=sys.stderr, flush=True)


_MOMENT_SECONDS = 0.05
# An interrupt while a library starts can come out as that library's own error.
_interrupts: list[int] = []


def _interrupted(number: int, _frame: FrameType | None) -> None:
    _interrupts.append(number)
    raise KeyboardInterrupt


def _not_lost(unraisable: Any) -> None:
    """Raises an interrupt again that a library's destructor has swallowed: regex has one that runs for long."""
    if isinstance(unraisable.exc_value, KeyboardInterrupt) and hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, _MOMENT_SECONDS)
    else:
        sys.__unraisablehook__(unraisable)


def listen_to_signals() -> None:
    """Makes exceptions of signals: none is lost."""
    for number in (signal.SIGTERM, getattr(signal, "SIGHUP", None)):
        if number is not None:
            signal.signal(number, _terminated)
    for number in (signal.SIGINT, getattr(signal, "SIGALRM", None)):
        if number is not None:
            signal.signal(number, _interrupted)
    sys.unraisablehook = _not_lost


def _terminated(number: int, _frame: FrameType | None) -> None:
    raise SystemExit(128 + number)


def _replace_closed_streams() -> None:
    """Cron and daemons may start a program with closed streams, for which Python has None."""
    if sys.stdin is None:
        sys.stdin = Path(os.devnull).open(encoding="utf-8")  # noqa: SIM115
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115


def _fail(error: BaseException) -> int:
    """Says what went wrong in one line, and gives the exit code for it."""
    if isinstance(error, TsumError):
        _complain(str(error))
        return int(error.exit_code)
    if _interrupts or isinstance(error, KeyboardInterrupt | typer.Abort):
        _complain("interrupted: nothing is left half-written")
        return int(ExitCode.INTERRUPTED)
    if isinstance(error, SystemExit):
        return error.code if isinstance(error.code, int) else 0
    show: Any = getattr(error, "show", None)
    if callable(show):  # Typer's own: wrong arguments
        line = refused_value(error)
        if line is not None:
            _complain(line)
            return int(ExitCode.USAGE)
        show()
        return int(getattr(error, "exit_code", ExitCode.USAGE))
    if os.environ.get("TSUM_DEBUG"):
        raise error
    _complain(
        f"a defect in tsum ({type(error).__name__}: {str(error).splitlines()[0][:200] if str(error) else ''}): "
        "run it again with TSUM_DEBUG=1 and report what it prints"
    )
    return int(ExitCode.INTERNAL)


def main() -> NoReturn:
    """Runs `tsum` and ends the process with a documented exit code."""
    listen_to_signals()
    _replace_closed_streams()
    for stream in (sys.stdout, sys.stderr):
        # A cron job's C locale must not turn accents into errors.
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None and not stream.isatty():
            reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        # Click knows no option that may stand with or without a value.
        arguments = [f"--strict={ANY}" if argument == "--strict" else argument for argument in sys.argv[1:]]
        result = app(arguments, standalone_mode=False)
        if result == ExitCode.INTERRUPTED:  # what Typer makes of an interrupt
            raise KeyboardInterrupt
        sys.stdout.flush()
    except BaseException as error:
        _leave(_fail(error))
    _leave(result if isinstance(result, int) else 0)
