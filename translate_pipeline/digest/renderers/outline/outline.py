"""The order of a digest's content."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from translate_pipeline.digest.model import Digest, Section
from translate_pipeline.digest.renderers.outline import evidence
from translate_pipeline.digest.renderers.outline.articles import full_text
from translate_pipeline.digest.renderers.outline.blocks import Block, Bullets, Facts, Sentences
from translate_pipeline.digest.renderers.outline.colophon import colophon
from translate_pipeline.digest.renderers.outline.dates import written_date
from translate_pipeline.digest.renderers.outline.headings import heading
from translate_pipeline.digest.renderers.outline.overview import languages, left_out, overview
from translate_pipeline.digest.renderers.outline.sides import Sides
from translate_pipeline.digest.renderers.outline.stories import story_blocks


def outline(digest: Digest, *, with_full_text: bool) -> Iterator[Block]:
    """The content of a digest in the order of reading; what it does not have is left out.

    Args:
        digest: the digest.
        with_full_text: whether the whole text of the articles stands near the end; else a note says where it is.
    """
    sides = Sides(digest)
    yield heading(1, digest.title)
    yield Facts((written_date(digest.date), languages(digest)))
    yield Sentences(overview(digest))
    yield from _stories(digest, sides)
    for part in (evidence.mentions, evidence.quotations, evidence.timeline, evidence.quiet):
        yield from part(digest, sides)
    yield from _notes(digest, with_full_text)
    yield from _full_texts(digest, sides) if with_full_text else ()
    yield from colophon(digest.signature)


def _stories(digest: Digest, sides: Sides) -> Iterator[Block]:
    numbers = count(1)
    for section in digest.sections:
        if section.stories:
            yield heading(2, section.name or _unnamed(digest, section))
        for story in section.stories:
            yield from story_blocks(story, next(numbers), sides)


def _unnamed(digest: Digest, section: Section) -> str:
    return "Other stories" if any(other.name for other in digest.sections if other is not section) else "Stories"


def _notes(digest: Digest, with_full_text: bool) -> Iterator[Block]:
    notes = list(digest.notes)
    if any(digest.articles()):
        notes.append("a1 2.1 stands for article a1, paragraph 2, sentence 1")
    if digest.shown != "source" and any(article.briefing.flagged for article in digest.articles()):
        notes.append("⚠ marks a translation in which a check has found something to look at")
    if not with_full_text and any(article.briefing.paragraphs for article in digest.articles()):
        notes.append("the full text of the articles is not in this format: HTML, Markdown, DOCX and JSON have it")
    notes.append(left_out(digest))
    if any(notes):
        yield heading(2, "Notes")
        yield Bullets("", tuple((note,) for note in notes if note))


def _full_texts(digest: Digest, sides: Sides) -> Iterator[Block]:
    texts = [block for article in digest.articles() for block in full_text(article, sides)]
    if texts:
        yield heading(2, "Full text")
        yield from texts
