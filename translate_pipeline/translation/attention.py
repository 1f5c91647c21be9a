"""The decoder's attention as word alignment: which words of a hypothesis look at which pieces of the source."""

from __future__ import annotations

from collections.abc import Sequence

from translate_pipeline.translation.engine import Hypothesis

_WORD_START = "▁"


def word_pieces(pieces: Sequence[str]) -> list[tuple[int, int]]:
    """First piece and end of each word of a hypothesis."""
    if not pieces:
        return []
    starts = [i for i, piece in enumerate(pieces) if i == 0 or piece.startswith(_WORD_START)]
    return list(zip(starts, [*starts[1:], len(pieces)], strict=True))


def words_with_attention(hypothesis: Hypothesis) -> list[str] | None:
    """The words of a hypothesis, one for each of its `word_pieces`; None without attention or where they differ."""
    words = hypothesis.text.split(" ")
    if hypothesis.read_attention is None or len(words) != len(word_pieces(hypothesis.pieces)):
        return None
    return words


def attention_shares(hypothesis: Hypothesis, first: int, end: int) -> list[float]:
    """For each word of a hypothesis, the share of its attention that source pieces `first` to `end` have."""
    by_piece = hypothesis.attention[:, first:end].sum(axis=1).tolist()
    return [sum(by_piece[begin:stop]) / (stop - begin) for begin, stop in word_pieces(hypothesis.pieces)]


def run_around(shares: Sequence[float], place: int, least: float) -> tuple[int, int]:
    """The run of words around a place whose shares are at least `least`: first word and end."""
    left, right = place, place + 1
    while left > 0 and shares[left - 1] >= least:
        left -= 1
    while right < len(shares) and shares[right] >= least:
        right += 1
    return left, right
