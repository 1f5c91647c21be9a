"""What the outline gathers from all articles: who and what is named, who said what, and when."""

from __future__ import annotations

from collections.abc import Iterator

from translate_pipeline.counting import counted
from translate_pipeline.digest.model import Digest, Mention, Quotation
from translate_pipeline.digest.renderers.outline.blocks import Block, Bullets, Row, ShownPair, Table
from translate_pipeline.digest.renderers.outline.dates import written_day
from translate_pipeline.digest.renderers.outline.headings import heading
from translate_pipeline.digest.renderers.outline.sides import Sides, reference


def mentions(digest: Digest, sides: Sides) -> Iterator[Block]:
    """People, places and bodies, how often they are named, and where first."""
    if digest.mentions:
        yield heading(2, "People, places and bodies")
        rows = tuple(Row(_mention_cells(mention, sides)) for mention in digest.mentions)
        yield Table(("Name", "Kind", "Named", "In", "First in"), (), rows)


def _mention_cells(mention: Mention, sides: Sides) -> tuple[str, ...]:
    return (
        sides.name(mention.source, mention.target),
        mention.kind,
        counted(mention.count, "time"),
        counted(mention.articles, "article"),
        reference(mention.first),
    )


def quotations(digest: Digest, sides: Sides) -> Iterator[Block]:
    """Who is quoted as saying what: the words in the source's language, and the translated sentence that has them."""
    if digest.quotations:
        yield heading(2, "Quotations")
        rows = (
            Row((sides.name(said.speaker_source, said.speaker_target), reference(said.citation)), _quoted(said, sides))
            for said in digest.quotations
        )
        yield sides.table(("Who", ""), rows)


def _quoted(said: Quotation, sides: Sides) -> ShownPair:
    sentence = sides.cited(said.citation)
    if sentence.source is None and said.citation.pair.translated:
        return sentence
    if sentence.source is None:
        return ShownPair(said.text, None, sentence.language, sentence.findings)
    return ShownPair(sentence.target, said.text, sentence.language, sentence.findings)


def timeline(digest: Digest, sides: Sides) -> Iterator[Block]:
    """Dated events, with the date as the source has it where the source is shown."""
    if digest.timeline:
        yield heading(2, "Timeline")
        with_source = sides.shown != "target"
        rows = (
            Row(
                (
                    event.day,
                    *([event.written] if with_source else []),
                    reference(event.citation),
                    sides.story_of(event.citation),
                ),
                sides.cited(event.citation),
            )
            for event in digest.timeline
        )
        yield sides.table(("Day", "As written", "", "Story") if with_source else ("Day", "", "Story"), rows)


def quiet(digest: Digest, sides: Sides) -> Iterator[Block]:
    """Stories of the previous digest that no article goes on with."""
    if digest.quiet:
        yield heading(2, "Gone quiet")
        yield Bullets(
            "",
            tuple(
                (
                    sides.name(story.headline_source, story.headline_target),
                    *([f"last on {written_day(story.last_date)}"] if story.last_date else []),
                )
                for story in digest.quiet
            ),
        )
