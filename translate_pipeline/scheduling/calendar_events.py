"""Cron expressions as systemd writes times: the calendar events of systemd.time(7)."""

from __future__ import annotations

from collections.abc import Set

from translate_pipeline.scheduling.expression import CronExpression

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def calendar_events(when: CronExpression) -> tuple[str, ...]:
    """The values of `OnCalendar=` that together come at the times of `when`.

    They are two where a day must fit only one of cron's two day fields, else one.
    """
    time = f"{_numbers(when.hours, 0, 23)}:{_numbers(when.minutes, 0, 59)}:00"
    months = _numbers(when.months, 1, 12)
    days, weekdays = _numbers(when.days, 1, 31), _weekdays(when.weekdays)
    if when.either_day:
        return f"*-{months}-{days} {time}", f"{weekdays}*-{months}-* {time}"
    return (f"{weekdays}*-{months}-{days} {time}",)


def _numbers(values: Set[int], least: int, most: int) -> str:
    ordered = sorted(values)
    first, last = ordered[0], ordered[-1]
    step = ordered[1] - first if len(ordered) > 1 else 0
    if ordered == list(range(least, most + 1)):
        return "*"
    if step == 1 and len(ordered) > 2 and ordered == list(range(first, last + 1)):
        return f"{first:02}..{last:02}"
    if len(ordered) > 2 and ordered == list(range(first, most + 1, step)):
        return f"{first:02}/{step}"
    return ",".join(f"{value:02}" for value in ordered)


def _weekdays(values: Set[int]) -> str:
    ordered = sorted((value - 1) % 7 for value in values)
    if len(ordered) == len(_DAYS):
        return ""
    if len(ordered) > 2 and ordered == list(range(ordered[0], ordered[-1] + 1)):
        return f"{_DAYS[ordered[0]]}..{_DAYS[ordered[-1]]} "
    return ",".join(_DAYS[value] for value in ordered) + " "
