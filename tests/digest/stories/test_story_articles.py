from __future__ import annotations

from datetime import date

from tests.digest.press import FLOOD, FLOOD_LATER, entry
from translate_pipeline.digest.stories.story_articles import SourceArticle, StoryArticles


def source_article(name: str, text: str, day: str | None, source: str | None = "El Faro") -> SourceArticle:
    each = entry(name, text, source, day)
    document = each.load()
    return SourceArticle(document, each, document.fingerprint)


def test_a_story_is_known_by_its_first_article() -> None:
    first = source_article("first", FLOOD, "2024-10-30")
    later = source_article("later", FLOOD_LATER, "2024-10-31T09:00:00+01:00")
    undated = source_article("undated", FLOOD_LATER, None)
    story = StoryArticles((later, first, undated))
    assert story.id == StoryArticles((first,)).id != StoryArticles((later,)).id
    assert len(story.id) == 8
    assert story.dates == ["2024-10-30", "2024-10-31T09:00:00+01:00"]


def test_copies_count_among_the_sources() -> None:
    copy = source_article("copy", FLOOD, "2024-10-30", "La Hoja")
    first = source_article("first", FLOOD, "2024-10-30")
    folded = StoryArticles((SourceArticle(first.document, first.entry, first.content, (copy,)),))
    assert folded.sources == ("El Faro", "La Hoja")
    assert folded.importance(date(2024, 10, 30)) > StoryArticles((first,)).importance(date(2024, 10, 30))


def test_the_fingerprint_changes_with_the_text() -> None:
    assert source_article("a", FLOOD, None).content == source_article("b", FLOOD, None).content
    assert source_article("a", FLOOD, None).content != source_article("a", f"{FLOOD}.", None).content
