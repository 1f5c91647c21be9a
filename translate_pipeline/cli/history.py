"""`tsum history`: past runs, and what failed in them."""

from __future__ import annotations

import dataclasses
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from translate_pipeline.cli.console import Notes
from translate_pipeline.cli.glossary_views import print_json
from translate_pipeline.cli.tables import print_table
from translate_pipeline.errors import UsageError

if TYPE_CHECKING:
    from translate_pipeline.state import Run, RunHistory

_COLUMNS = ("Run", "When", "Took", "Command", "Folder", "Done", "Skipped", "Failed", "Words", "Outcome")
_NUMBERS = frozenset({"Run", "Took", "Done", "Skipped", "Failed", "Words"})
_WHOLE = _NUMBERS | {"When"}
_MINUTE, _HOUR = 60, 3600


def history(
    limit: Annotated[int, typer.Option("--limit", metavar="N", min=1, help="How many runs, the newest first.")] = 20,
    failures: Annotated[
        int | None, typer.Option("--failures", metavar="RUN", min=1, help="List what failed in a run, and why.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    state: Annotated[
        Path | None, typer.Option("--state", metavar="FILE", help="The state file; without it, the user's own.")
    ] = None,
) -> int:
    """List past runs of `tsum batch`: when, how long, how many documents and words, and how they ended.

    A run that found nothing to do is not kept.
    """
    from translate_pipeline.state import RunHistory, StateStore, default_state

    path = state or default_state()
    if not path.exists():
        if json:
            print_json([])
        Notes().note(f"no run yet: there is no state file {path}")
        return 0
    store = StateStore(path)
    try:
        kept = RunHistory(store)
        if failures is not None:
            _show_failures(kept, failures, json)
        else:
            _show_runs(list(kept.runs(limit)), json)
    finally:
        store.close()
    return 0


def _show_runs(runs: list[Run], json: bool) -> None:
    if json:
        print_json([_facts(run) for run in runs])
    elif runs:
        rows = [_row(run) for run in runs]
        # A terminal may be narrow.
        columns = tuple(name for name in _COLUMNS if name != "Command" or not sys.stdout.isatty())
        print_table(columns, rows, _NUMBERS, _WHOLE)
    else:
        Notes().note("no run yet that found something to do")


def _show_failures(kept: RunHistory, run: int, json: bool) -> None:
    if not kept.has(run):
        last = next((each.id for each in kept.runs(1)), 0)
        there_is = f"the last is {last}, and one that found nothing to do is not kept" if last else "there is none yet"
        raise UsageError(f"--failures {run}: no such run: {there_is}")
    failed = list(kept.failures(run))
    if json:
        print_json([{"document": name, "reason": reason} for name, reason in failed])
    elif failed:
        print_table(("Document", "Why"), failed)
    else:
        Notes().note(f"run {run}: no document failed")


def _facts(run: Run) -> dict[str, Any]:
    return {
        **dataclasses.asdict(run),
        "began": _moment(run.began).isoformat(timespec="seconds"),
        "ended": None if run.ended is None else _moment(run.ended).isoformat(timespec="seconds"),
        "seconds": _seconds(run),
        "outcome": _outcome(run),
    }


def _row(run: Run) -> tuple[str, ...]:
    """The cells of a run; at a terminal without the year, the command, and the way to the folder."""
    counts = (
        ("-",) * 4 if run.ended is None else tuple(f"{n:,}" for n in (run.done, run.skipped, run.failed, run.words))
    )
    began, took = _moment(run.began), _duration(_seconds(run))
    if sys.stdout.isatty():
        return str(run.id), f"{began:%d %b %H:%M}", took, Path(run.job).name, *counts, _outcome(run)
    return str(run.id), f"{began:%Y-%m-%d %H:%M:%S}", took, run.command, run.job, *counts, _outcome(run)


def _outcome(run: Run) -> str:
    from translate_pipeline.storage.lock_holder import LockHolder

    if run.ended is not None:
        return run.outcome or "-"
    # A later run of the same job may hold the lock: only one that began after it took the lock can be its holder.
    holder = LockHolder.of(Path(run.job))
    if holder is None or run.began < holder.began or holder.is_alive is False:
        return "killed"
    return "running" if holder.is_alive else "killed or running"


def _moment(seconds: float) -> datetime:
    return datetime.fromtimestamp(seconds).astimezone()


def _seconds(run: Run) -> float | None:
    """How long a run took; none if the clock was set back meanwhile."""
    return None if run.ended is None else round(max(0.0, run.ended - run.began), 1)


def _duration(seconds: float | None) -> str:
    if seconds is None:
        return "-"
    if seconds < _MINUTE:
        return f"{seconds:.1f} s"
    hours, minutes = divmod(round(seconds / _MINUTE), 60)
    return f"{hours} h {minutes:02} min" if seconds >= _HOUR else f"{seconds / _MINUTE:.0f} min"
