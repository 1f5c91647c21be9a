"""Dates in English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from translate_pipeline.checks.calendar_words import DAYS, MONTH_NUMBER
from translate_pipeline.digest.dates.calendar_day import calendar_day, nearest_day, weekday_before
from translate_pipeline.digest.dates.written_date import WrittenDate

_SHORT = {name[:3]: number for name, number in MONTH_NUMBER.items()}
_MONTH = "|".join((*MONTH_NUMBER, *(f"{short}t?\\b\\.?" for short in _SHORT if short != "May")))
_WEEKDAYS = {name: number for number, name in enumerate(DAYS)}
_WEEKDAY = "|".join(_WEEKDAYS)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_YEAR = (
    r"(?:,?\s+(?P<other_year>of\s+(?:the\s+)?\w+\s+year|\d{1,4}\s+(?:BC|BCE|AD|CE)\b)"
    r"|,?\s+(?:of\s+)?(?P<year>\d{4})(?![\d.,]*\d))?"
)
_MONTH_FIRST = re.compile(
    rf"(?<![\w-])(?:(?P<weekday>{_WEEKDAY}),?\s+)?(?P<month>{_MONTH})\s+(?P<day>{_DAY})(?!\d|[.,:]\d|\s*(?:[-–]|to)\s*\d)"
    rf"{_YEAR}"
)
_DAY_FIRST = re.compile(
    rf"(?<![\w/.,:-])(?:(?P<weekday>{_WEEKDAY}),?\s+)?(?P<day>{_DAY})(?:\s+of)?\s+(?P<month>{_MONTH})(?![\w-]){_YEAR}"
)
_NUMERIC = re.compile(
    r"(?<![\w/.,-])(?P<first>\d{1,2})(?P<mark>[/.-])(?P<second>\d{1,2})(?P=mark)(?P<year>\d{4})(?![\w/-])"
)
_EVERY_YEAR = re.compile(r"\b(?:every|each)\s+(?:year\s+on\s+)?$")
_FINITE = r"(?:\w+ed|said|told|will|met|held|began|won|took|made|gave|went|came)"
_BEHIND_PAST = re.compile(r"\b(?:\w+ed|was|were|began|met|held|won|took|made|said|died|fell|left)\s+(?:on\s+)?$")
# A day still to come is told of in other words than a day a year ago.
_COMING = re.compile(
    r"\b(?:will|would|shall|until|till|by|next|coming|upcoming|scheduled|expected|planned|plans|due|set|slated|deadline"
    r"|(?:is|are) to|to be|going to)\b"
)
_BEHIND_COMING = re.compile(r"\bwill\s+\w+(?:\s+\w+)?\s+(?:on\s+)?$")
_TODAY = re.compile(
    rf"(?:(?<=\bsaid\s)|(?<=\bannounced\s)|(?<=\bearlier\s)|(?<=\blater\s))today\b|\btoday(?=\s+{_FINITE}\b)"
)
_PAST_DAY = re.compile(r"\b(?:[Yy]esterday|[Ll]ast\s+night)\b(?!['’]s|\s+and\s+today)")
_NEAR = 60
_TOMORROW = re.compile(r"(?<!of )(?<!for )\btomorrow\b(?!['’]s)")
_LAST_WEEKDAY = re.compile(rf"\b[Ll]ast\s+(?P<weekday>{_WEEKDAY})\b")


def explicit_dates(text: str, published: date | None, years_nearby: frozenset[int]) -> Iterator[WrittenDate]:
    """Dates with a day and a month; in figures only where month and day cannot be exchanged.

    Args:
        text: a sentence.
        published: when the article was published; without it a date needs its year.
        years_nearby: years that the text around names; a date without a year may be of one of them.
    """
    for pattern in (_MONTH_FIRST, _DAY_FIRST):
        for match in pattern.finditer(text):
            day = _day_of(match, text[max(0, match.start() - 40) : match.start()], published, years_nearby)
            if day and (match["weekday"] is None or day.weekday() == _WEEKDAYS[match["weekday"]]):
                yield WrittenDate(day, match.group(), match.start(), match.end())
    for match in _NUMERIC.finditer(text):
        first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
        days = {calendar_day(year, first, second), calendar_day(year, second, first)} - {None}
        if len(days) == 1 and (only := days.pop()):
            yield WrittenDate(only, match.group(), match.start(), match.end())


def _day_of(match: re.Match[str], before: str, published: date | None, years_nearby: frozenset[int]) -> date | None:
    """The day that a date means; None where its year is open."""
    month, day = _SHORT[match["month"][:3]], int(re.sub(r"\D", "", match["day"]))
    if match["year"]:
        return calendar_day(int(match["year"]), month, day)
    if published is None or match["other_year"] or _EVERY_YEAR.search(before):
        return None
    found = nearest_day(published, month, day)
    if found is None or years_nearby - {found.year}:
        return None
    if found > published and (_BEHIND_PAST.search(before) or not _COMING.search(match.string)):
        return None
    return None if found < published and _BEHIND_COMING.search(before) else found


def relative_dates(text: str, published: date) -> Iterator[WrittenDate]:
    """Dates that count from the day of publication: `yesterday`, `last Tuesday`, `today` beside a verb.

    `next Tuesday` is left out: it may be the one of the week after.
    """
    for pattern, days in ((_PAST_DAY, -1), (_TODAY, 0), (_TOMORROW, 1)):
        for match in pattern.finditer(text):
            if days > 0 and not _COMING.search(text, max(0, match.start() - _NEAR), match.start()):
                continue
            yield WrittenDate(published + timedelta(days=days), match.group(), match.start(), match.end(), True)
    for match in _LAST_WEEKDAY.finditer(text):
        day = weekday_before(published, _WEEKDAYS[match["weekday"]])
        yield WrittenDate(day, match.group(), match.start(), match.end(), True)
