"""What a Word document of a digest opens with."""

from __future__ import annotations

from translate_pipeline.counting import counted
from translate_pipeline.digest.model import Digest
from translate_pipeline.digest.page.readable_dates import readable_weekday
from translate_pipeline.digest.renderers.outline.overview import languages, overview
from translate_pipeline.digest.renderers.word.elements import run
from translate_pipeline.digest.renderers.word.marks import WARNING
from translate_pipeline.digest.renderers.word.writer import DocxWriter


def write_overview(writer: DocxWriter, digest: Digest) -> None:
    """Title, date, what is in it and what its marks mean."""
    writer.paragraph(run(digest.title), style="Title")
    writer.paragraph(run(f"{readable_weekday(digest.date)} · {languages(digest)}"), style="Subtitle")
    writer.paragraph(run(overview(digest)))
    if digest.left_out:
        writer.paragraph(
            run(f"{counted(digest.left_out, 'more story', 'more stories')} left out: fewer were asked for.")
        )
    if digest.shown != "source":
        _write_legend(writer)


def _write_legend(writer: DocxWriter) -> None:
    legend = (("term of a glossary", "Term"), ("recognised name", "RecognisedName"), ("words to check", "Finding"))
    shown = [piece for text, style in legend for piece in (run(text, style=style), run(" · "))]
    writer.paragraph(
        run("Marks: "),
        *shown,
        run(WARNING, style="Warning"),
        run("a check has found something in this translation: compare it with its source."),
        style="Facts",
    )


def write_notes(writer: DocxWriter, digest: Digest) -> None:
    """Notes for the reader."""
    if digest.notes:
        writer.heading(1, "Notes")
    for note in digest.notes:
        writer.paragraph(run(note), style="ListBullet")
