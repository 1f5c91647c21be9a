"""A message that a check gives again and again is shown once, in every format."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import replace

import docx
import pytest

from tests.digest.minimal import digest_of
from translate_pipeline.briefing.model import FindingReport, ParagraphPair, SentencePair
from translate_pipeline.digest.model import Digest, Section
from translate_pipeline.digest.renderers.atom import AtomRenderer
from translate_pipeline.digest.renderers.distinct_findings import distinct_findings
from translate_pipeline.digest.renderers.docx import DocxRenderer
from translate_pipeline.digest.renderers.html import HtmlRenderer
from translate_pipeline.digest.renderers.markdown import MarkdownRenderer
from translate_pipeline.digest.renderers.text import TextRenderer

OFTEN = FindingReport("terms", "error", "secretary should be minister", "ministro", "secretary")
ONCE = FindingReport("numbers", "warning", "4 is missing", "4", "")
FLAGGED = SentencePair("p2s1", "El ministro, 4", "The secretary", True, (OFTEN, ONCE, OFTEN, OFTEN))


def flagged_digest() -> Digest:
    """One article, whose summary is one flagged sentence."""
    digest = digest_of("Hola")
    story = digest.sections[0].stories[0]
    article = story.articles[0]
    briefing = replace(article.briefing, summary=(FLAGGED,), paragraphs=(ParagraphPair("body", None, "", (FLAGGED,)),))
    story = replace(
        story, summary=(replace(story.summary[0], pair=FLAGGED),), articles=(replace(article, briefing=briefing),)
    )
    return replace(digest, sections=(Section("", (story,)),))


def word_text(digest: Digest) -> str:
    document = docx.Document(io.BytesIO(DocxRenderer().render(digest)))
    return "\n".join(cell.text for table in document.tables for row in table.rows for cell in row.cells)


def page_text(digest: Digest) -> str:
    return re.sub(r"<[^>]+>", "", HtmlRenderer().render(digest).decode("utf-8"))


READ: dict[str, Callable[[Digest], str]] = {
    "html": page_text,
    "docx": word_text,
    "md": lambda digest: MarkdownRenderer().render(digest).decode("utf-8"),
    "txt": lambda digest: TextRenderer().render(digest).decode("utf-8"),
    "atom": lambda digest: AtomRenderer().render(digest).decode("utf-8"),
}


def test_a_message_is_given_once_with_its_count_in_the_order_of_the_first() -> None:
    assert [found.message for found in distinct_findings(FLAGGED.findings)] == [
        "secretary should be minister (×3)",
        "4 is missing",
    ]


@pytest.mark.parametrize("read", READ.values(), ids=READ.keys())
def test_every_format_shows_the_count_and_not_each_finding(read: Callable[[Digest], str]) -> None:
    said = read(flagged_digest()).replace("\\", "")
    assert said.count("secretary should be minister") == said.count("secretary should be minister (×3)") > 0


def test_equal_findings_mark_a_word_once() -> None:
    page = HtmlRenderer().render(flagged_digest()).decode("utf-8")
    assert ">secretary</mark>" in page
    assert ">secretary</mark></mark>" not in page
