"""Makes a digest: reads, groups, translates what is shown, finds what stands in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from translate_pipeline.briefing.model import Briefing, SentencePair
from translate_pipeline.digest.disagreements import disagreements
from translate_pipeline.digest.mentions import mentions
from translate_pipeline.digest.model import Article, Copy, Digest, DigestSignature, InputHash, Section, Story
from translate_pipeline.digest.options import DigestOptions
from translate_pipeline.digest.quotations import quotations
from translate_pipeline.digest.stories.continuity import Continuation, EarlierDigests
from translate_pipeline.digest.stories.copies import originals
from translate_pipeline.digest.stories.grouping import group_by_event
from translate_pipeline.digest.stories.story_articles import SourceArticle, StoryArticles
from translate_pipeline.digest.stories.summary import story_summary
from translate_pipeline.digest.stories.topics import topic_of
from translate_pipeline.digest.timeline import timeline
from translate_pipeline.errors import TsumError
from translate_pipeline.pipeline import Pipeline, version
from translate_pipeline.readers.collections.base import Entry
from translate_pipeline.readers.collections.publication import is_before, modified

OnError = Callable[[Entry, TsumError], None]


def make_digest(
    pipeline: Pipeline,
    entries: Iterable[Entry],
    options: DigestOptions,
    earlier: Sequence[Digest] = (),
    on_error: OnError | None = None,
) -> Digest:
    """A digest of articles.

    Args:
        pipeline: translates and summarises.
        entries: the articles; those of one identity and text count once.
        options: what it is to hold.
        earlier: the digests before it, which its stories are compared with, the latest first.
        on_error: gets an article that failed and why, and the others go on; without it the error is raised.

    Raises:
        TsumError: what a user can mend.
    """
    return _Making(pipeline, options, EarlierDigests(earlier), on_error).digest(entries)


@dataclass(frozen=True)
class _Found:
    """A story with what has become of it since the previous digest."""

    articles: StoryArticles
    continuation: Continuation


class _Making:
    def __init__(
        self, pipeline: Pipeline, options: DigestOptions, earlier: EarlierDigests, on_error: OnError | None
    ) -> None:
        self._pipeline, self._options, self._earlier = pipeline, options, earlier
        self._on_error = on_error

    def digest(self, entries: Iterable[Entry]) -> Digest:
        read = list(self._read(entries))
        languages = Counter(_language(each) for each in read)
        # Articles in several languages have only their translations in common.
        translated = len(languages) > 1
        if translated:
            read = self._translated(read)
        language = self._pipeline.settings.to if translated else next(iter(languages), "es")
        found = self._found(read, language, translated)
        shown = found[: self._options.most_stories]
        if not translated:
            shown = self._translated_stories(shown)
        sections = self._sections(shown)
        articles = [article for section in sections for story in section.stories for article in story.articles]
        return Digest(
            title=self._options.title,
            date=self._options.date,
            source_languages=tuple(code for code, _ in languages.most_common()),
            target_language=self._pipeline.settings.to,
            shown=self._options.shown,
            sections=sections,
            mentions=mentions(articles),
            quotations=quotations(articles),
            timeline=timeline(articles),
            quiet=self._earlier.quiet([each.continuation for each in found]),
            since=self._earlier.date,
            left_out=len(found) - len(shown),
            notes=tuple(self._notes(articles)),
            signature=self._signature(read, articles),
        )

    def _read(self, entries: Iterable[Entry]) -> Iterator[SourceArticle]:
        """The articles, read and cut into sentences, each identity once and none from before."""
        seen = set()
        for entry in entries:
            if is_before(entry.date, self._options.since):
                continue
            try:
                document = self._pipeline.prepare(entry)
            except TsumError as error:
                self._failed(entry, error)
                continue
            if document.metadata.date is None and entry.date is not None:
                document.metadata = replace(document.metadata, date=entry.date)
            published = entry.date or document.metadata.date or modified(entry)
            article = SourceArticle(document, entry, document.fingerprint)
            known_by = article.identity, article.content
            if known_by not in seen and not is_before(published, self._options.since):
                seen.add(known_by)
                yield article

    def _failed(self, entry: Entry, error: TsumError) -> None:
        if self._on_error is None:
            raise error
        self._on_error(entry, error)

    def _translated(self, articles: Sequence[SourceArticle]) -> list[SourceArticle]:
        """The articles with their translations; those that cannot be translated are left out."""
        failed: dict[int, TsumError] = {}
        documents = [article.document for article in articles]
        self._pipeline.translate_documents(documents, lambda document, error: failed.update({id(document): error}))
        for article in articles:
            if id(article.document) in failed:
                self._failed(article.entry, failed[id(article.document)])
        return [article for article in articles if id(article.document) not in failed]

    def _translated_stories(self, stories: Sequence[_Found]) -> list[_Found]:
        """The stories with the translations of their articles, without the articles that cannot be translated."""
        good = {id(a) for a in self._translated([a for story in stories for a in story.articles.articles])}
        kept = [(story, tuple(a for a in story.articles.articles if id(a) in good)) for story in stories]
        return [replace(story, articles=StoryArticles(articles)) for story, articles in kept if articles]

    def _found(self, articles: Sequence[SourceArticle], language: str, translated: bool) -> list[_Found]:
        """The stories of the articles, the most important first."""
        distinct = _folded(articles, translated)
        texts = [article.paragraphs(translated) for article in distinct]
        groups = group_by_event(texts, [article.day for article in distinct], language)
        stories = [StoryArticles(tuple(distinct[place] for place in group)) for group in groups]
        continuations = self._earlier.continuations(stories, language, translated)
        today = date.fromisoformat(self._options.date[:10])
        found = [_Found(story, each) for story, each in zip(stories, continuations, strict=True)]
        return sorted(found, key=lambda each: (-each.articles.importance(today), each.articles.id))

    def _sections(self, stories: Sequence[_Found]) -> tuple[Section, ...]:
        """The stories by topic, with their articles numbered in that order."""
        number = 0
        sections = []
        for name, members in self._by_topic(stories).items():
            made = []
            for found in members:
                made.append(self._story(found, number))
                number += len(found.articles.articles)
            sections += [Section(name, tuple(made))] if made else []
        return tuple(sections)

    def _by_topic(self, stories: Sequence[_Found]) -> dict[str, list[_Found]]:
        """The stories of each topic by its name, then those of none."""
        topics = self._options.topics
        if not topics:
            return {"": list(stories)}
        by_topic: dict[str, list[_Found]] = {name: [] for name in (*(t.name for t in topics), "")}
        for found in stories:
            documents = [article.document for article in found.articles.articles]
            titles = [d.title for d in documents if d.title]
            topic = topic_of(
                "\n".join(f"{title.text}\n{title.translation}" for title in titles),
                "\n".join(f"{document.source_text}\n{document.translated_text}" for document in documents),
                topics,
            )
            by_topic[topic.name if topic else ""].append(found)
        return by_topic

    def _story(self, found: _Found, number: int) -> Story:
        """A story whose first article has the number after `number`."""
        source = found.articles
        articles = tuple(self._article(article, number + n) for n, article in enumerate(source.articles, 1))
        dates = source.dates
        return Story(
            id=found.continuation.id or source.id,
            headline=_headline(articles),
            status=found.continuation.status,
            sources=source.sources,
            first_date=dates[0] if dates else None,
            last_date=dates[-1] if dates else None,
            summary=story_summary(articles, self._options.sentences),
            articles=articles,
            disagreements=disagreements(articles),
        )

    def _article(self, article: SourceArticle, number: int) -> Article:
        briefing = replace(self._pipeline.brief(article.document), name=article.name)
        return Article(
            id=f"a{number}",
            briefing=briefing,
            identity=article.identity,
            content=article.content,
            is_new=self._earlier.date is not None and not self._earlier.has(article.content),
            copies=tuple(_copy(each) for each in article.copies),
        )

    def _notes(self, articles: Sequence[Article]) -> Iterator[str]:
        if not articles:
            since = self._options.since
            yield f"no article was published since {since:%Y-%m-%d %H:%M}" if since else "no article was found"
        for article in articles:
            for note in article.briefing.notes:
                yield f"{article.briefing.name}: {note}"

    def _signature(self, read: Sequence[SourceArticle], articles: Sequence[Article]) -> DigestSignature:
        signatures = [article.briefing.signature for article in articles]
        scores = self._pipeline.package_scores()
        packages = dict.fromkeys(package for each in signatures for package in each.packages)
        return DigestSignature(
            tsum=version(),
            packages=tuple(", ".join(filter(None, (name, scores.get(name)))) for name in packages),
            beam=next((each.beam for each in signatures if each.beam is not None), None),
            glossaries=tuple(dict.fromkeys(each.glossary for each in signatures if each.glossary)),
            settings=self._options.settings,
            inputs=tuple(InputHash(article.name, article.content) for article in read),
        )


def _language(article: SourceArticle) -> str:
    language = article.document.language
    return (language and language.code) or "und"


def _folded(articles: Sequence[SourceArticle], translated: bool) -> list[SourceArticle]:
    """The articles with their near-duplicates folded into them."""
    into = originals(["\n".join(article.paragraphs(translated)) for article in articles])
    kept = []
    for place, article in enumerate(articles):
        if into[place] == place:
            copies = tuple(other for n, other in enumerate(articles) if into[n] == place and n != place)
            kept.append(replace(article, copies=copies))
    return kept


def _copy(article: SourceArticle) -> Copy:
    metadata = article.document.metadata
    return Copy(article.name, metadata.source, metadata.date, metadata.url)


def _headline(articles: Sequence[Article]) -> SentencePair:
    """The title of the latest article that has one, of several the most typical; else its first sentence."""
    titled = [article.briefing for article in articles if article.briefing.title]
    latest = max(titled, key=lambda briefing: briefing.metadata.date or "", default=None)
    return latest.title if latest is not None and latest.title else _first_sentence(articles[0].briefing)


def _first_sentence(briefing: Briefing) -> SentencePair:
    shown = [*briefing.summary, *(pair for paragraph in briefing.paragraphs for pair in paragraph.sentences)]
    return shown[0]
