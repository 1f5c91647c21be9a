"""Chooses summary sentences from their scores, within a length."""

from __future__ import annotations

from collections.abc import Sequence, Set

from translate_pipeline.config import SummarySettings
from translate_pipeline.summarization.content_words import share_within


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


def select_readable(
    scores: Sequence[float],
    words: Sequence[int],
    leaning: Sequence[bool],
    content: Sequence[Set[str]],
    redundancy: float,
    settings: SummarySettings,
) -> list[int]:
    """The places of sentences that read well together, in document order.

    A sentence that leans on the one before it is chosen only after that one, or when nothing else is left. A
    sentence that says again what is already chosen loses by it: maximal marginal relevance, Carbonell & Goldstein
    1998, doi:10.1145/290941.291025.

    Args:
        scores: a score for each sentence; of two equal ones the earlier sentence is better.
        words: each sentence's length in words.
        leaning: whether each sentence opens with a reference to the one before it; the first cannot.
        content: each sentence's content words.
        redundancy: what a sentence loses whose content words are all in one chosen sentence, on the scale of `scores`.
        settings: the summary's length, as in `select`.
    """
    left = list(range(len(scores)))
    worth = list(scores)
    chosen: set[int] = set()
    used = 0
    while left and len(chosen) < wanted_count(len(scores), settings):
        standing = [place for place in left if place == 0 or not leaning[place] or place - 1 in chosen]
        best = max(standing or left, key=lambda place: (worth[place], -place))
        chosen.add(best)
        used += words[best]
        left = [
            place
            for place in left
            if place != best and (settings.max_words is None or used + words[place] <= settings.max_words)
        ]
        for place in left:
            again = scores[place] - redundancy * share_within(content[place], content[best])
            worth[place] = min(worth[place], again)
    return sorted(chosen)
