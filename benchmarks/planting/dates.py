"""Wrong dates and times of day."""

from __future__ import annotations

import re
from random import Random

from benchmarks.planting.base import Planted, planted, spliced
from translate_pipeline.checks import Translated

_MONTHS = {
    "enero": "January", "febrero": "February", "marzo": "March", "abril": "April", "mayo": "May", "junio": "June",
    "julio": "July", "agosto": "August", "septiembre": "September", "octubre": "October", "noviembre": "November",
    "diciembre": "December",
}  # fmt: skip
_WEEKDAYS = {
    "lunes": "Monday", "martes": "Tuesday", "miércoles": "Wednesday", "jueves": "Thursday", "viernes": "Friday",
    "sábado": "Saturday", "domingo": "Sunday",
}  # fmt: skip
_MONTH = "|".join(_MONTHS.values())
_SPANISH_DATE = re.compile(rf"\b(\d{{1,2}})º? de ({'|'.join(_MONTHS)})\b", re.IGNORECASE)
_ENGLISH_DATE = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?P<month>{_MONTH})\b"
    rf"|\b(?P<month2>{_MONTH}) (?P<day2>\d{{1,2}})(?!\d|:)"
)
_CLOCK = re.compile(r"(?<![\d.,:])(\d{1,2})[:.](\d{2})(?![\d.,]\d|\d)")
_ENGLISH_TIME = re.compile(
    r"(?<![\w.,:])(?P<hour>\d{1,2})(?::(?P<minute>\d{2})|\.(?P<minute2>\d{2})(?=\s?[ap]\.?m))?"
    r"(?:\s?(?P<half>[ap])\.?m\b)?(?![\w%]|[.,:]\d)",
    re.IGNORECASE,
)
_SPANISH_HOUR = re.compile(r"\b(?:las?|horas) (\d{1,2})\b|\b(\d{1,2})\s?(?:h|horas?|[ap]\.?\s?m)\b", re.IGNORECASE)


def plant_wrong_day_of_month(pair: Translated, rng: Random) -> Planted | None:
    """27 April as 17 April."""
    wanted = {(int(day), _MONTHS[month.casefold()]) for day, month in _SPANISH_DATE.findall(pair.source)}
    for match in _ENGLISH_DATE.finditer(pair.translation):
        suffix = "" if match["day"] else "2"
        day, month = int(match["day" + suffix]), match["month" + suffix]
        if (day, month) in wanted:
            days = [other for other in range(1, 29) if abs(other - day) > 1 and (other, month) not in wanted]
            return planted(pair, spliced(pair.translation, *match.span("day" + suffix), str(rng.choice(days))))
    return None


def plant_wrong_month(pair: Translated, rng: Random) -> Planted | None:
    """April as October."""
    return _one_name_changed(pair, rng, _MONTHS)


def plant_wrong_weekday(pair: Translated, rng: Random) -> Planted | None:
    """Monday as Thursday."""
    return _one_name_changed(pair, rng, _WEEKDAYS)


def _one_name_changed(pair: Translated, rng: Random, names: dict[str, str]) -> Planted | None:
    """The only month or weekday of the translation changed, where the source has the same one."""
    given = re.findall(rf"\b(?:{'|'.join(names.values())})\b", pair.translation)
    in_source = {names[name] for name in re.findall(rf"\b(?:{'|'.join(names)})\b", pair.source)}
    if len(given) != 1 or in_source != set(given):
        return None
    other = rng.choice([other for other in names.values() if other != given[0]])
    return planted(pair, re.sub(rf"\b{given[0]}\b", other, pair.translation))


def plant_wrong_time(pair: Translated, rng: Random) -> Planted | None:
    """9:30 as 11:30, 9:30 as 9:50, 9 a.m. as 9 p.m."""
    clocks = {(int(hour) % 12, int(minute)) for hour, minute in _CLOCK.findall(pair.source)}
    hours = {int(first or second) % 12 for first, second in _SPANISH_HOUR.findall(pair.source)}
    for match in _ENGLISH_TIME.finditer(pair.translation):
        minute_group = "minute" if match["minute"] else "minute2"
        hour, minute, half = int(match["hour"]), match[minute_group], match["half"]
        if hour > 24 or not (minute or half):
            continue
        if (hour % 12, int(minute or 0)) not in clocks and (minute not in (None, "00") or hour % 12 not in hours):
            continue
        ways = ["hour", *(["minute"] if minute else []), *(["half"] if half else [])]
        way = rng.choice(ways)
        if way == "half":
            return planted(pair, spliced(pair.translation, *match.span("half"), {"a": "p", "p": "a"}[half.casefold()]))
        if way == "minute":
            other = (int(minute) + rng.choice([5, 10, 15, 20, 30, 40])) % 60
            return planted(pair, spliced(pair.translation, *match.span(minute_group), f"{other:02}"))
        top = 12 if half else 23
        others = [other for other in range(1, top + 1) if other % 12 != hour % 12 and other % 12 not in hours]
        return planted(pair, spliced(pair.translation, *match.span("hour"), str(rng.choice(others))))
    return None
