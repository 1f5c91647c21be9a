"""How today's stories go on with those of earlier digests."""

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
    """How a story stands to the earlier digests: the id that it keeps, and what has become of it."""

    id: str | None
    status: StoryStatus


class EarlierDigests:
    """The digests that stories are compared with.

    Args:
        digests: the latest first.

    `date` is that of the latest.
    """

    def __init__(self, digests: Sequence[Digest]) -> None:
        self._latest = list(digests[0].stories()) if digests else []
        stories: dict[str, Story] = {}
        for digest in digests:
            for story in digest.stories():
                stories.setdefault(story.id, story)
        self._stories = list(stories.values())
        self._known = {a.content for digest in digests for story in digest.stories() for a in story.articles}
        self.date = digests[0].date if digests else None

    def has(self, content: str) -> bool:
        """Whether they have an article, in this very wording, wherever it came from."""
        return content in self._known

    def continuations(self, stories: Sequence[StoryArticles], language: str, translated: bool) -> list[Continuation]:
        """What each story goes on with; no two go on with the same one.

        Args:
            stories: today's.
            language: language code of the texts that are compared.
            translated: whether these are the translations.
        """
        if self.date is None:
            return [Continuation(None, "") for _ in stories]
        pairs = self._pairs(stories, language, translated) if stories and self._stories else []
        taken: dict[int, Story] = {}
        for _, place, earlier in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
            if place not in taken and self._stories[earlier] not in taken.values():
                taken[place] = self._stories[earlier]
        return [self._continuation(story, taken.get(place)) for place, story in enumerate(stories)]

    def _continuation(self, story: StoryArticles, earlier: Story | None) -> Continuation:
        if earlier is None:
            return Continuation(None, "new")
        moved = not all(self.has(article.content) for article in story.articles)
        return Continuation(earlier.id, "moved on" if moved else "unchanged")

    def _pairs(self, stories: Sequence[StoryArticles], language: str, translated: bool) -> list[tuple[float, int, int]]:
        """Similarity, place here and place there of the stories that are about the same event."""
        now = [(place, a) for place, story in enumerate(stories) for a in story.articles]
        then = [(place, a) for place, story in enumerate(self._stories) for a in story.articles]
        texts = [a.paragraphs(translated) for _, a in now] + [paragraphs_of(a.briefing, translated) for _, a in then]
        days = [a.day for _, a in now] + [day_of(a.briefing.metadata.date) for _, a in then]
        similar = similarities(without_furniture(texts), days, language)
        found = []
        for place, story in enumerate(stories):
            rows = [row for row, (owner, _) in enumerate(now) if owner == place]
            own = {article.content for article in story.articles} | {article.identity for article in story.articles}
            for other, earlier in enumerate(self._stories):
                columns = [len(now) + n for n, (owner, _) in enumerate(then) if owner == other]
                shared = any(article.content in own or article.identity in own for article in earlier.articles)
                mean = float(similar[rows][:, columns].mean())
                if shared or mean >= SAME_EVENT.of(len(rows), len(columns)):
                    found.append((mean + shared * _SHARED_ARTICLE, place, other))
        return found

    def quiet(self, continued: Sequence[Continuation]) -> tuple[QuietStory, ...]:
        """The stories of the latest digest that none goes on with."""
        kept = {each.id for each in continued}
        return tuple(
            QuietStory(story.id, story.headline.source, story.headline.target, story.last_date)
            for story in self._latest
            if story.id not in kept
        )
