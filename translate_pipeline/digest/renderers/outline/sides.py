"""Which sides of a digest are shown."""

from __future__ import annotations

from collections.abc import Iterable

from translate_pipeline.briefing.model import SentencePair
from translate_pipeline.briefing.renderers.base import place
from translate_pipeline.digest.model import Citation, Digest
from translate_pipeline.digest.renderers.distinct_findings import finding_messages
from translate_pipeline.digest.renderers.outline.blocks import Row, ShownPair, Table
from translate_pipeline.language import language_name


class Sides:
    """Shows the sides of sentences and names that a digest is to show."""

    def __init__(self, digest: Digest) -> None:
        self.shown = digest.shown
        self._target_language = digest.target_language
        self._languages = {article.id: article.briefing.source_language for article in digest.articles()}
        self._stories = {
            article.id: (number, story)
            for number, story in enumerate(digest.stories(), start=1)
            for article in story.articles
        }
        self._usual_language = digest.source_languages[0] if digest.source_languages else "und"

    def pair(self, pair: SentencePair, article: str) -> ShownPair:
        """A sentence of an article, given by its id. Without its translation, nothing found in that is of interest."""
        language = self._languages.get(article, self._usual_language)
        findings = finding_messages(pair.findings)
        if self.shown == "source":
            return ShownPair(None, pair.source, language)
        if self.shown == "target":
            return ShownPair(pair.target, None, language, findings)
        return ShownPair(pair.target if pair.translated else None, pair.source, language, findings)

    def cited(self, citation: Citation) -> ShownPair:
        """The sentence of a citation."""
        return self.pair(citation.pair, citation.article)

    def story_of(self, citation: Citation) -> str:
        """The number and the headline of the story that a cited sentence belongs to; empty if it is not shown."""
        if citation.article not in self._stories:
            return ""
        number, story = self._stories[citation.article]
        return f"{number}. {self.pair(story.headline, citation.article).sides[0]}"

    def name(self, source: str, target: str) -> str:
        """A name in the languages shown: `Red Cross (Cruz Roja)`."""
        if self.shown == "source":
            return source
        return target if self.shown == "target" or source == target else f"{target} ({source})"

    def table(self, header: tuple[str, ...], rows: Iterable[Row]) -> Table:
        """A table whose columns of sentences are named after their languages."""
        rows = tuple(rows)
        pairs = [row.pair for row in rows if row.pair is not None]
        languages = {language_name(pair.language) for pair in pairs}
        source = languages.pop() if len(languages) == 1 else "Original"
        target = language_name(self._target_language)
        if not any(pair.target is not None for pair in pairs):
            return Table(header, (source,) if pairs else (), rows)
        if not any(pair.source is not None for pair in pairs):
            return Table(header, (target,), rows)
        return Table(header, (target, source if source != target else "Original"), rows)


def reference(citation: Citation) -> str:
    """Where a cited sentence stands: `a1 2.1`, its article, paragraph and place in that."""
    return f"{citation.article} {place(citation.pair)}"
