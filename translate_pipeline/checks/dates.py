"""Dates: each month and day of the week of the source must stand in the translation."""

from __future__ import annotations

import re

from translate_pipeline.checks.base import Finding, Translated
from translate_pipeline.checks.calendar_words import (
    DAYS,
    MONTH_NUMBER,
    calendar_words_meant,
    english_calendar_words,
    spanish_calendar_words,
)

_DATE_IN_FIGURES = re.compile(r"\b(\d{1,4})[/.-](\d{1,2})[/.-]\d{1,4}\b|\b(\d{1,2})/\d{1,2}\b")
_RELATIVE = re.compile(
    r"\b(?:today|tonight|yesterday|tomorrow|week(?:end|day)s?|(?:this|last|next|same) (?:month|day|week))\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")
# English words that are more than months.
_AMBIGUOUS = {"May", "March"}


class DatesCheck:
    """Finds months and days of the week that were lost, changed or made up, from Spanish to English."""

    name = "dates"

    def findings(self, pair: Translated) -> list[Finding]:
        """One finding for each month or day that is missing, one for each that was made up."""
        if (pair.source_language, pair.target_language) != ("es", "en"):
            return []
        wanted = spanish_calendar_words(pair.source)
        given = english_calendar_words(pair.translation)
        missing = {english for _, english in wanted if not given[english]}
        if missing:
            missing -= self._said_otherwise(pair.translation)
        found = [
            Finding(self.name, "error", f"{word} should be {english}", word, english)
            for word, english in wanted
            if english in missing
        ]
        made_up = given.keys() - _AMBIGUOUS - {english for _, english in wanted}
        if made_up and not _DATE_IN_FIGURES.search(pair.source):
            # A name keeps its English: Black Friday.
            made_up -= calendar_words_meant(pair.source) | set(_WORD.findall(pair.source))
            for english in given:
                if english in made_up:
                    found.append(Finding(self.name, "warning", f"{english} is not in the source", "", english))
        return found

    @staticmethod
    def _said_otherwise(translation: str) -> set[str]:
        """The months that the translation has as numbers, and the days if it has words such as `yesterday`."""
        numbers = {int(number) for match in _DATE_IN_FIGURES.findall(translation) for number in match if number}
        said = {name for name, number in MONTH_NUMBER.items() if number in numbers}
        return said | (set(DAYS) if _RELATIVE.search(translation) else set())
