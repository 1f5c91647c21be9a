"""What a digest is to hold."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from translate_pipeline.digest.model import Shown
from translate_pipeline.digest.stories.topics import Topic


@dataclass(frozen=True)
class DigestOptions:
    """What a digest is to hold.

    Args:
        date: its day or moment, ISO 8601.
        title: its title.
        since: articles that were published before are left out; those of unknown date are kept.
        most_stories: how many stories are shown at most; None shows all.
        sentences: how many sentences a story of several articles is told in at most.
        topics: its sections by topic; stories on none of them come last.
        shown: which side is shown.
        settings: names and values of what else decides its content, for its signature.
    """

    date: str
    title: str = "News briefing"
    since: datetime | None = None
    most_stories: int | None = None
    sentences: int = 5
    topics: tuple[Topic, ...] = ()
    shown: Shown = "both"
    settings: tuple[tuple[str, str], ...] = ()
