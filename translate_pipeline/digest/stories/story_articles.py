"""The articles of a story before they are translated."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from translate_pipeline.briefing.model import Briefing
from translate_pipeline.digest.stories.days import day_of
from translate_pipeline.digest.stories.ranking import importance
from translate_pipeline.document import Document, ParagraphKind
from translate_pipeline.readers.collections.base import Entry
from translate_pipeline.readers.collections.identity import is_web_address


@dataclass(frozen=True)
class SourceArticle:
    """An article as it was read.

    Args:
        document: cut into sentences.
        entry: where it comes from.
        content: fingerprint of its text.
        copies: the near-duplicates that are folded into it.
    """

    document: Document
    entry: Entry
    content: str
    copies: tuple[SourceArticle, ...] = field(default=())

    @property
    def identity(self) -> str:
        """A fingerprint of what it is known by, which does not tell where it lies on this machine."""
        identity = self.entry.identity.encode("utf-8", "surrogatepass")
        return hashlib.blake2b(identity, digest_size=8).hexdigest()

    @property
    def name(self) -> str:
        """What readers call it: an address, or a file without its folders."""
        name = self.document.name
        return name if is_web_address(name) else re.split(r"[/\\]", name)[-1]

    @property
    def day(self) -> date | None:
        """When it was published."""
        return day_of(self.document.metadata.date)

    def paragraphs(self, translated: bool) -> list[str]:
        """Its text or its translation, the title among it."""
        kept = (p for p in self.document.paragraphs if p.kind not in (ParagraphKind.VERBATIM, ParagraphKind.BYLINE))
        return [paragraph.translation if translated else paragraph.text for paragraph in kept]


@dataclass(frozen=True)
class StoryArticles:
    """Articles about one event, the most typical first."""

    articles: tuple[SourceArticle, ...]

    @property
    def everything(self) -> Iterator[SourceArticle]:
        """Its articles, each followed by its copies."""
        for article in self.articles:
            yield article
            yield from article.copies

    @property
    def sources(self) -> tuple[str, ...]:
        """Who published them, each once."""
        return tuple(dict.fromkeys(a.document.metadata.source for a in self.everything if a.document.metadata.source))

    @property
    def id(self) -> str:
        """Eight hexadecimal digits from the text of its first article."""
        first = min(self.everything, key=lambda article: (article.day or date.max, article.content))
        return hashlib.blake2b(first.content.encode(), digest_size=4).hexdigest()

    @property
    def dates(self) -> list[str]:
        """The dates of its articles, the earliest first."""
        dated = [(article.day, article.document.metadata.date) for article in self.everything]
        return [text for day, text in sorted((day, text) for day, text in dated if day is not None and text)]

    def importance(self, today: date) -> float:
        """Its importance on the day of the digest; all articles of unknown source count as one source."""
        everything = list(self.everything)
        sources = {article.document.metadata.source for article in everything}
        days = [article.day for article in everything if article.day is not None]
        return importance(len(sources), len(everything), days, today)


def paragraphs_of(briefing: Briefing, translated: bool) -> list[str]:
    """The text of a briefing or its translation, its title among it."""
    if not briefing.paragraphs:
        pairs = (*([briefing.title] if briefing.title else ()), *briefing.summary)
        return [pair.target if translated else pair.source for pair in pairs]
    return [
        " ".join(pair.target if translated else pair.source for pair in paragraph.sentences)
        for paragraph in briefing.paragraphs
    ]
