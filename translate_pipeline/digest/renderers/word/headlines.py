"""Headlines in both languages."""

from __future__ import annotations

from translate_pipeline.digest.model import Shown
from translate_pipeline.digest.renderers.distinct_findings import finding_messages
from translate_pipeline.digest.renderers.word.bilingual import PairRow
from translate_pipeline.digest.renderers.word.elements import Element, run
from translate_pipeline.digest.renderers.word.marks import WARNING, side_runs
from translate_pipeline.digest.renderers.word.writer import DocxWriter


def one_side(row: PairRow, shown: Shown) -> list[Element]:
    """A headline in one language: the translation, unless the source is wanted alone."""
    if shown == "source" or not row.pair.translated:
        return side_runs(row.pair, "source", row.source_language)
    return side_runs(row.pair, "target", row.target_language)


def bilingual_heading(
    writer: DocxWriter,
    level: int,
    row: PairRow,
    shown: Shown,
    number: str = "",
    bookmark: str = "",
    style: str = "",
) -> None:
    """A heading in the language that is read, the source's wording under it, and what the checks say of it.

    Args:
        writer: where it goes.
        level: of the heading.
        row: the headline.
        shown: which side is shown.
        number: stands before it.
        bookmark: leads to it.
        style: the id of a style of its own in place of that of its level.
    """
    translated = shown != "source" and row.pair.translated
    text, language = (row.pair.target, row.target_language) if translated else (row.pair.source, row.source_language)
    mark = WARNING if translated and row.pair.findings else ""
    writer.heading(level, " ".join(filter(None, (number, mark + text))), language, bookmark, style)
    if translated and shown == "both":
        writer.paragraph(
            *side_runs(row.pair, "source", row.source_language), style="SourceHeadline", language=row.source_language
        )
    if translated:
        for message in finding_messages(row.pair.findings):
            writer.paragraph(run(WARNING + message), style="HeadingNote")
