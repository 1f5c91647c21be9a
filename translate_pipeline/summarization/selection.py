"""Chooses summary sentences from their scores, within a length."""

from __future__ import annotations

from collections.abc import Sequence

from translate_pipeline.config import SummarySettings


def wanted_count(total: int, settings: SummarySettings) -> int:
    """How many of `total` sentences a summary has: at least one, at most all."""
    wanted = round(total * settings.ratio) if settings.ratio is not None else settings.sentences
    return min(total, max(1, wanted))


def select(scores: Sequence[float], words: Sequence[int], settings: SummarySettings) -> list[int]:
    """The places of the chosen sentences, in document order.

    Args:
        scores: a score for each sentence; of two equal ones the earlier sentence is better.
        words: each sentence's length in words.
        settings: the summary's length; with `max_words`, sentences that do not fit are passed over, but the
            best one is always taken.
    """
    ranked = sorted(range(len(scores)), key=lambda place: (-scores[place], place))
    chosen: list[int] = []
    used = 0
    for place in ranked:
        if len(chosen) == wanted_count(len(scores), settings):
            break
        if chosen and settings.max_words is not None and used + words[place] > settings.max_words:
            continue
        chosen.append(place)
        used += words[place]
    return sorted(chosen)
