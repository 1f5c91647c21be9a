"""`tsum run`: from articles to bilingual briefings."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from translate_pipeline.atomic import atomic_file
from translate_pipeline.cli import options as opt
from translate_pipeline.cli.console import (
    Notes,
    TerminalProgress,
    check_output,
    write_standard_output,
)
from translate_pipeline.errors import ExitCode, TsumError

if TYPE_CHECKING:
    from translate_pipeline.briefing.model import Briefing


def run(
    files: opt.Files,
    to: opt.To = "en",
    source: opt.From = None,
    format: Annotated[
        opt.FormatName | None,
        typer.Option("--format", "-f", help="Format; without it, the ending of -o decides."),
    ] = None,
    output: opt.Output = None,
    sentences: opt.Sentences = 5,
    ratio: opt.Ratio = None,
    max_words: opt.MaxWords = None,
    algorithm: opt.Algorithm = opt.AlgorithmName.LEXRANK,
    lead_weight: opt.LeadWeight = 0.5,
    rank: opt.Rank = opt.RankName.SOURCE,
    independent: Annotated[
        bool, typer.Option("--independent", help="Summarise each language by itself, not in pairs.")
    ] = False,
    full: Annotated[
        bool,
        typer.Option("--full/--summary-only", help="Show the whole text below the summary, or not even translate it."),
    ] = True,
    glossary: opt.Glossaries = None,
    no_default_glossary: opt.NoDefaultGlossary = False,
    package: opt.PackagePath = None,
    device: opt.DeviceOption = opt.DeviceName.CPU,
    threads: opt.Threads = None,
    beam: opt.Beam = None,
    quiet: opt.Quiet = False,
    verbose: opt.Verbose = False,
) -> int:
    """Translate and summarise articles: a briefing with each sentence beside its source.

    At a terminal it is laid out in two columns; in a pipe it is Markdown.
    """
    from translate_pipeline.briefing.renderers import render_all, renderer_for
    from translate_pipeline.pipeline import Pipeline, Source

    began = time.perf_counter()
    renderer = renderer_for(format.value if format else None, output)
    check_output(output, files)
    summary = opt.summary_settings(sentences, ratio, max_words, algorithm, lead_weight, rank, independent)
    settings = opt.translation_settings(
        to, source, package, device, threads, beam, glossary, no_default_glossary, summary, not full
    )
    notes, progress = Notes(quiet, verbose), TerminalProgress(quiet)
    failed: list[TsumError] = []

    def on_error(_: Source, error: TsumError) -> None:
        if len(files) == 1:
            raise error
        failed.append(error)
        notes.error(error)

    pipeline = Pipeline(settings, warn=notes.note, progress=progress)
    pipeline.check_settings()
    sources = (Path(name) for name in files)
    at_terminal = format is None and output is None and sys.stdout.isatty()
    told = Notes(quiet=True) if at_terminal else notes  # a terminal shows the notes with the briefing
    briefings = _told_of(pipeline.run_many(sources, on_error), told, progress, began)
    if at_terminal:
        _print_at_terminal(briefings)
    elif output is None:
        for text in render_all(renderer, briefings, len(files) > 1):
            write_standard_output(text)
    else:
        with atomic_file(output) as write:
            for text in render_all(renderer, briefings, len(files) > 1):
                write(text)
            if failed and len(failed) == len(files):
                raise failed[-1]
        notes.detail(f"written to {output}")
    return int(ExitCode.SOME_FAILED) if failed else 0


def _told_of(
    briefings: Iterable[Briefing], notes: Notes, progress: TerminalProgress, began: float
) -> Iterator[Briefing]:
    """The briefings, with what a user should know of each on standard error."""
    for briefing in briefings:
        progress.close()
        for note in briefing.notes:
            notes.note(note)
        packages = ", ".join(briefing.signature.packages) or "no package needed"
        seconds = time.perf_counter() - began
        notes.detail(f"{briefing.name}: {packages}, {briefing.words} words, {seconds:.2f} s since the start")
        yield briefing


def _print_at_terminal(briefings: Iterable[Briefing]) -> None:
    from rich.console import Console

    from translate_pipeline.briefing.renderers.terminal import print_briefing

    console = Console(highlight=False)
    for briefing in briefings:
        print_briefing(briefing, console)
