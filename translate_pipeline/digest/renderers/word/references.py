"""Leads from a sentence to the article in which it stands."""

from __future__ import annotations

from translate_pipeline.briefing.renderers.base import place
from translate_pipeline.digest.model import Article, Citation, Digest, Story
from translate_pipeline.digest.renderers.word.bilingual import PairRow, pair_row
from translate_pipeline.digest.renderers.word.elements import Element, inner_link, run


class References:
    """The articles of a digest by their ids, each with the bookmark of its full text."""

    def __init__(self, digest: Digest) -> None:
        self._digest = digest
        self._articles = {article.id: article for article in digest.articles()}
        self._bookmarks = {name: f"article_{number}" for number, name in enumerate(self._articles, start=1)}
        stories = list(digest.stories())
        self._story_bookmarks = {story.id: f"story_{number}" for number, story in enumerate(stories, start=1)}
        self._stories = {article.id: story for story in stories for article in story.articles}

    def bookmark(self, article: str) -> str:
        """Where its full text begins; empty for an article that the digest does not show."""
        return self._bookmarks.get(article, "")

    def story_bookmark(self, story: Story) -> str:
        """Where a story begins."""
        return self._story_bookmarks[story.id]

    def to_story(self, citation: Citation) -> Element | None:
        """The headline of the story that a cited sentence belongs to, which leads to that; None if it is not shown."""
        story = self._stories.get(citation.article)
        if story is None:
            return None
        of_source = self._digest.shown == "source" or not story.headline.translated
        headline = story.headline.source if of_source else story.headline.target
        source_language = self._articles[citation.article].briefing.source_language
        language = source_language if of_source else self._digest.target_language
        return inner_link(self.story_bookmark(story), run(headline, language, style="ReferenceLink"))

    def to_article(self, article: str, text: str) -> Element:
        """Text that leads to an article."""
        bookmark = self.bookmark(article)
        return inner_link(bookmark, run(text, style="ReferenceLink")) if bookmark else run(text, style="Reference")

    def to_sentence(self, citation: Citation) -> Element:
        """The article and the place of a sentence in it, such as `a2 4.1`."""
        return self.to_article(citation.article, f"{citation.article}\u00a0{place(citation.pair)}")

    def row(self, citation: Citation) -> PairRow:
        """A cited sentence as a row, with its source and its place."""
        article = self._articles.get(citation.article)
        source = article.briefing.metadata.source if article else None
        reference = (
            run(f"[{source} " if source else "[", style="Reference"),
            self.to_sentence(citation),
            run("]", style="Reference"),
        )
        languages = self._language(citation, article), self._digest.target_language
        return pair_row(citation.pair, languages, self._digest.shown, reference=reference)

    def _language(self, citation: Citation, article: Article | None) -> str:
        if article is None:
            return self._digest.source_languages[0] if self._digest.source_languages else "und"
        of_paragraphs = (
            paragraph.language
            for paragraph in article.briefing.paragraphs
            if any(pair.id == citation.pair.id for pair in paragraph.sentences)
        )
        return next(of_paragraphs, None) or article.briefing.source_language
