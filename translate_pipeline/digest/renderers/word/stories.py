"""The stories of a digest in a Word document."""

from __future__ import annotations

from translate_pipeline.counting import counted
from translate_pipeline.digest.model import Article, Digest, Disagreement, Story
from translate_pipeline.digest.page.readable_dates import readable_moment, readable_span
from translate_pipeline.digest.renderers.word.bilingual import pair_row, pair_table
from translate_pipeline.digest.renderers.word.elements import paragraph, run
from translate_pipeline.digest.renderers.word.headlines import bilingual_heading, one_side
from translate_pipeline.digest.renderers.word.references import References
from translate_pipeline.digest.renderers.word.writer import DocxWriter

_STATUS = {"new": "New", "moved on": "Moved on", "unchanged": "Unchanged"}


def write_stories(writer: DocxWriter, digest: Digest, references: References) -> None:
    """Every section with its stories."""
    named = any(section.name for section in digest.sections)
    for section in digest.sections:
        if section.stories:
            writer.heading(1, section.name or ("Other stories" if named else "Stories"))
        for story in section.stories:
            _write_story(writer, digest, references, story)


def _write_story(writer: DocxWriter, digest: Digest, references: References, story: Story) -> None:
    language = story.articles[0].briefing.source_language if story.articles else "und"
    headline = pair_row(story.headline, (language, digest.target_language), digest.shown)
    bilingual_heading(writer, 2, headline, digest.shown, bookmark=references.story_bookmark(story))
    status = [run(_STATUS[story.status], style="Status"), run(" · ")] if story.status in _STATUS else []
    writer.paragraph(*status, run(" · ".join(_facts(story))), style="Facts")
    pair_table(writer, [references.row(citation) for citation in story.summary], digest.shown)
    for disagreement in story.disagreements:
        _write_disagreement(writer, digest, references, disagreement, language)
    for article in story.articles:
        _write_entry(writer, digest, references, article, story)


def _facts(story: Story) -> list[str]:
    days = readable_span(story.first_date, story.last_date) if story.first_date and story.last_date else ""
    return [part for part in (counted(story.size, "article"), ", ".join(story.sources), days) if part]


def _write_disagreement(
    writer: DocxWriter, digest: Digest, references: References, disagreement: Disagreement, language: str
) -> None:
    # What is counted, and the figures, are words of the source.
    with_source = digest.shown != "target"
    label = "The articles do not agree on a figure"
    counted_things = [run(": ", style="Warning"), run(disagreement.counted, language)] if with_source else []
    writer.paragraph(run(label, style="Warning"), *counted_things, style="Label")
    rows, values = [], []
    for figure in disagreement.figures:
        for citation in figure.citations:
            rows.append(references.row(citation))
            values.append([paragraph(run(figure.value, rows[-1].source_language), language=rows[-1].source_language)])
    pair_table(writer, rows, digest.shown, "Figure" if with_source else "", values)


def _write_entry(writer: DocxWriter, digest: Digest, references: References, article: Article, story: Story) -> None:
    known = article.briefing.metadata
    title = article.briefing.title
    runs = [run(article.briefing.name)]
    if title:
        languages = article.briefing.source_language, digest.target_language
        runs = one_side(pair_row(title, languages, digest.shown), digest.shown)
    facts = [
        known.source,
        known.date and readable_moment(known.date),
        article.is_new and story.status != "new" and "new",
        article.copies and f"{len(article.copies)} nearly the same",
    ]
    after = run("".join(f" · {fact}" for fact in facts if fact))
    writer.paragraph(references.to_article(article.id, article.id), run(" "), *runs, after, style="ListBullet")
