"""`--every` and `--at … --on`: times as a person says them, made into cron expressions."""

from __future__ import annotations

import re

from translate_pipeline.errors import UsageError
from translate_pipeline.scheduling.expression import DAY_NAMES, CronExpression, cron_expression

_MINUTES_IN = {"m": 1, "h": 60, "d": 24 * 60}
_HOUR, _DAY = _MINUTES_IN["h"], _MINUTES_IN["d"]
_EVEN = "use 1m, 2m, 3m, 4m, 5m, 6m, 10m, 12m, 15m, 20m, 30m, 1h, 2h, 3h, 4h, 6h, 8h, 12h or 1d"
_FULL_DAY_NAMES = ("sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday")


def every(interval: str) -> CronExpression:
    """The expression for an interval such as `10m`, `1h` or `1d`, counted from midnight.

    Raises:
        UsageError: it is no interval, or one that cron cannot keep evenly through the day.
    """
    match = re.fullmatch(r"(\d{1,6})([mhd])", interval.strip().casefold(), re.ASCII)
    if match is None:
        raise UsageError(f"--every {interval!r} is no interval: {_EVEN}")
    minutes = int(match[1]) * _MINUTES_IN[match[2]]
    if 0 < minutes < _HOUR and _HOUR % minutes == 0:
        return cron_expression("* * * * *" if minutes == 1 else f"*/{minutes} * * * *")
    if 0 < minutes < _DAY and _DAY % minutes == 0 and minutes % _HOUR == 0:
        return cron_expression("0 * * * *" if minutes == _HOUR else f"0 */{minutes // _HOUR} * * *")
    if minutes == _DAY:
        return cron_expression("0 0 * * *")
    longer = ", or --at 06:30 --on mon for a day of the week" if minutes > _DAY else ""
    raise UsageError(f"--every {interval}: cron has no even interval of that length: {_EVEN}{longer}")


def at(time: str, on: str | None = None) -> CronExpression:
    """The expression for a time of day such as `06:30`, on all days or on some, such as `mon-fri` or `tue,sat`.

    Raises:
        UsageError: it is no time of day, or a day is unknown.
    """
    match = re.fullmatch(r"([01]?\d|2[0-3]):([0-5]\d)", time.strip(), re.ASCII)
    if match is None:
        raise UsageError(f"--at {time!r} is no time of day: use 00:00 to 23:59")
    days = "*" if on is None else _weekdays(on)
    return cron_expression(f"{int(match[2])} {int(match[1])} * * {days}")


def _weekdays(on: str) -> str:
    """Days as cron's numbers; a range may go over the end of the week, which cron's own may not."""
    chosen: set[int] = set()
    for part in on.split(","):
        first, dash, last = (text.strip() for text in part.partition("-"))
        begin = _weekday(first, on)
        end = _weekday(last, on) if dash else begin
        chosen.update((begin + offset) % 7 for offset in range((end - begin) % 7 + 1))
    if len(chosen) == len(DAY_NAMES):
        return "*"
    ordered = sorted(chosen)
    adjoining = len(ordered) > 2 and ordered == list(range(ordered[0], ordered[-1] + 1))
    return f"{ordered[0]}-{ordered[-1]}" if adjoining else ",".join(map(str, ordered))


def _weekday(name: str, on: str) -> int:
    for names in (DAY_NAMES, _FULL_DAY_NAMES):
        if name.casefold() in names:
            return names.index(name.casefold())
    raise UsageError(f"--on {on!r}: {name!r} is no day: use {', '.join(DAY_NAMES)}, as in mon-fri or tue,sat")
