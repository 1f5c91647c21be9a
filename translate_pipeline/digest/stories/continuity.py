"""How today's stories go on with those of the previous digest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from translate_pipeline.digest.model import Digest, QuietStory, Story, StoryStatus
from translate_pipeline.digest.stories.days import day_of
from translate_pipeline.digest.stories.grouping import SAME_EVENT
from translate_pipeline.digest.stories.similarity import similarities, without_furniture
from translate_pipeline.digest.stories.story_articles import StoryArticles, paragraphs_of

# More than any similarity: the same article is the same story.
_SHARED_ARTICLE = 2.0


@dataclass(frozen=True)
class Continuation:
    """How a story stands to the previous digest: the id that it keeps, and what has become of it."""

    id: str | None
    status: StoryStatus


class PreviousDigest:
    """The digest that stories are compared with."""

    def __init__(self, digest: Digest) -> None:
        self._stories = list(digest.stories())
        self._known = {(a.identity, a.content) for story in self._stories for a in story.articles}
        self.date = digest.date

    def has(self, identity: str, content: str) -> bool:
        """Whether it has an article, and in this very wording."""
        return (identity, content) in self._known

    def continuations(self, stories: Sequence[StoryArticles], language: str, translated: bool) -> list[Continuation]:
        """What each story goes on with; no two go on with the same one.

        Args:
            stories: today's.
            language: language code of the texts that are compared.
            translated: whether these are the translations.
        """
        if not stories or not self._stories:
            return [Continuation(None, "new") for _ in stories]
        pairs = self._pairs(stories, language, translated)
        taken: dict[int, Story] = {}
        for _, place, previous in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
            if place not in taken and self._stories[previous] not in taken.values():
                taken[place] = self._stories[previous]
        return [self._continuation(story, taken.get(place)) for place, story in enumerate(stories)]

    def _continuation(self, story: StoryArticles, previous: Story | None) -> Continuation:
        if previous is None:
            return Continuation(None, "new")
        moved = any(not self.has(article.entry.identity, article.content) for article in story.everything)
        return Continuation(previous.id, "moved on" if moved else "unchanged")

    def _pairs(self, stories: Sequence[StoryArticles], language: str, translated: bool) -> list[tuple[float, int, int]]:
        """Similarity, place here and place there of the stories that are about the same event."""
        now = [(place, a) for place, story in enumerate(stories) for a in story.everything]
        then = [(place, a) for place, story in enumerate(self._stories) for a in story.articles]
        texts = [a.paragraphs(translated) for _, a in now] + [paragraphs_of(a.briefing, translated) for _, a in then]
        days = [a.day for _, a in now] + [day_of(a.briefing.metadata.date) for _, a in then]
        similar = similarities(without_furniture(texts), days, language)
        found = []
        for place, story in enumerate(stories):
            rows = [row for row, (owner, _) in enumerate(now) if owner == place]
            identities = {article.entry.identity for article in story.everything}
            for other, previous in enumerate(self._stories):
                columns = [len(now) + n for n, (owner, _) in enumerate(then) if owner == other]
                shared = any(article.identity in identities for article in previous.articles)
                mean = float(similar[rows][:, columns].mean())
                if shared or mean >= SAME_EVENT:
                    found.append((mean + shared * _SHARED_ARTICLE, place, other))
        return found

    def quiet(self, continued: Sequence[Continuation]) -> tuple[QuietStory, ...]:
        """Its stories that none goes on with."""
        kept = {each.id for each in continued}
        return tuple(
            QuietStory(story.id, story.headline.source, story.headline.target, story.last_date)
            for story in self._stories
            if story.id not in kept
        )
