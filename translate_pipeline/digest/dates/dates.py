"""The dates of a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from translate_pipeline.digest.dates import english, spanish
from translate_pipeline.digest.dates.calendar_day import calendar_day
from translate_pipeline.digest.dates.publication import Publication
from translate_pipeline.digest.dates.written_date import WrittenDate

_EXPLICIT = {"es": spanish.explicit_dates, "en": english.explicit_dates}
_RELATIVE = {"es": spanish.relative_dates, "en": english.relative_dates}
DATED_LANGUAGES = tuple(_EXPLICIT)
_ISO = re.compile(r"(?<![\w/.,-])(\d{4})-(\d{2})-(\d{2})(?![\w/-])")
_YEAR = re.compile(r"(?<![\w.,/-])((?:1[5-9]|20)\d\d)(?![\d.,/-]*\d)(?!\w)")
_HINT = re.compile(
    r"\d|\b(?:ayer|anoche|anteayer|antier|anteanoche|hoy|mañana|pasado|próximo|este|viene|primero"
    r"|yesterday|today|tomorrow|last)\b",
    re.IGNORECASE,
)
_EARLIEST, _LATEST = 1000, 2200


def years_named(text: str) -> frozenset[int]:
    """The years that a text names in figures."""
    return frozenset(int(year) for year in _YEAR.findall(text))


def dates_in(
    text: str, language: str, published: Publication | None, years_nearby: frozenset[int] = frozenset()
) -> list[WrittenDate]:
    """The dates of a sentence in Spanish (`es`) or English (`en`) whose day is certain, in order.

    Left out are days that the calendar has not, days of the week that do not fall on their date, dates without a
    year where publication is unknown or another year is named nearby, and words such as `ayer` where the local day
    of publication is unknown.

    Args:
        text: the sentence.
        language: its code.
        published: when its article was published.
        years_nearby: years that the sentences around it name.
    """
    if not _HINT.search(text):
        return []
    return sorted(set(_found(text, language, published, years_nearby)), key=lambda found: (found.start, found.day))


def _found(
    text: str, language: str, published: Publication | None, years_nearby: frozenset[int]
) -> Iterator[WrittenDate]:
    years = years_nearby | years_named(text)
    for found in _EXPLICIT[language[:2]](text, published.day if published else None, years):
        if _EARLIEST <= found.day.year <= _LATEST:
            yield found
    for match in _ISO.finditer(text):
        day = calendar_day(*map(int, match.groups()))
        if day and _EARLIEST <= day.year <= _LATEST:
            yield WrittenDate(day, match.group(), match.start(), match.end())
    if published and published.is_local:
        yield from _RELATIVE[language[:2]](text, published.day)
