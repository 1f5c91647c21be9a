"""`tsum translate`: the translation alone, laid out as its source."""

from __future__ import annotations

from translate_pipeline.cli import options as opt
from translate_pipeline.cli.console import Notes, TerminalProgress, check_output, write_result
from translate_pipeline.cli.inputs import Inputs
from translate_pipeline.cli.strictness import Strictness
from translate_pipeline.errors import AllFailedError


def translate(
    files: opt.Files,
    to: opt.To = "en",
    source: opt.From = None,
    output: opt.Output = None,
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
    """Translate texts; paragraphs, blank lines and list marks stay in their places.

    Sentences in which a check found something are named on standard error.
    """
    from translate_pipeline.pipeline import Pipeline
    from translate_pipeline.readers.sources import Sources

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
        memory=memory,
    )
    notes, progress = Notes(quiet, verbose), TerminalProgress(quiet)
    sources = Sources(text_column, follow, allow_private)
    inputs, strictness = Inputs(files, notes, sources, strict), Strictness(strict)
    pipeline = Pipeline(settings, warn=notes.note, progress=progress)
    pipeline.check_settings()
    texts = []
    for document in pipeline.translate_many(inputs, inputs.on_error):
        progress.close()
        for note in document.notes:
            notes.note(f"{document.name}: {note}")
        for sentence in document.sentences():
            strictness.watch(sentence.findings, document.name)
            for finding in sentence.findings:
                notes.note(f"{document.name}: sentence {sentence.id}: {finding.message}")
        words = sum(len(sentence.source.split()) for sentence in document.sentences())
        notes.detail(f"{document.name}: {words} words translated")
        texts.append(document.translated_text)
    if texts:
        write_result("\n".join(text if text.endswith("\n") else text + "\n" for text in texts), output)
    elif output is not None:
        raise AllFailedError(output)
    notes.warning(strictness.summary)
    return strictness.exit_code(inputs.exit_code)
