"""Cuts a sentence that is too long for the model at clause boundaries."""

from __future__ import annotations

import re
from collections.abc import Callable

# Where a cut hurts least, best first: after ; and :, before a conjunction after a comma, after a comma,
# before a conjunction, at any space.
_BOUNDARIES = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?<=[;:…])\s+|(?<=[.!?])\s+",
        r"(?<=,)\s+(?=(?:y|e|o|u|pero|sino|aunque|porque|mientras|cuando|donde|como|que|quien(?:es)?|cuy[oa]s?|"
        r"según|para|and|or|but|because|while|when|where|which|who|et|mais|und|aber|e|ma)\b)",
        r"(?<=,)\s+",
        r"\s+(?=(?:y|pero|sino|aunque|porque|mientras|cuando|que|según|para|and|but|because|while|which)\b)",
        r"\s+",
    )
)


def _halves(text: str) -> tuple[str, str] | None:
    middle = len(text) / 2
    for boundary in _BOUNDARIES:
        cuts = [m for m in boundary.finditer(text) if 0.2 * len(text) <= m.start() and m.end() <= 0.8 * len(text)]
        if cuts:
            cut = min(cuts, key=lambda m: abs(m.start() - middle))
            return text[: cut.start()], text[cut.end() :]
    first, _, rest = text.partition(" ")
    return (first, rest) if first and rest else None


def _windows(text: str, limit: int) -> list[str]:
    """Text without usable boundaries, or far too long, in runs of words of at most about `limit` pieces."""
    words = [word[i : i + 4 * limit] for word in text.split() for i in range(0, len(word), 4 * limit)]
    windows: list[str] = []
    current: list[str] = []
    size = 0
    for word in words:
        size += len(word) + 1
        if current and (size > 4 * limit or (size > 2 * limit and current[-1][-1] in ";:,.")):
            windows.append(" ".join(current))
            current, size = [], len(word) + 1
        current.append(word)
    return [*windows, " ".join(current)] if current else windows


def split_clauses(text: str, count_pieces: Callable[[str], int], limit: int) -> list[str]:
    """Cuts `text` into clauses of at most `limit` pieces; joined by spaces they are the text again.

    Args:
        text: one sentence.
        count_pieces: how many pieces the package's tokenizer makes of a text.
        limit: the most pieces of a clause.
    """
    if len(text) > 40 * limit:
        return [clause for window in _windows(text, limit) for clause in split_clauses(window, count_pieces, limit)]
    if count_pieces(text) <= limit:
        return [text]
    halves = _halves(text)
    if halves is None:
        half = len(text) // 2
        halves = text[:half], text[half:]
        if half < 1:
            return [text]
    return [clause for half_text in halves for clause in split_clauses(half_text, count_pieces, limit)]
