"""What happened on which day, across articles."""

from __future__ import annotations

import bisect
import functools
import math
import re
from collections.abc import Iterator, Sequence

from translate_pipeline.briefing.model import SentencePair
from translate_pipeline.checks.words import words_of
from translate_pipeline.digest.dates import DATED_LANGUAGES, WrittenDate, dates_in, publication, years_named
from translate_pipeline.digest.model import Article, Citation, DatedEvent
from translate_pipeline.digest.passages import Passage, passages
from translate_pipeline.digest.speech.quoted_text import quoted_spans

# Fewer words beside the date tell of no event.
_FEWEST_WORDS = 5
# Of the words of two sentences about one day; fewer in common, and they tell of different things.
_NEARLY_ALL = 0.75
_MOST_COMPARED = 200
_MARK = re.compile(r"[\"“«„]")
# An agency's dateline, and what a page says about itself: when they were written, not what happened.
_REST_OF_DATELINE = re.compile(r"[^.]{0,25}\)?\s?(?:\.\s?[-–—]|\s[-–—]{1,2}\s|\(\w+\)\s?[-–—.])")
_DATELINE_ENDS_WITHIN = 70
# What did not come about.
_UNREAL = re.compile(r"\bhubie[rs]a[ns]?\b|\b(?:would|could) have\b")
_ABOUT_PAGE = re.compile(
    r"\b(?:publicad[oa] (?:el|en)|actualizad[oa]|última actualización|publicación:|fecha:|edición (?:impresa|digital)"
    r"|published|updated|posted on)\b",
    re.IGNORECASE,
)


def timeline(articles: Sequence[Article]) -> tuple[DatedEvent, ...]:
    """The sentences that tell of a day, the earliest day first; those of one day in the order of their articles.

    A sentence stands once for each of its days. Of sentences about one day that say nearly the same the first is
    kept. What is left out because its day is not certain: `translate_pipeline.digest.dates.dates_in`.

    Args:
        articles: articles in Spanish and in English; those in other languages are passed over.
    """
    days: dict[str, list[DatedEvent]] = {}
    for article in articles:
        for event in _events_of(article):
            known = days.setdefault(event.day, [])
            if not any(_say_the_same(event, other) for other in known[-_MOST_COMPARED:]):
                known.append(event)
    return tuple(event for day in sorted(days) for event in days[day])


def _events_of(article: Article) -> Iterator[DatedEvent]:
    stated = publication(article.briefing.metadata.date)
    for passage in passages(article.briefing):
        published = None if passage.is_later_heading else stated
        if passage.language[:2] not in DATED_LANGUAGES:
            continue
        years = frozenset().union(*(years_named(pair.source) for pair in passage.pairs))
        speech = _Speech(passage)
        offset = 0
        for pair in passage.pairs:
            seen = set()
            for found in dates_in(pair.source, passage.language, published, years):
                day = found.day.isoformat()
                is_of_speech = found.is_relative and speech.has(offset + found.start)
                if day in seen or is_of_speech or not _tells_of_event(pair, found):
                    continue
                seen.add(day)
                yield DatedEvent(day, found.text, Citation(article.id, pair))
            offset += len(pair.source) + 1


class _Speech:
    """What others say in a passage: a date that counts from the day of speaking may be of another day there."""

    def __init__(self, passage: Passage) -> None:
        self._passage = passage

    @functools.cached_property
    def _spans(self) -> list[tuple[int, int]]:
        """Where it is quoted; a quotation that does not end, or whose marks are unclear, goes on to the end."""
        text = " ".join(pair.source for pair in self._passage.pairs)
        spans: list[tuple[int, int]] = list(quoted_spans(text, self._passage.language))
        unclear = _MARK.search(text, spans[-1][1] if spans else 0)
        return [*spans, (unclear.start(), len(text))] if unclear else spans

    def has(self, offset: int) -> bool:
        """Whether what stands at an offset into the passage is said by somebody."""
        place = bisect.bisect_right(self._spans, (offset, math.inf)) - 1
        return place >= 0 and offset < self._spans[place][1]


def _tells_of_event(pair: SentencePair, found: WrittenDate) -> bool:
    text = pair.source
    if len(text.split()) - len(found.text.split()) < _FEWEST_WORDS or _ABOUT_PAGE.search(text) or _UNREAL.search(text):
        return False
    return found.end > _DATELINE_ENDS_WITHIN or not _REST_OF_DATELINE.match(text, found.end)


def _say_the_same(event: DatedEvent, other: DatedEvent) -> bool:
    words, others = words_of(event.citation.pair.source), words_of(other.citation.pair.source)
    return len(words & others) >= _NEARLY_ALL * max(len(words), len(others))
