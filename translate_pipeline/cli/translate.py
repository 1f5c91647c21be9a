"""`tsum translate`: the translation alone, laid out as its source."""

from __future__ import annotations

from pathlib import Path

from translate_pipeline.cli import options as opt
from translate_pipeline.cli.console import Notes, TerminalProgress, check_output, write_result
from translate_pipeline.errors import ExitCode, TsumError


def translate(
    files: opt.Files,
    to: opt.To = "en",
    source: opt.From = None,
    output: opt.Output = None,
    glossary: opt.Glossaries = None,
    no_default_glossary: opt.NoDefaultGlossary = False,
    package: opt.PackagePath = None,
    device: opt.DeviceOption = opt.DeviceName.CPU,
    threads: opt.Threads = None,
    beam: opt.Beam = None,
    quiet: opt.Quiet = False,
    verbose: opt.Verbose = False,
) -> int:
    """Translate texts; paragraphs, blank lines and list marks stay in their places.

    Sentences in which a check found something are named on standard error.
    """
    from translate_pipeline.pipeline import Pipeline, Source

    check_output(output, files)
    settings = opt.translation_settings(to, source, package, device, threads, beam, glossary, no_default_glossary)
    notes, progress = Notes(quiet, verbose), TerminalProgress(quiet)
    failed: list[TsumError] = []

    def on_error(_: Source, error: TsumError) -> None:
        if len(files) == 1:
            raise error
        failed.append(error)
        notes.error(error)

    pipeline = Pipeline(settings, warn=notes.note, progress=progress)
    pipeline.check_settings()
    texts = []
    for document in pipeline.translate_many((Path(name) for name in files), on_error):
        progress.close()
        for note in document.notes:
            notes.note(note.replace("summarised, not translated", "left as it is"))
        for sentence in document.sentences():
            for finding in sentence.findings:
                notes.note(f"{document.name}: sentence {sentence.id}: {finding.message}")
        texts.append(document.translated_text)
    if texts:
        joined = "".join(text if text.endswith("\n") else text + "\n" for text in texts)
        write_result(joined, output)
    return int(ExitCode.SOME_FAILED) if failed else 0
