"""`tsum summarize`: an extractive summary in the text's own language."""

from __future__ import annotations

from translate_pipeline.cli import options as opt
from translate_pipeline.cli.console import Notes, check_output, write_result
from translate_pipeline.cli.inputs import Inputs
from translate_pipeline.config import Settings
from translate_pipeline.errors import AllFailedError


def summarize(
    files: opt.Files,
    source: opt.From = None,
    output: opt.Output = None,
    sentences: opt.Sentences = 5,
    ratio: opt.Ratio = None,
    max_words: opt.MaxWords = None,
    algorithm: opt.Algorithm = "news",
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
    inputs, parts = Inputs(files, notes), []
    for document in inputs.prepared(pipeline):
        language = (document.language and document.language.code) or "en"
        chosen = summarise_source(document, settings, language)
        parts.append("".join(f"{sentence.source}\n" for sentence in chosen))
    if parts:
        write_result("\n".join(parts), output)
    elif output is not None:
        raise AllFailedError(output)
    return inputs.exit_code
