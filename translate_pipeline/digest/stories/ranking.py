"""How important a story is."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date

_HALF_LIFE_DAYS = 2.0
_MOST_DAYS = 4


def importance(sources: int, articles: int, days: Sequence[date], today: date) -> float:
    """A number that grows with the sources and articles of a story, with the days it lasts, and as it is recent.

    Args:
        sources: how many publishers report it.
        articles: how many articles there are, copies among them.
        days: when they were published, as far as that is known.
        today: the day of the digest.
    """
    age = max(0, (today - max(days)).days) if days else _HALF_LIFE_DAYS
    spread = min(_MOST_DAYS, (max(days) - min(days)).days) if days else 0
    recency: float = 0.5 ** (age / _HALF_LIFE_DAYS)
    return math.log2(1 + sources) + 0.5 * math.log2(1 + articles) + recency + 0.25 * spread
