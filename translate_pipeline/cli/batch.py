"""`tsum batch`: many documents in one run, each dealt with once."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from translate_pipeline.cli import options as opt
from translate_pipeline.cli.console import Notes
from translate_pipeline.cli.inputs import refuse_misread_inputs
from translate_pipeline.cli.strictness import Strictness
from translate_pipeline.counting import counted
from translate_pipeline.errors import ExitCode, OutputError, TsumError

if TYPE_CHECKING:
    from translate_pipeline.batch import BatchOptions, BatchResult
    from translate_pipeline.batch.sources import BatchSources
    from translate_pipeline.briefing.model import Briefing
    from translate_pipeline.config import Settings
    from translate_pipeline.state import StateStore

_MOST_FAILURES_SHOWN = 50


def batch(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT…",
            help="Files, folders, patterns, archives (JSON Lines, Parquet), feeds, OPML lists, sitemaps, URLs; "
            "- reads standard input.",
            show_default=False,
        ),
    ],
    out: Annotated[Path, typer.Option("--out", "-o", metavar="DIR", help="Folder for the output.")],
    to: opt.To = "en",
    source: opt.From = None,
    format: Annotated[
        list[str] | None,
        typer.Option("--format", "-f", metavar="|".join(opt.FORMAT_NAMES), help="Repeatable; Markdown without it."),
    ] = None,
    tree: Annotated[
        bool, typer.Option("--tree/--flat", help="Output in folders as the inputs lie, or all in one folder.")
    ] = False,
    since: opt.Since = None,
    only_new: Annotated[
        bool, typer.Option("--only-new", help="Leave out what an earlier run dealt with, even if it has changed.")
    ] = False,
    again: Annotated[bool, typer.Option("--again", help="Do also what is done already.")] = False,
    retry_failed: Annotated[
        bool, typer.Option("--retry-failed", help="Try also what failed before and has not changed.")
    ] = False,
    follow: opt.Follow = False,
    allow_private: opt.AllowPrivate = False,
    text_column: opt.TextColumn = None,
    max_documents: Annotated[int | None, typer.Option("--max-documents", metavar="N", min=1)] = None,
    max_minutes: Annotated[float | None, typer.Option("--max-minutes", metavar="M", min=0.0)] = None,
    nice: Annotated[
        int | None, typer.Option("--nice", metavar="N", min=0, max=19, help="Leave the processor to others.")
    ] = None,
    wait: Annotated[
        float, typer.Option("--wait", metavar="SECONDS", min=0.0, help="Wait for another run on the same folder.")
    ] = 0.0,
    state: Annotated[
        Path | None, typer.Option("--state", metavar="FILE", help="Where is kept what was done.", show_default=False)
    ] = None,
    memory: opt.Memory = None,
    no_memory: opt.NoMemory = False,
    log: Annotated[Path | None, typer.Option("--log", metavar="FILE", help="A JSON line for each event.")] = None,
    sentences: opt.Sentences = 5,
    ratio: opt.Ratio = None,
    max_words: opt.MaxWords = None,
    algorithm: opt.Algorithm = "news",
    lead_weight: opt.LeadWeight = 0.5,
    rank: opt.Rank = opt.RankName.SOURCE,
    full: Annotated[
        bool, typer.Option("--full/--summary-only", help="Show the whole text, or not even translate it.")
    ] = True,
    glossary: opt.Glossaries = None,
    no_default_glossary: opt.NoDefaultGlossary = False,
    lenient: opt.Lenient = False,
    no_project: opt.NoProject = False,
    strict: opt.Strict = None,
    package: opt.PackagePath = None,
    device: opt.DeviceOption = opt.DeviceName.CPU,
    threads: opt.Threads = None,
    beam: opt.Beam = None,
    quiet: opt.Quiet = False,
    verbose: opt.Verbose = False,
) -> int:
    """Translate and summarise many documents into a folder, with an index; what is done is not done again.

    A run that finds nothing new says nothing. A run that was stopped or killed goes on where it was when the same
    command is given again.

    What --strict finds is told once, by the run that does the document: the next run has nothing new, and exits with 0.
    """
    from translate_pipeline.batch import BatchOptions
    from translate_pipeline.batch.sources import BatchSources
    from translate_pipeline.briefing.renderers import renderer_for
    from translate_pipeline.cli.moment import moment
    from translate_pipeline.memory.memory import default_memory
    from translate_pipeline.state import StateStore, default_state

    options = BatchOptions(
        out,
        tuple(dict.fromkeys(format or ["md"])),
        tree,
        moment(since, "--since") if since else None,
        only_new,
        again,
        retry_failed,
        max_documents,
        None if max_minutes is None else 60 * max_minutes,
    )
    summary = opt.summary_settings(sentences, ratio, max_words, algorithm, lead_weight, rank)
    settings = opt.translation_settings(
        to,
        source,
        package,
        device,
        threads,
        beam,
        glossary,
        no_default_glossary,
        summary,
        not full,
        lenient=lenient,
        no_project=no_project,
        memory=None if no_memory else memory or default_memory(),
    )
    if nice is not None and hasattr(os, "nice"):
        os.nice(nice)
    notes, strictness = Notes(quiet, verbose), Strictness(strict)
    refuse_misread_inputs(inputs, strict)
    for name in options.formats:
        renderer_for(name, None)
    with _locked(out, wait):
        sources = BatchSources(text_column, follow, allow_private)
        with contextlib.closing(StateStore(state or default_state())) as store:
            return _run(inputs, sources, settings, options, store, log, notes, strictness, quiet)


@contextlib.contextmanager
def _locked(out: Path, wait: float) -> Iterator[None]:
    """Makes the output folder, and holds its lock. Raises `OutputError`, `LockedError`."""
    from translate_pipeline.storage.lock import folder_lock

    try:
        out.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise OutputError(f"{out}: is a file: name a folder with --out") from None
    except OSError as error:
        raise OutputError(f"{out}: cannot be made ({error.strerror}): choose another place with --out") from None
    with folder_lock(out, wait):
        yield


def _run(
    inputs: list[str],
    sources: BatchSources,
    settings: Settings,
    options: BatchOptions,
    store: StateStore,
    log: Path | None,
    notes: Notes,
    strictness: Strictness,
    quiet: bool,
) -> int:
    from translate_pipeline.batch import Batch
    from translate_pipeline.batch.events import EventLog, Listeners
    from translate_pipeline.batch.runner import common_root, job_name
    from translate_pipeline.batch.stopping import StopRequest
    from translate_pipeline.cli.batch_progress import BatchProgress
    from translate_pipeline.pipeline import Pipeline
    from translate_pipeline.state import JobState, RunHistory

    pipeline = Pipeline(settings, warn=notes.note)
    pipeline.check_settings()
    name = job_name(options.folder)
    job, history = JobState(store, name), RunHistory(store)
    progress = BatchProgress(quiet, None if quiet else sources.count(inputs))
    event_log, stop = EventLog(log) if log else None, StopRequest()

    def watch(briefing: Briefing) -> None:
        for pair in briefing.flagged:
            strictness.watch(pair.findings, briefing.name)
        for note in briefing.notes:
            notes.detail(f"{briefing.name}: {note}")

    listeners = Listeners(*([progress, event_log] if event_log else [progress]))
    runner = Batch(pipeline, options, store, listeners, watch, lambda: stop.requested)
    # A feed that has not changed is not read again, unless it would be dealt with in another way.
    purpose = repr((runner.settings(), sources.follow, sources.text_column, options.only_new))
    if not (options.again or options.retry_failed or options.since):
        sources.validators = job.validators(purpose)
    run = history.begin("batch", name)
    if event_log:
        event_log.run = run
    listeners.event("begin", inputs=inputs, out=str(options.folder))
    outcome = "failed"
    try:
        with stop.listening(notes.note):
            result = runner.run(sources.entries(inputs), run, common_root(inputs))
        if not (result.stopped or result.may_pass or options.since):
            job.keep_validators(sources.new_validators, purpose)
        outcome = "stopped" if result.stopped else "some failed" if result.failed else "done"
    except KeyboardInterrupt:
        outcome = "interrupted"
        raise
    except TsumError as error:
        outcome = str(error)
        if runner.result.done:
            notes.note(
                f"{counted(runner.result.done, 'document')} done before this; the same command goes on from there:"
            )
        raise
    finally:
        progress.close()
        done = runner.result
        if done.found_nothing_new and outcome == "done":
            history.forget(run)
        else:
            counts = {"done": done.done, "skipped": done.skipped.total(), "failed": done.failed, "words": done.words}
            history.end(run, outcome=outcome, **counts)
        listeners.event("end", outcome=outcome, done=done.done, skipped=done.skipped.total(), failed=done.failed)
        if event_log:
            event_log.close()
    _report(result, list(history.failures(run)), options, sources.unmodified, notes)
    notes.warning(strictness.summary)
    if result.stopped == "interrupted":
        return int(ExitCode.INTERRUPTED)
    return strictness.exit_code(int(ExitCode.SOME_FAILED) if result.failed else 0)


def _report(
    result: BatchResult,
    failures: list[tuple[str, str]],
    options: BatchOptions,
    unmodified: int,
    notes: Notes,
) -> None:
    """What was done, for a person; nothing where there was nothing to do."""
    if result.found_nothing_new:
        return
    oldest = f"{options.since.astimezone():%Y-%m-%d %H:%M}" if options.since else ""
    counts = (
        (result.skipped["unchanged"], "unchanged"),
        (result.skipped["known"], "done before (--only-new)"),
        (result.skipped["older"], f"older than {oldest}"),
        (result.skipped["repeated"], "named twice"),
        (result.failed, "failed"),
    )
    parts = [f"{result.done:,} done", *(f"{count:,} {what}" for count, what in counts if count)]
    parts += [f"{counted(unmodified, 'feed')} unchanged"] if unmodified else []
    notes.note(f"{', '.join(parts)}: see {options.folder / 'index.html'}")
    for folder in result.passed_over:
        notes.note(f"{folder}: what tsum has written there is no input, and was passed over")
    for name, reason in failures[:_MOST_FAILURES_SHOWN]:
        notes.failure(name, reason)
    if len(failures) > _MOST_FAILURES_SHOWN:
        notes.note(f"{len(failures) - _MOST_FAILURES_SHOWN:,} more failed: `tsum history` lists them")
    if result.stopped:
        notes.note(f"stopped ({result.stopped}): give the same command again to go on")
