"""`tsum glossary suggest`: names of articles that the glossaries lack."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from translate_pipeline.cli import options as opt
from translate_pipeline.cli.console import Notes, TerminalProgress, check_output, write_result
from translate_pipeline.cli.inputs import Inputs
from translate_pipeline.errors import AllFailedError

if TYPE_CHECKING:
    from translate_pipeline.document import Document
    from translate_pipeline.pipeline import Pipeline

_LANGUAGE = "es"


def suggest(
    files: opt.Files,
    to: opt.To = "en",
    source: opt.From = None,
    output: opt.Output = None,
    min_count: Annotated[
        int,
        typer.Option("--min-count", metavar="N", min=1, help="Leave out names that stand fewer times in all texts."),
    ] = 1,
    translate: Annotated[
        bool, typer.Option("--translate/--no-translate", help="See how the package renders each name.")
    ] = True,
    glossary: opt.Glossaries = None,
    no_default_glossary: opt.NoDefaultGlossary = False,
    lenient: opt.Lenient = False,
    no_project: opt.NoProject = False,
    package: opt.PackagePath = None,
    device: opt.DeviceOption = opt.DeviceName.CPU,
    threads: opt.Threads = None,
    beam: opt.Beam = None,
    quiet: opt.Quiet = False,
    verbose: opt.Verbose = False,
) -> int:
    """Suggest glossary entries for the names of Spanish texts that no glossary has: a CSV to edit and use with -g.

    The most frequent names stand first, those higher that the package renders now in one way, now in another.
    """
    from translate_pipeline.glossary.suggestion import renderer_for, suggestions_as_csv
    from translate_pipeline.glossary.suggestion import suggest as suggest_entries
    from translate_pipeline.pipeline import Pipeline

    check_output(output, files)
    settings = opt.translation_settings(
        to,
        source,
        package,
        device,
        threads,
        beam,
        glossary,
        no_default_glossary,
        lenient=lenient,
        no_project=no_project,
    )
    notes, progress = Notes(quiet, verbose), TerminalProgress(quiet)
    inputs = Inputs(files, notes)
    pipeline = Pipeline(settings, warn=notes.note)
    known = pipeline.glossary_from(_LANGUAGE)
    renderer = renderer_for(settings, _LANGUAGE, notes.note, progress) if translate else None
    documents = _spanish(pipeline, inputs, notes)
    suggestions = suggest_entries(documents, known, language=_LANGUAGE, min_count=min_count, renderer=renderer)
    progress.close()
    if inputs.all_failed and output is not None:
        raise AllFailedError(output)
    if not inputs.all_failed:
        write_result(suggestions_as_csv(suggestions), output)
        unsteady = sum(bool(suggestion.unsteady_in) for suggestion in suggestions)
        notes.detail(f"names suggested: {len(suggestions):,}; rendered in two ways within one text: {unsteady:,}")
    return inputs.exit_code


def _spanish(pipeline: Pipeline, inputs: Inputs, notes: Notes) -> Iterator[Document]:
    """The inputs that can be read and are in Spanish; the others are told of."""
    for document in inputs.prepared(pipeline):
        found = document.language.code if document.language else None
        if found == _LANGUAGE:
            yield document
        else:
            notes.note(f"{document.name}: left out: it is in {found}, and names are found in Spanish: or use --from es")
