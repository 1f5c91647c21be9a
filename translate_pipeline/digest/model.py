"""The digest: one bilingual document made from many articles, as plain typed data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any, Literal

from translate_pipeline.briefing.model import Briefing, SentencePair

Shown = Literal["both", "source", "target"]
StoryStatus = Literal["", "new", "moved on", "unchanged"]
MentionKind = Literal["person", "place", "body", "name"]


@dataclass(frozen=True)
class Copy:
    """An article that says nearly word for word what another one says, and is folded into it."""

    name: str
    source: str | None
    date: str | None
    url: str | None


@dataclass(frozen=True)
class Article:
    """An article of a story.

    Args:
        id: `a1`, `a2` …, in the order in which the digest shows them.
        briefing: its title, summary and text in both languages, with terms and findings.
        identity: a fingerprint of what it is known by from one day to the next: a path, an address, the id that a
            feed gives. It does not tell where the article lies on the machine.
        content: fingerprint of its text.
        is_new: whether the previous digest did not have it; False without a previous one.
        copies: the near-duplicates that are folded into it.
    """

    id: str
    briefing: Briefing
    identity: str
    content: str
    is_new: bool = False
    copies: tuple[Copy, ...] = ()


@dataclass(frozen=True)
class Citation:
    """A sentence of an article, as evidence."""

    article: str
    pair: SentencePair


@dataclass(frozen=True)
class ReportedFigure:
    """A figure as it is written, and the sentences that report it."""

    value: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True)
class Disagreement:
    """Something that articles of one story count differently: `muertos`, 12 in one and 15 in another."""

    counted: str
    figures: tuple[ReportedFigure, ...]


@dataclass(frozen=True)
class Story:
    """Articles about one event.

    Args:
        id: eight hexadecimal digits, kept from digest to digest as articles join.
        headline: the title of its most typical article.
        status: how it stands to the previous digest; empty without one.
        sources: who published its articles and their copies, each once.
        first_date, last_date: days or moments in ISO 8601 of the earliest and the latest article.
        summary: sentences from across its articles.
        articles: the most typical first.
        disagreements: figures that its articles do not agree on.
    """

    id: str
    headline: SentencePair
    status: StoryStatus
    sources: tuple[str, ...]
    first_date: str | None
    last_date: str | None
    summary: tuple[Citation, ...]
    articles: tuple[Article, ...]
    disagreements: tuple[Disagreement, ...] = ()

    @property
    def size(self) -> int:
        """How many articles it has, copies among them."""
        return sum(1 + len(article.copies) for article in self.articles)


@dataclass(frozen=True)
class Section:
    """Stories on one topic, the most important first; `name` is empty for stories of no named section."""

    name: str
    stories: tuple[Story, ...]


@dataclass(frozen=True)
class Mention:
    """A person, place or body: how often it is named, in how many articles, and where first.

    `kind` is `name` where it is not known which of them it is.
    """

    source: str
    target: str
    kind: MentionKind
    count: int
    articles: int
    first: Citation


@dataclass(frozen=True)
class Quotation:
    """What somebody is quoted as saying, in the source's words and its quotation marks; both speakers may be equal."""

    speaker_source: str
    speaker_target: str
    text: str
    citation: Citation


@dataclass(frozen=True)
class DatedEvent:
    """A sentence that tells what happened, or is to happen, on a day in ISO 8601; `written` is the date in its text."""

    day: str
    written: str
    citation: Citation


@dataclass(frozen=True)
class QuietStory:
    """A story of the previous digest that no article goes on with."""

    id: str
    headline_source: str
    headline_target: str
    last_date: str | None


@dataclass(frozen=True)
class InputHash:
    """An input and the fingerprint of its text."""

    name: str
    content: str


@dataclass(frozen=True)
class DigestSignature:
    """How a digest was made: the same inputs, settings and signature give the same bytes."""

    tsum: str
    packages: tuple[str, ...]
    beam: int | None
    glossaries: tuple[str, ...]
    settings: tuple[tuple[str, str], ...]
    inputs: tuple[InputHash, ...]


@dataclass(frozen=True)
class Digest:
    """A bilingual digest of many articles.

    Args:
        title: its title.
        date: its day, ISO 8601.
        source_languages: codes of the languages its articles are in, the most frequent first.
        target_language: code of the language they were translated into.
        shown: which side is shown.
        sections: the stories.
        mentions: the people, places and bodies in all of it, the most frequent first.
        quotations: who is quoted as saying what.
        timeline: dated events, the earliest first.
        quiet: stories of the previous digest that have gone quiet.
        since: the day of the previous digest, if it was compared with.
        left_out: how many stories are not shown, because fewer were asked for.
        notes: sentences for the reader about how it was made.
        signature: how it was made.
    """

    title: str
    date: str
    source_languages: tuple[str, ...]
    target_language: str
    shown: Shown
    sections: tuple[Section, ...]
    mentions: tuple[Mention, ...]
    quotations: tuple[Quotation, ...]
    timeline: tuple[DatedEvent, ...]
    quiet: tuple[QuietStory, ...]
    since: str | None
    left_out: int
    notes: tuple[str, ...]
    signature: DigestSignature

    def to_dict(self) -> dict[str, Any]:
        """The digest as `--format json` shows it."""
        return asdict(self)

    def stories(self) -> Iterator[Story]:
        """Its stories in the order in which they are shown."""
        for section in self.sections:
            yield from section.stories

    def articles(self) -> Iterator[Article]:
        """Its articles in the order in which they are shown."""
        for story in self.stories():
            yield from story.articles
