"""Dates in Spanish."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from translate_pipeline.checks.calendar_words import DAYS, ENGLISH_OF, MONTH_NUMBER
from translate_pipeline.digest.dates.calendar_day import (
    calendar_day,
    last_day,
    nearest_day,
    next_day,
    weekday_after,
    weekday_before,
)
from translate_pipeline.digest.dates.written_date import WrittenDate

_MONTHS = {word: MONTH_NUMBER[english] for word, english in ENGLISH_OF.items() if english in MONTH_NUMBER}
_WEEKDAYS = {word: DAYS.index(english) for word, english in ENGLISH_OF.items() if english in DAYS}
_MONTH = "|".join((*_MONTHS, *(word.capitalize() for word in _MONTHS)))
_WEEKDAY = "|".join(_WEEKDAYS)
_DAY = r"\d{1,2}|primero|1\.?[ºo°]"
_DATE = re.compile(
    rf"(?<![\w/.,-])(?:(?P<weekday>{_WEEKDAY}),?\s+)?"
    rf"(?:(?P<first>{_DAY})(?P<link>\s*(?:al|a|-|–)\s*(?:el\s+)?|\s+y\s+(?:el\s+)?))?"
    rf"(?P<day>{_DAY})\s+de\s+(?P<month>{_MONTH})\b"
    r"(?:(?:\s+de(?:l(?:\s+año)?)?|,)\s+(?P<year>\d{4})(?![\d.,]*\d)|\s+(?P<bare_year>\d{4})(?=[.,;:)]|$)"
    r"|\s+(?P<this_year>de\s+este(?:\s+mismo)?\s+año|del\s+(?:presente|corriente)\s+año|del\s+año\s+en\s+curso)"
    r"|\s+(?P<last_year>del\s+año\s+(?:pasado|anterior)|del\s+pasado\s+año)"
    r"|\s+(?P<next_year>del\s+próximo\s+año|del\s+año\s+(?:próximo|que\s+viene))"
    r"|\s+(?P<other_year>del?\s+(?:\w+\s+){1,2}año|del?\s+\d|anterior\b|siguiente\b|posterior\b)"
    r"|\s+(?P<direction>pasado|próximo|último)\b)?"
)
_NUMERIC = re.compile(
    r"(?<![\w/.,-])(?P<day>\d{1,2})(?P<mark>[/.-])(?P<month>\d{1,2})(?P=mark)(?P<year>\d{4})(?![\w/-])"
)
_DIRECTION_BEFORE = re.compile(r"\b(?P<direction>pasado|próximo|último)\s+$")
_EVERY_YEAR = re.compile(r"\b(?:cada|todos\s+los)\s+(?:año\s+(?:el\s+)?)?$")
_BEGINS_LIST = re.compile(r"\b(?:el|los|del|días?)\s+$")
# Streets and movements are named after days: Avenida 9 de Julio, la calle 25 de mayo.
_NAMED_AFTER_DAY = re.compile(
    r"(?:\b(?:calle|plaza|puente|barrio|estadio|hospital|movimiento|grupo|parque|colegio|escuela|brigada|comando|"
    r"universidad|premio|batallón|aeropuerto|frente|avenida|decreto|ley)(?:\s+del?)?"
    r"|\b(?!(?:El|Del|Al|Los|Este|Desde|Hasta|Para|Entre|Hoy|Ayer|Pasado|Próximo|Sólo|Solo|Y|A)\b)[A-ZÁÉÍÓÚÑ]\w+)\s+$"
)
_FUTURE = r"\w+r(?:á|án)"
_FINITE = rf"(?:{_FUTURE}|\w+(?:ó|aron|ieron|jeron)|dijo|hizo|hubo|fue|fueron|tuvo|estuvo|puso|pudo|vino)"
_PRONOUN = r"(?:se|le|les|lo|la|los|nos)"
_BEHIND_FINITE_VERB = re.compile(rf"(?:\b{_FINITE}|\b(?:ha|han|había|habían)\s+\w+[ai]do)\s+(?:también\s+)?$")
_BEHIND_FUTURE = re.compile(rf"\b{_FUTURE}\s+(?:también\s+)?$")
_BEFORE_FINITE_VERB = re.compile(rf",?\s+(?:{_PRONOUN}\s+)?(?:{_FINITE}|(?:ha|han)\s+\w+[ai]do)\b")
_BEFORE_FUTURE = re.compile(rf",?\s+(?:{_PRONOUN}\s+)?{_FUTURE}\b")
_BEFORE_WEEKDAY = re.compile(rf",?\s+(?P<weekday>{_WEEKDAY})\b")
_BEHIND_PAST = re.compile(
    rf"\b(?:\w+(?:ó|aron|ieron|jeron|ado|ido)|dijo|hizo|hubo|fue|fueron|tuvo|estuvo|puso|vino)\s+(?:el\s+)?(?:{_WEEKDAY})?\s*$"
)
# A day still to come is told of in other words than a day a year ago.
_COMING = re.compile(
    r"\b(?:\w+r(?:á|án|ía|ían)\b|próxim[oa]|previst[oa]s?|prevén?|programad[oa]s?|convocad[oa]s?|planean?|hasta\b|plazo"
    r"|a\s+partir\b|vencen?\b|deben?\b|van?\s+a\b)"
)
_BEHIND_COMING = re.compile(rf"\b{_FUTURE}\s+(?:\w+[ai]d[oa]s?\s+)?(?:el\s+)?$")
_TODAY = re.compile(r"\b[Hh]oy\b(?!\s+(?:en\s+día|día|por\s+hoy))")
_TOMORROW = re.compile(r"\b(?P<after_tomorrow>[Pp]asado\s+)?[Mm]añana\b")
_BEFORE_MORNING = re.compile(
    r"\b(?:esta|la|una|media|misma|toda|cada|aquella|esa|otra|próxima|primera|pasada|de|del|por|tarde|noche)\s+$", re.I
)
_PAST_DAY = re.compile(
    r"\b(?:[Aa]yer|[Aa]noche|[Aa]nteayer|[Aa]ntier|[Aa]nteanoche|[Aa]ntes\s+de\s+ayer)\b(?!\s+[yo]\s+hoy)"
)
_DAYS_AGO = {"ayer": 1, "anoche": 1, "anteayer": 2, "antier": 2, "anteanoche": 2, "antes de ayer": 2}
_WEEKDAY_AROUND = re.compile(
    rf"\b[Ee]l\s+(?:(?P<before>pasado|próximo)\s+(?P<weekday>{_WEEKDAY})|(?P<other>{_WEEKDAY})\s+"
    rf"(?P<after>pasado|próximo|que\s+viene))\b(?!\s+\d)"
)
_THIS_WEEKDAY = re.compile(rf"\b[Ee]ste(?:\s+mismo)?\s+(?P<weekday>{_WEEKDAY})\b(?!\s+\d)")


def explicit_dates(text: str, published: date | None, years_nearby: frozenset[int]) -> Iterator[WrittenDate]:
    """Dates with a day and a month.

    Args:
        text: a sentence.
        published: when the article was published; without it a date needs its year.
        years_nearby: years that the text around names; a date without a year may be of one of them.
    """
    for match in _DATE.finditer(text):
        before = text[max(0, match.start() - 40) : match.start()]
        if _NAMED_AFTER_DAY.search(before):
            continue
        for number in _numbers(match, before):
            day = _day_of(match, number, before, published, years_nearby)
            if day and (match["weekday"] is None or day.weekday() == _WEEKDAYS[match["weekday"]]):
                yield WrittenDate(day, match.group(), match.start(), match.end())
    for match in _NUMERIC.finditer(text):
        found = calendar_day(int(match["year"]), int(match["month"]), int(match["day"]))
        if found:
            yield WrittenDate(found, match.group(), match.start(), match.end())


def _numbers(match: re.Match[str], before: str) -> list[int]:
    """The days of the month that a date names: both of `3 y 5`, the first of `3 al 5`."""
    first, day = (1 if text and not text.isdigit() else int(text or 0) for text in match.group("first", "day"))
    if not first:
        return [day]
    if match["weekday"] or first >= day:
        return []
    if " y " in match["link"]:
        return [first, day] if _BEGINS_LIST.search(before) else [day]
    return [first]


def _day_of(
    match: re.Match[str], day: int, before: str, published: date | None, years_nearby: frozenset[int]
) -> date | None:
    """The day that a date means; None where its year is open."""
    month, year = _MONTHS[match["month"].lower()], match["year"] or match["bare_year"]
    if year:
        return calendar_day(int(year), month, day)
    if published is None or match["other_year"] or match["month"][0].isupper() or _EVERY_YEAR.search(before):
        return None
    for group, offset in (("this_year", 0), ("last_year", -1), ("next_year", 1)):
        if match[group]:
            return calendar_day(published.year + offset, month, day)
    towards = _DIRECTION_BEFORE.search(before) or match
    if towards["direction"]:
        return (next_day if towards["direction"] == "próximo" else last_day)(published, month, day)
    found = nearest_day(published, month, day)
    if found is None or years_nearby - {found.year}:
        return None
    if found > published and (_BEHIND_PAST.search(before) or not _COMING.search(match.string)):
        return None
    return None if found < published and _BEHIND_COMING.search(before) else found


def relative_dates(text: str, published: date) -> Iterator[WrittenDate]:
    """Dates that count from the day of publication: `ayer`, `el pasado martes`, `mañana` where it is no morning.

    `hoy` and `mañana` count where a finite verb or a day of the week stands beside them: `hoy` may be these times,
    and `mañana` the morning.
    """
    for match in _PAST_DAY.finditer(text):
        yield from _in_days(match, -_DAYS_AGO[" ".join(match.group().lower().split())], text, published)
    for match in _TODAY.finditer(text):
        if _is_beside(match, text, _BEHIND_FINITE_VERB, _BEFORE_FINITE_VERB):
            yield from _in_days(match, 0, text, published)
    for match in _TOMORROW.finditer(text):
        if _BEFORE_MORNING.search(text[max(0, match.start() - 40) : match.start()]):
            continue
        if match["after_tomorrow"] or _is_beside(match, text, _BEHIND_FUTURE, _BEFORE_FUTURE):
            yield from _in_days(match, 2 if match["after_tomorrow"] else 1, text, published)
    for match in _WEEKDAY_AROUND.finditer(text):
        weekday = _WEEKDAYS[match["weekday"] or match["other"]]
        towards = weekday_before if (match["before"] or match["after"]) == "pasado" else weekday_after
        yield WrittenDate(towards(published, weekday), match.group(), match.start(), match.end(), True)
    for match in _THIS_WEEKDAY.finditer(text):
        if published.weekday() == _WEEKDAYS[match["weekday"]]:
            yield WrittenDate(published, match.group(), match.start(), match.end(), True)


def _is_beside(match: re.Match[str], text: str, behind: re.Pattern[str], before: re.Pattern[str]) -> bool:
    if _BEFORE_WEEKDAY.match(text, match.end()) or before.match(text, match.end()):
        return True
    return behind.search(text[max(0, match.start() - 40) : match.start()]) is not None


def _in_days(match: re.Match[str], days: int, text: str, published: date) -> Iterator[WrittenDate]:
    """The date so many days from publication, unless the day of the week behind it is another."""
    day = published + timedelta(days=days)
    weekday = _BEFORE_WEEKDAY.match(text, match.end())
    if weekday is None or day.weekday() == _WEEKDAYS[weekday["weekday"]]:
        yield WrittenDate(day, match.group(), match.start(), match.end(), True)
