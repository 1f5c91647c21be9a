"""`tsum run`: from articles to bilingual briefings."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
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
from translate_pipeline.cli.inputs import Inputs
from translate_pipeline.cli.strictness import Strictness
from translate_pipeline.errors import AllFailedError

if TYPE_CHECKING:
    from translate_pipeline.briefing.model import Briefing


def run(
    files: opt.Files,
    to: opt.To = "en",
    source: opt.From = None,
    format: opt.Format = None,
    output: opt.Output = None,
    sentences: opt.Sentences = 5,
    ratio: opt.Ratio = None,
    max_words: opt.MaxWords = None,
    algorithm: opt.Algorithm = "news",
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
    lenient: opt.Lenient = False,
    no_project: opt.NoProject = False,
    strict: opt.Strict = None,
    package: opt.PackagePath = None,
    device: opt.DeviceOption = opt.DeviceName.CPU,
    threads: opt.Threads = None,
    beam: opt.Beam = None,
    follow: opt.Follow = False,
    allow_private: opt.AllowPrivate = False,
    text_column: opt.TextColumn = None,
    memory: opt.NamedMemory = None,
    quiet: opt.Quiet = False,
    verbose: opt.Verbose = False,
) -> int:
    """Translate and summarise articles: a briefing with each sentence beside its source.

    At a terminal it is laid out in two columns; in a pipe it is Markdown.
    """
    from translate_pipeline.briefing.renderers import render_all, renderer_for
    from translate_pipeline.pipeline import Pipeline
    from translate_pipeline.readers.sources import Sources

    renderer = renderer_for(format, output)
    check_output(output, files)
    summary = opt.summary_settings(sentences, ratio, max_words, algorithm, lead_weight, rank, independent)
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
        memory=memory,
    )
    notes, progress = Notes(quiet, verbose), TerminalProgress(quiet)
    sources = Sources(text_column, follow, allow_private)
    inputs, strictness = Inputs(files, notes, sources, strict), Strictness(strict)
    pipeline = Pipeline(settings, warn=notes.note, progress=progress)
    pipeline.check_settings()
    at_terminal = format is None and output is None and sys.stdout.isatty()
    briefings = _told_of(pipeline.run_many(inputs, inputs.on_error), notes, progress, not at_terminal, strictness)
    if at_terminal:
        _print_at_terminal(briefings)
    elif output is None:
        for text in render_all(renderer, briefings, inputs.several):
            write_standard_output(text)
    else:
        with atomic_file(output) as write:
            for text in render_all(renderer, briefings, inputs.several):
                write(text)
            if inputs.all_failed:
                raise AllFailedError(output)
        notes.detail(f"written to {output}")
    notes.warning(strictness.summary)
    return strictness.exit_code(inputs.exit_code)


def _told_of(
    briefings: Iterable[Briefing],
    notes: Notes,
    progress: TerminalProgress,
    with_notes: bool,
    strictness: Strictness,
) -> Iterator[Briefing]:
    """The briefings, with what a user should know of each on standard error; a terminal shows notes itself."""
    began = time.perf_counter()
    for briefing in briefings:
        progress.close()
        for pair in briefing.flagged:
            strictness.watch(pair.findings, briefing.name)
        for note in briefing.notes if with_notes else ():
            notes.note(f"{briefing.name}: {note}")
        packages = ", ".join(briefing.signature.packages) or "no package needed"
        seconds = time.perf_counter() - began
        notes.detail(f"{briefing.name}: {packages}, {briefing.words} words, ready after {seconds:.2f} s")
        yield briefing


def _print_at_terminal(briefings: Iterable[Briefing]) -> None:
    from rich.console import Console

    from translate_pipeline.briefing.renderers.terminal import print_briefing

    console = Console(highlight=False)
    for briefing in briefings:
        print_briefing(briefing, console)
