"""Dates as an English newspaper writes them."""

from __future__ import annotations

from datetime import date, datetime

from translate_pipeline.iso_dates import parse_iso_date

# Names of our own: those of the C library depend on the reader's locale.
_MONTHS = "January February March April May June July August September October November December".split()
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def parsed(iso: str) -> datetime | None:
    """A day or a moment in ISO 8601; None for all else."""
    try:
        return parse_iso_date(iso)
    except ValueError:
        return None


def _day(moment: date) -> str:
    return f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year}"


def short_day(day: date) -> str:
    """`29 Nov`, as a label of a drawing."""
    return f"{day.day} {_MONTHS[day.month - 1][:3]}"


def readable_day(iso: str) -> str:
    """`29 November 2024` for a day or a moment in ISO 8601; all else as it is."""
    moment = parsed(iso)
    return _day(moment) if moment else iso


def readable_weekday(iso: str) -> str:
    """`Friday 29 November 2024` for a day or a moment in ISO 8601; all else as it is."""
    moment = parsed(iso)
    return f"{_WEEKDAYS[moment.weekday()]} {_day(moment)}" if moment else iso


def readable_moment(iso: str) -> str:
    """`29 November 2024, 08:00` on the clock of the place that `iso` gives; without the time if `iso` has none."""
    moment = parsed(iso)
    if moment is None:
        return iso
    return _day(moment) if len(iso) <= len("2024-11-29") else f"{_day(moment)}, {moment:%H:%M}"


def readable_span(first: str, last: str) -> str:
    """`29 November 2024`, `29–30 November 2024`, `29 October – 2 November 2024`: the days from `first` to `last`."""
    begin, end = parsed(first), parsed(last)
    if begin is None or end is None:
        return readable_day(first) if first == last else f"{readable_day(first)} – {readable_day(last)}"
    if begin.date() == end.date():
        return _day(begin)
    if (begin.year, begin.month) == (end.year, end.month):
        return f"{begin.day}–{_day(end)}"
    if begin.year == end.year:
        return f"{begin.day} {_MONTHS[begin.month - 1]} – {_day(end)}"
    return f"{_day(begin)} – {_day(end)}"
