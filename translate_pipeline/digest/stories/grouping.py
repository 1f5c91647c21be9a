"""Which articles report one event."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from translate_pipeline.digest.stories.clustering import Threshold, clusters
from translate_pipeline.digest.stories.similarity import similarities, without_furniture

# `python -m benchmarks.stories` measures what it finds.
SAME_EVENT = Threshold(pair=0.20, group=0.18)


def group_by_event(texts: Sequence[Sequence[str]], days: Sequence[date | None], language: str) -> list[list[int]]:
    """The places of the articles of each story, the most typical first.

    Args:
        texts: the paragraphs of each article, its title among them.
        days: when each was published.
        language: language code of all texts.
    """
    if len(texts) < 2:
        return [[place] for place in range(len(texts))]
    similar = similarities(without_furniture(texts), days, language)
    return [
        sorted(group, key=lambda place: (-similar[place, group].sum(), place))
        for group in clusters(similar, SAME_EVENT)
    ]
