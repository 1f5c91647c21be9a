"""Days of the year that a Spanish and an English sentence both name."""

from __future__ import annotations

import re
from collections.abc import Iterator

_MONTHS = {
    "enero": "January", "febrero": "February", "marzo": "March", "abril": "April", "mayo": "May", "junio": "June",
    "julio": "July", "agosto": "August", "septiembre": "September", "setiembre": "September", "octubre": "October",
    "noviembre": "November", "diciembre": "December",
}  # fmt: skip
_DATE = re.compile(rf"(?<![\w.,-])(\d{{1,2}})[º°]? de ({'|'.join(_MONTHS)})(?: del? (\d{{4}}))?(?!\w)")


def _english(day: str, month: str, year: str | None) -> re.Pattern[str]:
    number, name = rf"{int(day)}(?:st|nd|rd|th)?", _MONTHS[month]
    american, british = rf"{name} {number}", rf"(?:the )?{number}(?: of)? {name}"
    if year:
        american, british = rf"{american},? {year}", rf"{british},? {year}"
    return re.compile(rf"(?<![\w.,-])(?:{american}|{british})(?!\w)")


def dates(source: str, target: str) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """The spans, in characters, of dates such as `27 de abril de 2015` and of the same date in English.

    A date that either side has twice is left out.
    """
    for match in _DATE.finditer(source):
        found = list(_english(*match.groups()).finditer(target))
        if len(found) == 1 and source.count(match.group()) == 1:
            yield match.span(), found[0].span()
