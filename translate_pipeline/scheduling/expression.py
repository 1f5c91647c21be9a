"""Cron expressions: when a job runs, checked more strictly than cron itself checks it.

The syntax and its meaning are those of Debian's crontab(5). Cron takes some expressions for something else than was
meant, and says nothing: `10-5` never runs, `fri#1` runs every Friday, `*/90` runs every hour. They are refused here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NoReturn

from translate_pipeline.errors import UsageError

DAY_NAMES = ("sun", "mon", "tue", "wed", "thu", "fri", "sat")
_MONTH_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NICKNAMES = {
    "@yearly": "0 0 1 1 *",
    "@annually": "0 0 1 1 *",
    "@monthly": "0 0 1 * *",
    "@weekly": "0 0 * * 0",
    "@daily": "0 0 * * *",
    "@midnight": "0 0 * * *",
    "@hourly": "0 * * * *",
}
_LONGEST_MONTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_ELEMENT = re.compile(r"(?:(?P<star>\*)|(?P<first>\w+)(?:-(?P<last>\w+))?)(?:/(?P<step>\d+))?", re.ASCII)


@dataclass(frozen=True)
class _Field:
    name: str
    least: int
    most: int
    names: tuple[str, ...] = ()

    def values(self, text: str, expression: str) -> frozenset[int]:
        """The numbers that a field stands for."""
        return frozenset(value for element in text.split(",") for value in self._element(element, expression))

    def _element(self, text: str, expression: str) -> range:
        match = _ELEMENT.fullmatch(text)
        if match is None or (match["step"] and not match["star"] and not match["last"]):
            hint = f"write {text.partition('/')[0]}-{self.most}/{match['step']}" if match else "see `man 5 crontab`"
            self._refuse(text, expression, f"is no number, range or step: {hint}")
        if match["star"]:
            first, last = self.least, self.most
        else:
            first = self._number(match["first"], expression)
            last = first if match["last"] is None else self._number(match["last"], expression)
        if first > last:
            self._refuse(
                text, expression, f"ends before it begins, so that it never comes: {self._wrapped(first, last)}"
            )
        step = int(match["step"] or 1)
        if match["step"] and not 1 <= step <= last - first:
            self._refuse(text, expression, f"has a step that does not fit into {first} to {last}: make it smaller")
        return range(first, last + 1, step)

    def _number(self, text: str, expression: str) -> int:
        if text.casefold() in self.names:
            return self.names.index(text.casefold()) + self.least
        if not text.isdecimal() or not self.least <= int(text) <= self.most:
            names = f", or {self.names[0]} to {self.names[-1]}" if self.names else ""
            self._refuse(text, expression, f"is out of range: use {self.least} to {self.most}{names}")
        return int(text)

    def _wrapped(self, first: int, last: int) -> str:
        if self.names == DAY_NAMES and last == 0:
            return f"write {first}-7"
        head = f"{first}-{self.most}" if first < self.most else str(first)
        tail = f"{self.least}-{last}" if last > self.least else str(last)
        return f"write {head},{tail}"

    def _refuse(self, text: str, expression: str, reason: str) -> NoReturn:
        raise UsageError(f"--cron {expression!r}: {self.name} {text!r} {reason}")


_FIELDS = (
    _Field("the minute", 0, 59),
    _Field("the hour", 0, 23),
    _Field("the day of the month", 1, 31),
    _Field("the month", 1, 12, _MONTH_NAMES),
    _Field("the day of the week", 0, 7, DAY_NAMES),
)


@dataclass(frozen=True)
class CronExpression:
    """When a job runs.

    Args:
        text: it as cron reads it.
        minutes, hours, days, months: the values of the first four fields.
        weekdays: those of the fifth; Sunday is 0.
        either_day: whether a day must fit only one of the two day fields, as cron wants it where neither begins
            with a star.
    """

    text: str
    minutes: frozenset[int]
    hours: frozenset[int]
    days: frozenset[int]
    months: frozenset[int]
    weekdays: frozenset[int]
    either_day: bool


def cron_expression(text: str) -> CronExpression:
    """Reads five fields, or a nickname such as `@daily`.

    Raises:
        UsageError: it is malformed, or names a day that never comes.
    """
    text = " ".join(text.split())
    if text.startswith("@") and text not in _NICKNAMES:
        known = ", ".join(_NICKNAMES)
        why = "runs only when the machine starts" if text == "@reboot" else "is unknown"
        raise UsageError(f"--cron {text!r} {why}: use five fields or one of {known}")
    parts = _NICKNAMES.get(text, text).split()
    if len(parts) != len(_FIELDS):
        raise UsageError(
            f"--cron {text!r} has {len(parts)} fields: "
            "give five, minute, hour, day of the month, month and day of the week, for instance '*/10 * * * *'"
        )
    minutes, hours, days, months, weekdays = (
        field.values(part, text) for field, part in zip(_FIELDS, parts, strict=True)
    )
    weekdays = frozenset(day % 7 for day in weekdays)
    either_day = not parts[2].startswith("*") and not parts[4].startswith("*")
    if not either_day and not any(day <= _LONGEST_MONTHS[month - 1] for day in days for month in months):
        raise UsageError(f"--cron {text!r} never comes: none of these months has such a day")
    return CronExpression(text, minutes, hours, days, months, weekdays, either_day)
