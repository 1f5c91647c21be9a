"""What goes across the articles of a digest, in a Word document: mentions, quotations, timeline, quiet stories."""

from __future__ import annotations

from translate_pipeline.digest.model import Digest, QuietStory, Quotation
from translate_pipeline.digest.page.readable_dates import readable_day
from translate_pipeline.digest.renderers.word.bilingual import pair_table, shown_sides, side_cell, side_names
from translate_pipeline.digest.renderers.word.elements import Element, paragraph, run
from translate_pipeline.digest.renderers.word.references import References
from translate_pipeline.digest.renderers.word.writer import DocxWriter


def write_across(writer: DocxWriter, digest: Digest, references: References) -> None:
    """The tables over all articles; what has no rows is left out."""
    if digest.mentions:
        _write_mentions(writer, digest, references)
    if digest.quotations:
        _write_quotations(writer, digest, references)
    if digest.timeline:
        _write_timeline(writer, digest, references)
    if digest.quiet:
        writer.heading(1, "Gone quiet")
        for story in digest.quiet:
            writer.paragraph(*_quiet_runs(story, digest), style="ListBullet")


def _named(target: str, source: str, digest: Digest) -> list[Element]:
    """A name on the sides that are shown; once if it is the same on both."""
    language = digest.source_languages[0] if digest.source_languages else "und"
    if digest.shown == "source" or target == source:
        return [run(source, language)]
    shown = [run(target, digest.target_language)]
    return [*shown, run(" ("), run(source, language), run(")")] if digest.shown == "both" else shown


def _write_mentions(writer: DocxWriter, digest: Digest, references: References) -> None:
    writer.heading(1, "People, places and bodies")
    rows = [
        [
            [paragraph(*_named(mention.target, mention.source, digest))],
            [paragraph(run(mention.kind))],
            [paragraph(run(str(mention.count)))],
            [paragraph(run(str(mention.articles)))],
            [paragraph(references.to_sentence(mention.first))],
        ]
        for mention in digest.mentions
    ]
    writer.table(["Name", "Kind", "Mentions", "Articles", "First in"], rows, [7, 2, 2, 2, 2])


def _write_quotations(writer: DocxWriter, digest: Digest, references: References) -> None:
    writer.heading(1, "Quotations")
    cited = [references.row(quotation.citation) for quotation in digest.quotations]
    sides = shown_sides(cited, digest.shown)
    rows = []
    for quotation, row in zip(digest.quotations, cited, strict=True):
        words = [
            side_cell(row, side) if side == "target" else [_quoted(quotation, row.source_language)] for side in sides
        ]
        words[0][0].extend([run(" "), *row.reference])
        rows.append([[paragraph(*_named(quotation.speaker_target, quotation.speaker_source, digest))], *words])
    names = [
        f"Sentence in {name}" if side == "target" else f"Words in {name}"
        for side, name in zip(sides, side_names(cited, sides), strict=True)
    ]
    writer.table(["Who", *names], rows, [3, *[12 // len(sides)] * len(sides)])


def _quoted(quotation: Quotation, language: str) -> Element:
    return paragraph(run(quotation.text, language), language=language)


def _write_timeline(writer: DocxWriter, digest: Digest, references: References) -> None:
    writer.heading(1, "Timeline")
    cited = [references.row(event.citation) for event in digest.timeline]
    with_source = digest.shown != "target"
    days = [
        [
            paragraph(run(readable_day(event.day))),
            *([paragraph(run(event.written, row.source_language), style="Written")] if with_source else []),
            *(
                [paragraph(story, style="Written")]
                if (story := references.to_story(event.citation)) is not None
                else []
            ),
        ]
        for event, row in zip(digest.timeline, cited, strict=True)
    ]
    pair_table(writer, cited, digest.shown, "Day", days)


def _quiet_runs(story: QuietStory, digest: Digest) -> list[Element]:
    named = _named(story.headline_target, story.headline_source, digest)
    return [*named, run(f" · last on {readable_day(story.last_date)}")] if story.last_date else named
