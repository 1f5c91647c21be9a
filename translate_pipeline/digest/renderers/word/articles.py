"""The articles of a digest in a Word document, each with its full text in both languages."""

from __future__ import annotations

from collections.abc import Iterator

from translate_pipeline.briefing.model import Briefing, ParagraphPair, SentencePair
from translate_pipeline.briefing.renderers.base import place, term_row
from translate_pipeline.counting import counted
from translate_pipeline.digest.model import Article, Copy, Digest, Shown
from translate_pipeline.digest.page.readable_dates import readable_moment
from translate_pipeline.digest.renderers.word.bilingual import PairRow, pair_row, pair_table
from translate_pipeline.digest.renderers.word.elements import Element, paragraph, run
from translate_pipeline.digest.renderers.word.headlines import bilingual_heading
from translate_pipeline.digest.renderers.word.marks import WARNING
from translate_pipeline.digest.renderers.word.references import References
from translate_pipeline.digest.renderers.word.writer import DocxWriter
from translate_pipeline.language import language_name


def write_articles(writer: DocxWriter, digest: Digest, references: References) -> None:
    """Every article: where it comes from, its summary, its terms and its text."""
    articles = list(digest.articles())
    if articles:
        writer.heading(1, "Articles")
    for article in articles:
        _write_article(writer, article, digest.shown, references.bookmark(article.id))


def _write_article(writer: DocxWriter, article: Article, shown: Shown, bookmark: str) -> None:
    briefing = article.briefing
    title = briefing.title or SentencePair("", briefing.name, briefing.name, translated=False)
    language = briefing.source_language if briefing.title else "en"
    row = pair_row(title, (language, briefing.target_language), shown)
    bilingual_heading(writer, 2, row, shown, article.id, bookmark, style="ArticleHeading")
    _write_origin(writer, article, shown)
    for note in briefing.notes:
        writer.paragraph(run(note), style="Note")
    _write_summary(writer, briefing, shown)
    if briefing.terms and shown == "both":
        writer.heading(3, "Terms")
        languages = (briefing.source_language, briefing.target_language, "en")
        rows = [
            [[paragraph(run(cell, language))] for cell, language in zip(term_row(term), languages, strict=True)]
            for term in briefing.terms
        ]
        writer.table(["Source", "Held as", "In translation / in source"], rows, [6, 6, 4])
    if briefing.paragraphs:
        writer.heading(3, "Full text")
        pair_table(writer, [row for part in briefing.paragraphs for row in _rows(briefing, part, shown)], shown)


def _write_origin(writer: DocxWriter, article: Article, shown: Shown) -> None:
    known = article.briefing.metadata
    date = readable_moment(known.date) if known.date else None
    parts = [run(part) for part in (known.source, date, known.author, article.briefing.name) if part]
    if known.url:
        parts.append(writer.link(known.url, known.url))
    if article.is_new:
        parts.insert(0, run("New", style="Status"))
    writer.paragraph(*_divided(parts), style="Facts")
    writer.paragraph(run(_size(article.briefing, shown)), style="Facts")
    for copy in article.copies:
        writer.paragraph(run("Nearly the same: "), *_copy_runs(writer, copy), style="Facts")


def _size(briefing: Briefing, shown: Shown) -> str:
    source, target = language_name(briefing.source_language), language_name(briefing.target_language)
    languages = f"{source} to {target}" if briefing.translated else source
    parts = [languages, counted(briefing.sentences, "sentence"), counted(briefing.words, "word")]
    if briefing.flagged and shown != "source":
        parts.append(f"{WARNING}{counted(len(briefing.flagged), 'sentence')} to check")
    return " · ".join(parts)


def _copy_runs(writer: DocxWriter, copy: Copy) -> list[Element]:
    parts = [run(part) for part in (copy.source, copy.date and readable_moment(copy.date), copy.name) if part]
    return _divided([*parts, writer.link(copy.url, copy.url)] if copy.url else parts)


def _divided(parts: list[Element]) -> list[Element]:
    return [piece for part in parts for piece in (run(" · "), part)][1:]


def _write_summary(writer: DocxWriter, briefing: Briefing, shown: Shown) -> None:
    sides: tuple[tuple[Shown, tuple[SentencePair, ...]], ...] = (
        (shown, briefing.summary),
        ("target", briefing.target_summary),
        ("source", briefing.source_summary),
    )
    wanted = [(side, pairs) for side, pairs in sides if pairs and (shown == "both" or side == shown)]
    if wanted:
        writer.heading(3, "Summary")
    for side, pairs in wanted:
        pair_table(writer, [_row(briefing, pair, briefing.source_language, side) for pair in pairs], side)


def _rows(briefing: Briefing, part: ParagraphPair, shown: Shown) -> Iterator[PairRow]:
    prefix = part.prefix if part.kind != "heading" else ""
    for number, pair in enumerate(part.sentences):
        yield _row(briefing, pair, part.language or briefing.source_language, shown, "" if number else prefix)


def _row(briefing: Briefing, pair: SentencePair, language: str, shown: Shown, prefix: str = "") -> PairRow:
    reference = (run(f"[{place(pair)}]", style="Reference"),)
    return pair_row(pair, (language, briefing.target_language), shown, prefix, reference)
