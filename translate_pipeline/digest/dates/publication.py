"""The day an article was published, from which its dates count."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_MOMENT = re.compile(
    r"(?P<day>\d{4}-\d{2}-\d{2})"
    r"(?:[T ](?P<hour>\d{2}):(?P<rest>\d{2}(?::\d{2}(?:\.\d+)?)?)\s?(?P<zone>Z|[+-]\d{2}:?\d{2})?)?"
)
_UTC = ("Z", "+00:00", "+0000", "-00:00", "-0000")
# Between these hours of UTC it is the same day from California to Madrid in summer.
_SAME_DAY_FROM, _SAME_DAY_UNTIL = 8, 22


@dataclass(frozen=True)
class Publication:
    """A day of publication.

    Args:
        day: the day.
        is_local: it is the day where the article was published, so that `ayer` is the day before. A moment in UTC
            may be of another day there.
    """

    day: date
    is_local: bool


def publication(stated: str | None) -> Publication | None:
    """The day of publication that an article's metadata state in ISO 8601; None if they state none."""
    moment = _MOMENT.fullmatch(stated.strip()) if stated else None
    if moment is None:
        return None
    try:
        day = date.fromisoformat(moment["day"])
    except ValueError:
        return None
    is_midnight = moment["hour"] == "00" and set(moment["rest"]) <= set("0:.")
    in_utc = moment["zone"] in _UTC and not is_midnight
    return Publication(day, not in_utc or _SAME_DAY_FROM <= int(moment["hour"]) < _SAME_DAY_UNTIL)
