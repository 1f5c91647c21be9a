"""Dates as feeds and archives write them, in English and Spanish, to ISO 8601."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, timedelta, timezone

_ZONE = r"(?P<zone>[+-]\d{1,2}:?\d{2}|[+-]\d{2}|[a-z]{1,5}(?:[+-]\d{1,2}(?::?\d{2})?)?)?"
_TIME = r"(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d{1,9})?)?(?: ?(?P<half>[ap])\.? ?m\.?)?"
_ISO = re.compile(
    rf"(?P<year>\d{{4}})(?P<mark>[-/]?)(?P<month>\d{{2}})(?P=mark)(?P<day>\d{{2}})(?:(?:t|,? +){_TIME} ?{_ZONE})?"
)
_YEAR_MONTH = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})")
# RFC 822, "16 de octubre de 2024", "16-Oct-2024".
_DAY_FIRST = re.compile(
    rf"(?:[a-z]+[.,]{{0,2}} )?(?P<day>\d{{1,2}})[ -](?:de )?(?P<name>[a-z]{{3,10}})\.?[ -](?:del? )?"
    rf"(?P<year>\d{{4}}|\d{{2}})"
    rf"(?:(?:,|,? a las| -)? {_TIME} ?{_ZONE})?"
)
_MONTH_FIRST = re.compile(
    rf"(?:[a-z]+[.,]{{0,2}} )?(?P<name>[a-z]{{3,10}})\.? (?P<day>\d{{1,2}}),? (?P<year>\d{{4}})"
    rf"(?:,? (?:at )?{_TIME} ?{_ZONE})?"
)
_SLASHES = re.compile(rf"(?P<day>\d{{1,2}})[/.-](?P<month>\d{{1,2}})[/.-](?P<year>\d{{4}})(?:,? {_TIME} ?{_ZONE})?")
_EPOCH = re.compile(r"(\d{9,10})(?:\.\d+)?|(\d{12,13})")
_MONTHS = {
    "jan": 1, "ene": 1, "feb": 2, "mar": 3, "apr": 4, "abr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "ago": 8,
    "sep": 9, "set": 9, "oct": 10, "nov": 11, "dec": 12, "dic": 12,
}  # fmt: skip
# Hours from UTC. The names are not unique: those of Europe and the Americas win.
_ZONES = {
    "z": 0, "ut": 0, "utc": 0, "gmt": 0, "wet": 0, "west": 1, "bst": 1, "cet": 1, "met": 1, "cest": 2, "mest": 2,
    "eet": 2, "eest": 3, "msk": 3, "ast": -4, "adt": -3, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7,
    "mdt": -6, "pst": -8, "pdt": -7, "art": -3, "brt": -3, "uyt": -3, "clst": -3, "pyst": -3, "clt": -4, "bot": -4,
    "vet": -4, "pyt": -4, "cot": -5, "pet": -5, "ect": -5,
}  # fmt: skip
_LONGEST = 80


def iso_date(text: str) -> str | None:
    """A day or moment in ISO 8601, with the offset from UTC where the text gives one.

    Reads ISO 8601, RFC 822, English and Spanish month names, and seconds or milliseconds since 1970. A date such as
    `03/04/2024`, whose day and month cannot be told apart, is not guessed.

    Returns:
        The date, such as `2024-10-16` or `2024-10-16T08:30:00+02:00`; None for what is no date.
    """
    plain = unicodedata.normalize("NFKD", text[: 2 * _LONGEST].casefold())
    plain = " ".join("".join(letter for letter in plain if not unicodedata.combining(letter)).split())
    if not plain or len(plain) > _LONGEST or not plain.isascii():
        return None
    epoch = _EPOCH.fullmatch(plain)
    if epoch:
        seconds = int(epoch[1] or epoch[2]) / (1 if epoch[1] else 1000)
        return datetime.fromtimestamp(int(seconds), timezone.utc).isoformat()
    for form in (_ISO, _DAY_FIRST, _MONTH_FIRST, _SLASHES):
        match = form.fullmatch(plain)
        if match:
            return _written(match.groupdict())
    month = _YEAR_MONTH.fullmatch(plain)
    return plain if month and 1 <= int(month["month"]) <= 12 else None


def _written(parts: dict[str, str | None]) -> str | None:
    day, year = int(parts["day"] or 0), int(parts["year"] or 0)
    month = int(parts["month"] or 0) if "month" in parts else _MONTHS.get((parts["name"] or "")[:3], 0)
    if "month" in parts and "mark" not in parts:
        if day <= 12 and month <= 12 and day != month:
            return None
        day, month = (month, day) if month > 12 else (day, month)
    if year < 100:
        year += 1900 if year >= 70 else 2000
    try:
        if parts["hour"] is None:
            return date(year, month, day).isoformat()
        hour, minute, second = int(parts["hour"]), int(parts["minute"] or 0), min(int(parts["second"] or 0), 59)
        if parts["half"]:
            hour = hour % 12 + (12 if parts["half"] == "p" else 0)
        return datetime(year, month, day, hour, minute, second, tzinfo=_offset(parts["zone"])).isoformat()
    except ValueError:
        return None


def _offset(zone: str | None) -> timezone | None:
    """None where the text gives no zone, or one that is not known."""
    if not zone or zone == "-0000":
        return None
    match = re.fullmatch(r"([a-z]*)(?:([+-])(\d{1,2}):?(\d{2})?)?", zone)
    if match is None or (match[1] and match[1] not in _ZONES):
        return None
    minutes = _ZONES.get(match[1], 0) * 60
    if match[2]:
        minutes += (int(match[3]) * 60 + int(match[4] or 0)) * (-1 if match[2] == "-" else 1)
    return timezone(timedelta(minutes=minutes)) if abs(minutes) < 24 * 60 else None
