"""`tsum summarize`: an extractive summary in the text's own language."""

from __future__ import annotations

from pathlib import Path

from translate_pipeline.cli import options as opt
from translate_pipeline.cli.console import Notes, check_output, write_result
from translate_pipeline.config import Settings
from translate_pipeline.errors import ExitCode, TsumError


def summarize(
    files: opt.Files,
    source: opt.From = None,
    output: opt.Output = None,
    sentences: opt.Sentences = 5,
    ratio: opt.Ratio = None,
    max_words: opt.MaxWords = None,
    algorithm: opt.Algorithm = opt.AlgorithmName.LEXRANK,
    lead_weight: opt.LeadWeight = 0.5,
    quiet: opt.Quiet = False,
) -> int:
    """Summarise texts in their own language: the chosen sentences, one a line, in their order."""
    from translate_pipeline.pipeline import Pipeline
    from translate_pipeline.summarization.summarizer import summarise_source

    check_output(output, files)
    settings = opt.summary_settings(sentences, ratio, max_words, algorithm, lead_weight)
    pipeline = Pipeline(Settings(source=source, summary=settings))
    notes = Notes(quiet)
    parts, failed = [], 0
    for name in files:
        try:
            document = pipeline.prepare(Path(name))
        except TsumError as error:
            if len(files) == 1:
                raise
            notes.error(error)
            failed += 1
            continue
        for note in document.notes:
            notes.note(note)
        language = (document.language and document.language.code) or "en"
        chosen = summarise_source(document, settings, language)
        parts.append("".join(f"{sentence.source}\n" for sentence in chosen))
    if parts:
        write_result("\n".join(parts), output)
    return int(ExitCode.SOME_FAILED) if failed else 0
