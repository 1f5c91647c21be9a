"""What articles of one story count differently."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from translate_pipeline.digest.counts import COUNTED_LANGUAGES, Count, counts_in
from translate_pipeline.digest.counts.interval import Interval
from translate_pipeline.digest.dates import publication
from translate_pipeline.digest.model import Article, Citation, Disagreement, ReportedFigure
from translate_pipeline.digest.passages import passages

# Words that two sentences must share to tell of the same thing, besides what they count.
_SHARED_OF_FATE = 2
_SHARED_OF_NOUN = 3
_SHARE_OF_NOUN = 0.5
# News of later days counts what has happened since.
_DAYS_APART = timedelta(days=2)


@dataclass(frozen=True)
class _Reported:
    """A count, and the sentence of an article that reports it."""

    count: Count
    citation: Citation
    published: date | None


def disagreements(articles: Sequence[Article]) -> tuple[Disagreement, ...]:
    """What the articles of one story count differently, in the order in which they tell of it.

    Two counts differ only where no number fits both: 12 and 15 do, `al menos 12` and 15 do not. They are of the same
    thing where what is counted, the place, the day and the words around agree as far as they are told. An article
    that itself has several numbers for it is not set against others, and articles are compared within one language.

    Args:
        articles: articles in Spanish and in English about one event; those in other languages are passed over.
    """
    reports: dict[tuple[str, tuple[str, ...]], list[_Reported]] = defaultdict(list)
    for article in {article.content: article for article in reversed(articles)}.values():
        for language, reported in _reports_of(article):
            reports[language, reported.count.kind].append(reported)
    order = {article.id: place for place, article in enumerate(articles)}
    found = []
    for same_kind in reports.values():
        same_kind.sort(key=lambda reported: order[reported.citation.article])
        found += _disagreements_among(same_kind)
    return tuple(sorted(found, key=lambda one: order[one.figures[0].citations[0].article]))


def _reports_of(article: Article) -> Iterator[tuple[str, _Reported]]:
    published = publication(article.briefing.metadata.date)
    for passage in passages(article.briefing):
        language = passage.language[:2]
        if language not in COUNTED_LANGUAGES or passage.is_later_heading:
            continue
        for pair in passage.pairs:
            for count in counts_in(pair.source, language, published):
                yield language, _Reported(count, Citation(article.id, pair), published and published.day)


def _disagreements_among(reports: Sequence[_Reported]) -> Iterator[Disagreement]:
    """The disagreements among counts of one kind: groups in which all are of the same thing."""
    left = list(reports)
    for first in reports:
        others = [other for other in left if _disagree(first, other, reports)]
        if first not in left or not others:
            continue
        group = [first]
        for one in [*others, *left]:
            if one not in group and _belongs(one, group, reports):
                group.append(one)
        left = [one for one in left if one not in group]
        yield _disagreement([one for one in reports if one in group])


def _belongs(one: _Reported, group: Sequence[_Reported], reports: Sequence[_Reported]) -> bool:
    """Whether a count is of the same thing as all those of a group, and agrees with or contradicts each of them."""
    return all(_disagree(one, member, reports) or _agree(one, member) for member in group)


def _disagreement(group: Sequence[_Reported]) -> Disagreement:
    figures: dict[tuple[Fraction, Interval], dict[str, _Reported]] = {}
    for reported in group:
        figures.setdefault((reported.count.value, reported.count.interval), {}).setdefault(
            reported.citation.article, reported
        )
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
    if not (a.names | a.places.stems) & (b.names | b.places.stems):
        return False
    shared = a.context & b.context
    if a.is_fate:
        return len(shared) >= _SHARED_OF_FATE
    fewest = min(len(a.context), len(b.context))
    return (
        a.subject == b.subject
        and bool(a.names & b.names)
        and len(shared) >= max(_SHARED_OF_NOUN, _SHARE_OF_NOUN * fewest)
    )


def _are_told_apart(a: Count, b: Count) -> bool:
    """Whether two counts are of other places, days or names."""
    named, other_named = a.places.named, b.places.named
    return (
        (named != other_named and bool(named and other_named))
        or (a.subject != b.subject and bool(a.subject and b.subject))
        or _are_disjoint(a.places.stems, b.places.stems)
        or _are_disjoint(a.names, b.names)
        or _are_disjoint(a.days, b.days)
        or _are_disjoint(a.weekdays, b.weekdays)
    )


def _are_disjoint(first: Set[object], second: Set[object]) -> bool:
    """Whether two sets that both have something have nothing in common."""
    return bool(first and second) and first.isdisjoint(second)


def _are_days_apart(one: _Reported, other: _Reported) -> bool:
    if one.published is None or other.published is None:
        return False
    return abs(one.published - other.published) > _DAYS_APART
