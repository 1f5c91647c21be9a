"""What a digest's page asks of its digest."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from pathlib import PurePosixPath, PureWindowsPath
from urllib.parse import urlsplit

from markupsafe import escape

from translate_pipeline.briefing.model import Briefing, FindingReport, ParagraphPair, SentencePair
from translate_pipeline.briefing.renderers.base import place
from translate_pipeline.digest.model import Article, Citation, Digest, Mention, Story
from translate_pipeline.digest.page.languages import direction, language_tag
from translate_pipeline.digest.page.sides import (
    ParagraphSide,
    Side,
    columns,
    paragraph_languages,
    paragraph_side,
    sentence_side,
)
from translate_pipeline.digest.renderers.distinct_findings import distinct_findings
from translate_pipeline.digest.renderers.web_address import web_address

_KINDS = {"person": "People", "place": "Places", "body": "Bodies", "name": "Other names"}


class DigestPage:
    """A digest with its articles at hand; obeys which sides the digest shows."""

    def __init__(self, digest: Digest) -> None:
        self.digest = digest
        self._articles = {article.id: article for article in digest.articles()}
        self._stories = {article.id: story for story in digest.stories() for article in story.articles}
        self._languages = {
            article.id: paragraph_languages(article.briefing.paragraphs) for article in digest.articles()
        }
        self._sentences = {
            f"{article.id}-{pair.id}"
            for article in digest.articles()
            for paragraph in article.briefing.paragraphs
            for pair in paragraph.sentences
        }

    @functools.cached_property
    def is_bilingual(self) -> bool:
        """Whether both sides are shown, of any article."""
        return self.digest.shown == "both" and self.is_translated

    @functools.cached_property
    def is_translated(self) -> bool:
        """Whether a translation of any article is shown."""
        return self.digest.shown != "source" and any(a.briefing.translated for a in self.digest.articles())

    @functools.cached_property
    def is_one_story(self) -> bool:
        """Whether there is one story only, which needs no table of contents."""
        return len(list(self.digest.stories())) == 1

    @functools.cached_property
    def article_count(self) -> int:
        """How many articles there are, copies among them."""
        return sum(story.size for story in self.digest.stories())

    @functools.cached_property
    def sources(self) -> tuple[str, ...]:
        """Who published the articles, each once."""
        return tuple(dict.fromkeys(source for story in self.digest.stories() for source in story.sources))

    @functools.cached_property
    def flagged_count(self) -> int:
        """How many sentences a check has something against; none where no translation is shown."""
        if self.digest.shown == "source":
            return 0
        return sum(len(article.briefing.flagged) for article in self.digest.articles())

    def stories_with(self, status: str) -> int:
        """How many stories have a status."""
        return sum(story.status == status for story in self.digest.stories())

    def languages(self, article: str, pair: SentencePair) -> tuple[str, str]:
        """The codes of the languages that a sentence of an article is in, and is translated into."""
        found = self._articles.get(article)
        default = found.briefing.source_language if found else next(iter(self.digest.source_languages), "und")
        return self._languages.get(article, {}).get(pair.id, default), self.digest.target_language

    def sides(self, article: str, pair: SentencePair, marks_terms: bool = True, emphasis: str = "") -> tuple[Side, ...]:
        """The sides of a sentence that are shown, the translation first."""
        found = self._articles.get(article)
        languages = self.languages(article, pair)
        return tuple(
            sentence_side(pair, of_source, languages, self.digest.shown, marks_terms, emphasis)
            for of_source in columns(found.briefing if found else None, self.digest.shown)
        )

    def headline(self, story: Story) -> tuple[Side, ...]:
        """The sides of a story's headline, without marks on terms."""
        return self.sides(story.articles[0].id, story.headline, marks_terms=False)

    def summary_below_headline(self, story: Story) -> list[Citation]:
        """The sentences of a story's summary, without one that stands above them as its headline already."""
        return [citation for citation in story.summary if citation.pair.source != story.headline.source]

    def title(self, article: Article) -> tuple[Side, ...]:
        """The sides of an article's title, without marks on terms; its file's name if it has none."""
        title = article.briefing.title
        if title is None:
            name = self.file_name(article.briefing)
            return (Side("", name, escape(name), "", "auto", True, ()),)
        return self.sides(article.id, title, marks_terms=False)

    def summary(self, article: Article) -> list[Citation]:
        """The sentences of an article's summary."""
        return [Citation(article.id, pair) for pair in article.briefing.summary]

    def place(self, pair: SentencePair) -> str:
        """A sentence's paragraph and place in it, as people read it: `4.2`."""
        return place(pair)

    def paragraph(self, article: Article, paragraph: ParagraphPair) -> tuple[ParagraphSide, ...]:
        """The sides of a paragraph that are shown, the translation first."""
        languages = paragraph.language or article.briefing.source_language, self.digest.target_language
        return tuple(
            paragraph_side(paragraph, of_source, languages, self.digest.shown)
            for of_source in columns(article.briefing, self.digest.shown)
        )

    def anchor(self, citation: Citation) -> str:
        """The id in the page of a cited sentence, or of its article if its text is not there; empty if neither is."""
        sentence = f"{citation.article}-{citation.pair.id}"
        if sentence in self._sentences:
            return sentence
        return citation.article if citation.article in self._articles else ""

    def source_name(self, article: str) -> str:
        """Who published an article; without that, its file's name or its site."""
        found = self._articles.get(article)
        if found is None:
            return ""
        return found.briefing.metadata.source or self.file_name(found.briefing)

    def file_name(self, briefing: Briefing) -> str:
        """The name of an input without the folders of the machine that it was read on."""
        if web_address(briefing.name):
            return self.host(briefing.name)
        return PureWindowsPath(PurePosixPath(briefing.name).name).name or briefing.name

    def story_of(self, citation: Citation) -> Story | None:
        """The story that a cited sentence belongs to; None if it is not shown."""
        return self._stories.get(citation.article)

    def findings(self, pair: SentencePair) -> tuple[FindingReport, ...]:
        """What checks found in a sentence, each message once."""
        return distinct_findings(pair.findings)

    def sources_of(self, citations: Iterable[Citation]) -> str:
        """The publishers of cited sentences, each once."""
        return ", ".join(dict.fromkeys(self.source_name(citation.article) for citation in citations))

    def address(self, url: str | None) -> str | None:
        """An address that may be a link."""
        return web_address(url)

    def host(self, url: str) -> str:
        """The site of an address, so that a reader sees where a link leads."""
        return (urlsplit(url).hostname or url).removeprefix("www.")

    @functools.cached_property
    def has_links(self) -> bool:
        """Whether there is a link that leaves the page."""
        urls = (
            url
            for article in self.digest.articles()
            for url in (article.briefing.metadata.url, *(copy.url for copy in article.copies))
        )
        return any(self.address(url) for url in urls)

    def article_lang(self, article: Article) -> str:
        """The language tag of an article's source."""
        return language_tag(article.briefing.source_language)

    def source_lang(self, citation: Citation) -> str:
        """The language tag of a cited sentence's source."""
        return language_tag(self.languages(citation.article, citation.pair)[0])

    @property
    def target_lang(self) -> str:
        """The language tag of the translations."""
        return language_tag(self.digest.target_language)

    def direction(self, code: str) -> str:
        """The direction in which a language is written."""
        return direction(code)

    @functools.cached_property
    def most_mentions(self) -> int:
        """How often the most frequent name is mentioned."""
        return max((mention.count for mention in self.digest.mentions), default=0)

    def mentions_by_kind(self) -> list[tuple[str, list[Mention]]]:
        """The kinds of names that are mentioned, each with its mentions."""
        kinds = [(title, [m for m in self.digest.mentions if m.kind == kind]) for kind, title in _KINDS.items()]
        return [(title, mentions) for title, mentions in kinds if mentions]
