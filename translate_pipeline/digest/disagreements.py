"""What articles of one story count differently."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from translate_pipeline.checks.words import words_of
from translate_pipeline.digest.counts import COUNTED_LANGUAGES, Count, counts_in
from translate_pipeline.digest.counts.interval import Interval
from translate_pipeline.digest.dates import publication
from translate_pipeline.digest.model import Article, Citation, Disagreement, ReportedFigure
from translate_pipeline.digest.passages import passages
from translate_pipeline.names.vocabulary import begins_place

# Words that two sentences must share to tell of the same thing, besides what they count; a share of the shorter one.
_SHARED_OF_FATE, _SHARE_OF_FATE, _ENOUGH_OF_FATE = 2, 0.6, 4
_SHARED_OF_NOUN, _SHARE_OF_NOUN = 3, 0.5
# The title and the paragraph below it tell of the event as a whole.
_LEAD = 2
# What one article counts more often is looked at no further: it is a table or a list.
_MOST_OF_KIND = 10
# News of later days counts what has happened since.
_DAYS_APART = timedelta(days=2)


@dataclass(frozen=True)
class _Reported:
    """A count, the sentence of an article that reports it, and what the article is.

    Args:
        count, citation: the count and its sentence.
        is_in_lead: the sentence is of the title or of the paragraph below.
        published: the article's day.
        words: all words of the article, in lower case.
    """

    count: Count
    citation: Citation
    is_in_lead: bool
    published: date | None
    words: frozenset[str]

    def is_about(self, other: Count) -> bool:
        """Whether the article has the names in the sentence of another count."""
        return all(words_of(name) <= self.words for name in other.names)


def disagreements(articles: Sequence[Article]) -> tuple[Disagreement, ...]:
    """What the articles of one story count differently, in the order in which they tell of it.

    Two counts differ only where no number fits both: 12 and 15 do, `al menos 12` and 15 do not. They are of the same
    thing where what is counted, the place, the day and the words around agree as far as they are told. An article
    that itself has several numbers for it is not set against others, and articles are compared within one language.

    Args:
        articles: articles in Spanish and in English about one event; those in other languages are passed over.
    """
    reports: dict[tuple[str, tuple[str, ...]], list[_Reported]] = defaultdict(list)
    for article in _each_text_once(articles):
        for language, reported in _reports_of(article):
            same_kind = reports[language, reported.count.kind]
            if sum(one.citation.article == article.id for one in same_kind[-_MOST_OF_KIND:]) < _MOST_OF_KIND:
                same_kind.append(reported)
    order = {article.id: place for place, article in enumerate(articles)}
    found = [disagreement for same_kind in reports.values() for disagreement in _disagreements_among(same_kind)]
    return tuple(sorted(found, key=lambda one: order[one.figures[0].citations[0].article]))


def _each_text_once(articles: Sequence[Article]) -> list[Article]:
    seen: dict[str, Article] = {}
    for article in articles:
        seen.setdefault(article.content, article)
    return list(seen.values())


def _reports_of(article: Article) -> Iterator[tuple[str, _Reported]]:
    published = publication(article.briefing.metadata.date)
    day, text = published.day if published else None, passages(article.briefing)
    words = frozenset().union(*(words_of(pair.source) for passage in text for pair in passage.pairs))
    for place, passage in enumerate(text):
        language = passage.language[:2]
        if language not in COUNTED_LANGUAGES or passage.is_later_heading:
            continue
        for pair in passage.pairs:
            for count in counts_in(pair.source, language, published):
                yield language, _Reported(count, Citation(article.id, pair), place < _LEAD, day, words)


def _disagreements_among(reports: Sequence[_Reported]) -> Iterator[Disagreement]:
    """The disagreements among counts of one kind: groups in which all are of the same thing."""
    left = list(reports)
    for first in reports:
        others = [other for other in left if _disagree(first, other, reports)]
        if first not in left or not others:
            continue
        group = [first]
        for one in [*others, *left]:
            if one not in group and all(_disagree(one, m, reports) or _agree(one, m) for m in group):
                group.append(one)
        left = [one for one in left if one not in group]
        yield _disagreement([one for one in reports if one in group])


def _disagreement(group: Sequence[_Reported]) -> Disagreement:
    figures: dict[tuple[Fraction, Interval], dict[str, _Reported]] = {}
    for reported in group:
        same = figures.setdefault((reported.count.value, reported.count.interval), {})
        same.setdefault(reported.citation.article, reported)
    return Disagreement(
        group[0].count.noun,
        tuple(
            ReportedFigure(next(iter(same.values())).count.written, tuple(one.citation for one in same.values()))
            for same in figures.values()
        ),
    )


def _disagree(one: _Reported, other: _Reported, reports: Sequence[_Reported]) -> bool:
    """Whether two articles contradict each other, and neither of them itself."""
    if one.citation.article == other.citation.article or not one.count.interval.contradicts(other.count.interval):
        return False
    if not _are_of_same_thing(one, other):
        return False
    return not _is_ambiguous(one, other, reports) and not _is_ambiguous(other, one, reports)


def _is_ambiguous(one: _Reported, other: _Reported, reports: Sequence[_Reported]) -> bool:
    """Whether the article of one count has another number that may be of the same thing as the other count."""
    return any(
        rival.citation.article == one.citation.article
        and rival.count.value != one.count.value
        and (_are_of_same_thing(rival, other) or _are_of_same_thing(rival, one))
        for rival in reports
    )


def _agree(one: _Reported, other: _Reported) -> bool:
    return one.count.value == other.count.value and _are_of_same_thing(one, other)


def _are_of_same_thing(one: _Reported, other: _Reported) -> bool:
    """Whether nothing tells two counts of one kind apart, and enough ties them."""
    a, b = one.count, other.count
    if a.is_of_span != b.is_of_span or _are_days_apart(one, other) or _are_told_apart(a, b):
        return False
    if a.is_fate and _are_of_whole_event(one, other):
        return True
    if _are_disjoint(a.names, b.names) or not (a.names | a.places.stems) & (b.names | b.places.stems):
        return False
    shared, fewest = len(a.context & b.context), min(len(a.context), len(b.context))
    if a.is_fate:
        return shared >= max(_SHARED_OF_FATE, min(_ENOUGH_OF_FATE, _SHARE_OF_FATE * fewest))
    return a.subject == b.subject and bool(a.names) and shared >= max(_SHARED_OF_NOUN, _SHARE_OF_NOUN * fewest)


def _are_of_whole_event(one: _Reported, other: _Reported) -> bool:
    """Whether two articles tell at their beginning of the victims of one event, whose place both name.

    A country alone is no such place: two events of one day may be in it.
    """
    names = one.count.names | other.count.names
    return (
        one.is_in_lead
        and other.is_in_lead
        and one.is_about(other.count)
        and other.is_about(one.count)
        and any(not begins_place(name.split()) for name in names)
    )


def _are_days_apart(one: _Reported, other: _Reported) -> bool:
    if one.published is None or other.published is None:
        return False
    return abs(one.published - other.published) > _DAYS_APART


def _are_told_apart(a: Count, b: Count) -> bool:
    """Whether two counts are of other places, other people or other days."""
    named, other_named = a.places.named, b.places.named
    return (
        (named != other_named and bool(named and other_named))
        or (a.subject != b.subject and bool(a.subject and b.subject))
        or _are_disjoint(a.places.stems, b.places.stems)
        or _are_disjoint(a.days, b.days)
        or _are_disjoint(a.weekdays, b.weekdays)
    )


def _are_disjoint(first: Set[object], second: Set[object]) -> bool:
    """Whether two sets that both have something have nothing in common."""
    return bool(first and second) and first.isdisjoint(second)
