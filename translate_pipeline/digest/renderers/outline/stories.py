"""A story in the outline: what happened, and its articles."""

from __future__ import annotations

from collections.abc import Iterator

from translate_pipeline.counting import counted
from translate_pipeline.digest.model import Disagreement, Story
from translate_pipeline.digest.renderers.outline.articles import article_facts, article_heading, article_summary
from translate_pipeline.digest.renderers.outline.blocks import Block, Facts, Heading, Row, Sentences
from translate_pipeline.digest.renderers.outline.dates import days
from translate_pipeline.digest.renderers.outline.sides import Sides, reference


def story_blocks(story: Story, number: int, sides: Sides) -> Iterator[Block]:
    """A story under its headline."""
    yield Heading(3, sides.pair(story.headline, story.articles[0].id), f"{number}.")
    alone = len(story.articles) == 1
    yield from _article_of_its_own(story, sides) if alone else _facts(story)
    if story.summary:
        yield sides.table(("",), (Row((reference(cited),), sides.cited(cited)) for cited in story.summary))
    elif alone:
        yield from article_summary(story.articles[0], sides)
    for disagreement in story.disagreements:
        yield from _disagreement(disagreement, sides)
    for article in () if alone else story.articles:
        yield article_heading(article, sides, 4)
        yield from article_facts(article, sides, *(["New"] if article.is_new and story.status != "new" else []))
        yield from article_summary(article, sides)


def _article_of_its_own(story: Story, sides: Sides) -> Iterator[Block]:
    """The facts of a story's only article, whose title and summary are the story's."""
    article = story.articles[0]
    return article_facts(article, sides, *filter(None, [story.status.capitalize(), article.id]))


def _facts(story: Story) -> Iterator[Facts]:
    parts = (
        story.status.capitalize(),
        counted(story.size, "article"),
        ", ".join(story.sources),
        days(story.first_date, story.last_date),
    )
    yield Facts(tuple(filter(None, parts)))


def _disagreement(disagreement: Disagreement, sides: Sides) -> Iterator[Block]:
    """The figures are words of the source: without it, the sentences alone tell them."""
    with_source = sides.shown != "target"
    counted_things = f": {disagreement.counted}" if with_source else ""
    yield Sentences(f"The articles do not agree on a figure{counted_things}.")
    yield sides.table(
        ("Figure", "") if with_source else ("",),
        (
            Row((figure.value, reference(cited)) if with_source else (reference(cited),), sides.cited(cited))
            for figure in disagreement.figures
            for cited in figure.citations
        ),
    )
