"""Days of the calendar that a date may mean."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

# Farther from publication than this, the same day of the year before or after is nearly as likely.
_FARTHEST = timedelta(days=120)
# Days that stand for what happened on them years ago: attacks, a coup, a referendum.
_DAYS_OF_HISTORY = frozenset({(9, 11), (3, 11), (10, 7), (1, 6), (10, 1)})


def calendar_day(year: int, month: int, day: int) -> date | None:
    """A day, or None where the calendar has none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _years_around(published: date, month: int, day: int) -> list[date]:
    days = (calendar_day(published.year + offset, month, day) for offset in (-1, 0, 1))
    return [found for found in days if found]


def nearest_day(published: date, month: int, day: int) -> date | None:
    """The day without a year that is nearest to publication; None where that is not certain enough."""
    if (month, day) in _DAYS_OF_HISTORY:
        return None
    found = min(_years_around(published, month, day), key=lambda other: abs(other - published), default=None)
    return found if found and abs(found - published) <= _FARTHEST else None


def last_day(published: date, month: int, day: int) -> date | None:
    """The day without a year that publication comes after: `el pasado 3 de mayo`."""
    return max((found for found in _years_around(published, month, day) if found <= published), default=None)


def next_day(published: date, month: int, day: int) -> date | None:
    """The day without a year that is still to come: `el próximo 3 de mayo`."""
    return min((found for found in _years_around(published, month, day) if found >= published), default=None)


def weekday_before(published: date, weekday: int) -> date:
    """The last such day of the week before publication; Monday is 0."""
    return published - timedelta(days=(published.weekday() - weekday - 1) % 7 + 1)


def weekday_after(published: date, weekday: int) -> date:
    """The first such day of the week after publication; Monday is 0."""
    return published + timedelta(days=(weekday - published.weekday() - 1) % 7 + 1)


Resolver = Callable[[date, int, int], "date | None"]
