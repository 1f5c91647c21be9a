"""The next times at which a cron expression comes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone, tzinfo
from pathlib import Path

from translate_pipeline.scheduling.expression import CronExpression

# A 29 February that must be a certain day of the week can be 40 years off, where a century is no leap year.
_DAYS_AHEAD = 41 * 366


def system_zone() -> tzinfo:
    """The time zone that cron goes by, whatever TZ says in this shell."""
    from zoneinfo import ZoneInfo

    try:
        with Path("/etc/localtime").open("rb") as file:
            return ZoneInfo.from_file(file)
    except (OSError, ValueError):
        return timezone.utc


def next_runs(when: CronExpression, after: datetime) -> Iterator[datetime]:
    """The times of `when` after a moment, in its time zone.

    A time that a change of the clock skips is left out (cron catches up on it within minutes of the change), and one
    that comes twice is given once.
    """
    first = after.replace(tzinfo=None)
    for offset in range(_DAYS_AHEAD):
        day = first.date() + timedelta(days=offset)
        if not comes_on(when, day):
            continue
        for hour in sorted(when.hours):
            for minute in sorted(when.minutes):
                time = datetime(day.year, day.month, day.day, hour, minute)
                if time > first and _exists(aware := time.replace(tzinfo=after.tzinfo)):
                    yield aware


def comes_on(when: CronExpression, day: date) -> bool:
    """Whether the job runs on a day."""
    by_date, by_weekday = day.day in when.days, day.isoweekday() % 7 in when.weekdays
    return day.month in when.months and (by_date or by_weekday if when.either_day else by_date and by_weekday)


def _exists(time: datetime) -> bool:
    return time.astimezone(timezone.utc).astimezone(time.tzinfo).replace(tzinfo=None) == time.replace(tzinfo=None)
