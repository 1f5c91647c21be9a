"""An article in the outline: its facts, its summary, its text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from translate_pipeline.briefing.model import SentencePair
from translate_pipeline.briefing.renderers.base import place, term_row
from translate_pipeline.counting import counted
from translate_pipeline.digest.model import Article, Copy
from translate_pipeline.digest.renderers.outline.blocks import (
    Block,
    Bullets,
    Facts,
    Heading,
    Part,
    Row,
    Sentences,
    ShownPair,
    Table,
    WebAddress,
)
from translate_pipeline.digest.renderers.outline.dates import written_date
from translate_pipeline.digest.renderers.outline.sides import Sides
from translate_pipeline.digest.renderers.web_address import web_address


def article_heading(article: Article, sides: Sides, level: int) -> Heading:
    """The title of an article after its id; the file's name where it has none."""
    briefing = article.briefing
    if briefing.title is not None:
        title = sides.pair(briefing.title, article.id)
    else:
        title = ShownPair(None, briefing.metadata.title or briefing.name, briefing.source_language)
    return Heading(level, title, article.id)


def article_facts(article: Article, sides: Sides, *first: str) -> Iterator[Block]:
    """Where an article comes from, who has nearly the same, and what to know of its translation."""
    briefing = article.briefing
    known = briefing.metadata
    parts = [*first, known.source, known.date and written_date(known.date), known.author]
    parts.append(f"⚠ {counted(len(briefing.flagged), 'sentence')} to check" if _has_doubts(article, sides) else None)
    yield Facts((*filter(None, parts), *_whereabouts(known.url, briefing.name)))
    if article.copies:
        yield Bullets("Nearly the same:", tuple(map(_copy_facts, article.copies)))
    for note in briefing.notes:
        yield Sentences(f"Note: {note}")


def _has_doubts(article: Article, sides: Sides) -> bool:
    return sides.shown != "source" and bool(article.briefing.flagged)


def _copy_facts(copy: Copy) -> tuple[Part, ...]:
    known = [part for part in (copy.source, copy.date and written_date(copy.date)) if part]
    return (*known, *_whereabouts(copy.url, copy.name))


def _whereabouts(url: str | None, name: str) -> tuple[Part, ...]:
    """The address, as a link where it is one of the web; else the file's name."""
    address = web_address(url)
    if address is not None:
        return (WebAddress(address),)
    return (name, url) if url else (name,)


def article_summary(article: Article, sides: Sides) -> Iterator[Table]:
    """The sentences of an article's summary, or of both of its summaries where they are independent."""
    briefing = article.briefing
    summaries = {"target": briefing.target_summary, "source": briefing.source_summary}
    if briefing.summary:
        yield _text(briefing.summary, article, sides)
    for side, pairs in summaries.items():
        if pairs and sides.shown in ("both", side):
            yield sides.table(("",), (Row((place(pair),), _one_side(pair, side, article, sides)) for pair in pairs))


def _one_side(pair: SentencePair, side: str, article: Article, sides: Sides) -> ShownPair:
    shown = sides.pair(pair, article.id)
    if side == "source":
        return ShownPair(None, pair.source, shown.language)
    return ShownPair(pair.target, None, shown.language, shown.findings)


def _text(pairs: Iterable[SentencePair], article: Article, sides: Sides) -> Table:
    return sides.table(("",), (Row((place(pair),), sides.pair(pair, article.id)) for pair in pairs))


def full_text(article: Article, sides: Sides) -> Iterator[Block]:
    """The whole text of an article under its title, and the terms that were held to."""
    briefing = article.briefing
    if not briefing.paragraphs:
        return
    yield article_heading(article, sides, 3)
    yield _text((pair for paragraph in briefing.paragraphs for pair in paragraph.sentences), article, sides)
    if briefing.terms and sides.shown == "both":
        rows = tuple(Row(term_row(term)) for term in briefing.terms)
        yield Table(("Term", "Held as", "In translation / in source"), (), rows)
