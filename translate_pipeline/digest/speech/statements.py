"""The sentences of a passage, those together over which a quotation goes on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from translate_pipeline.briefing.model import SentencePair
from translate_pipeline.digest.passages import Passage, joined
from translate_pipeline.digest.speech.quoted_text import QuotedSpan, dash_speech, has_open_quotation, quoted_spans

_MOST_SENTENCES = 8
# Longer sentences are tables and data.
_MOST_CHARACTERS = 6000
_HAS_MARK = re.compile(r"[\"“«„‘']")
_GOES_ON = re.compile(r"[,;]|[a-záéíóúñ]")


@dataclass(frozen=True)
class Statement:
    """A sentence with what it quotes, or several where a quotation goes on from one to the next.

    Args:
        pair: the sentences as one.
        quotations: what they quote, in order.
        dash: the dash that stands before the first of them, if speech begins with one.
    """

    pair: SentencePair
    quotations: Sequence[QuotedSpan]
    dash: str = ""

    def quoted(self, start: int, end: int) -> str:
        """What is quoted between two offsets, with its marks."""
        return f"{self.dash if start == 0 else ''}{self.pair.source[start:end]}"


def statements(passage: Passage) -> Iterator[Statement]:
    """The statements of a passage, in order; what is too long to be prose is left out."""
    start = 0
    dialogue = _dash_statement(passage)
    if dialogue is not None:
        statement, start = dialogue
        yield statement
    while start < len(passage.pairs):
        end = _end_of_quotation(passage.pairs, start, passage.language)
        while end < len(passage.pairs) and _GOES_ON.match(passage.pairs[end].source):
            end += 1
        pair = joined(passage.pairs[start:end])
        if len(pair.source) <= _MOST_CHARACTERS:
            yield Statement(pair, quoted_spans(pair.source, passage.language))
        start = end


def _end_of_quotation(pairs: Sequence[SentencePair], start: int, language: str) -> int:
    """The place behind the sentence in which the quotations that begin in a sentence end."""
    if not _HAS_MARK.search(pairs[start].source):
        return start + 1
    text = ""
    for end in range(start, min(start + _MOST_SENTENCES, len(pairs))):
        text += pairs[end].source + " "
        if not has_open_quotation(text, language):
            return end + 1
    return start + 1


def _dash_statement(passage: Passage) -> tuple[Statement, int] | None:
    """What a passage begins with if that is speech behind a dash, as in Spanish, and the place behind it."""
    dash = passage.prefix.strip()
    if dash != "—" or passage.language[:2] != "es" or len(passage.pairs[0].source) > _MOST_CHARACTERS:
        return None
    for end in range(1, min(_MOST_SENTENCES, len(passage.pairs)) + 1):
        pair = joined(passage.pairs[:end])
        span = dash_speech(pair.source)
        if span is not None:
            return Statement(pair, [span], dash), end
    return None
