"""Dates: each month and day of the week of the source must stand in the translation."""

from __future__ import annotations

import re

from translate_pipeline.checks.base import Finding, Translated
from translate_pipeline.checks.calendar_words import (
    ENGLISH_OF,
    MONTH_NUMBER,
    english_calendar_words,
    spanish_calendar_words,
)

_DATE_IN_FIGURES = re.compile(r"\b\d{1,4}[/.-](\d{1,2})[/.-]\d{1,4}\b|\b(\d{1,2})/\d{1,2}\b")
_RELATIVE = re.compile(
    r"\b(?:today|tonight|yesterday|tomorrow|weekends?|(?:this|last|next|same) (?:month|day|week))\b", re.IGNORECASE
)
# English words that are more than months.
_AMBIGUOUS = {"May", "March"}


def _names_any(english: str, source: str) -> bool:
    """Whether a Spanish text has the word for an English month or day in any spelling, or a date in figures."""
    lower = source.casefold()
    return any(word in lower for word, name in ENGLISH_OF.items() if name == english) or bool(
        _DATE_IN_FIGURES.search(source)
    )


class DatesCheck:
    """Finds months and days of the week that were lost, changed or made up, from Spanish to English."""

    name = "dates"

    def findings(self, pair: Translated) -> list[Finding]:
        """One finding for each month or day that is missing, one for each that was made up."""
        if (pair.source_language, pair.target_language) != ("es", "en"):
            return []
        wanted = spanish_calendar_words(pair.source)
        given = english_calendar_words(pair.translation)
        found = [
            Finding(self.name, "error", f"{word} should be {english}", word, english)
            for word, english in wanted
            if not given[english] and not self._said_otherwise(english, pair.translation)
        ]
        for english in given:
            if english not in _AMBIGUOUS and not _names_any(english, pair.source):
                found.append(Finding(self.name, "warning", f"{english} is not in the source", "", english))
        return found

    @staticmethod
    def _said_otherwise(english: str, translation: str) -> bool:
        """Whether the translation has the month as a number, or the day in words such as `yesterday`."""
        if english not in MONTH_NUMBER:
            return _RELATIVE.search(translation) is not None
        numbers = {int(number) for match in _DATE_IN_FIGURES.findall(translation) for number in match if number}
        return MONTH_NUMBER[english] in numbers
