"""What stands beside numbers: per cent signs, currencies, degrees, minus signs."""

from __future__ import annotations

import re

from translate_pipeline.checks.base import Finding
from translate_pipeline.checks.currencies import wrong_currency
from translate_pipeline.checks.figures import english_form
from translate_pipeline.checks.money import is_dollars_instead, is_lost, sums
from translate_pipeline.checks.signs import lost_signs, says_less

_CHECK = "numbers"
_PER_CENT = re.compile(r"%|\bpor\s+cien(?:to)?\b", re.IGNORECASE)
_PER_CENT_IN_ENGLISH = re.compile(r"%|\bper\s?cent(?:age)?\b|\bpct\b", re.IGNORECASE)
# `between 10 and 11 percent` says it once for two.
_SHARED_PER_CENT = re.compile(
    r"\d\s*(?:-|–|to|and|or)\s*(?:about\s+|over\s+)?[\d.,]*\d\s*(?:%|per\s?cent)", re.IGNORECASE
)
# What English may say instead, with what Spanish has for it.
_OTHERWISE = (
    (
        re.compile(r"\b(?:10|2[05]|33|50|6[67]|75|100)(?:[.,]\d+)?\s*(?:%|por\s+cien)|\bcien por cien", re.IGNORECASE),
        re.compile(r"\b(?:half|thirds?|quarters?|fifths?|tenths?|all|whole|fully)\b", re.IGNORECASE),
    ),
    (re.compile(r"\bpuntos?\b", re.IGNORECASE), re.compile(r"\bpoints?\b", re.IGNORECASE)),
)
_DEGREES = re.compile(r"\d\s?[º°]\s?[CF]\b")
_DEGREES_IN_ENGLISH = re.compile(r"[°º]|degree|celsius|centigrade|fahrenheit", re.IGNORECASE)


def _has_lost_per_cent(source: str, translation: str) -> bool:
    lost = len(_PER_CENT.findall(source)) - len(_PER_CENT_IN_ENGLISH.findall(translation))
    if lost <= 0 or _SHARED_PER_CENT.search(translation):
        return False
    return not any(english.search(translation) for spanish, english in _OTHERWISE if spanish.search(source))


def _faulty_sum(source: str, translation: str) -> str | None:
    """What is wrong with the first sum of money whose number is right and whose currency is not; None if nothing is."""
    for one in sums(source, translation):
        if is_dollars_instead(one, source):
            return f"{one.currency} became dollar"
        if is_lost(one, source, translation):
            return f"the currency of {one.number.text} is missing ({one.currency})"
    return None


def lost_units(source: str, translation: str) -> list[Finding]:
    """What the numbers of a Spanish text have lost beside them in its English translation, or have wrong there."""
    found = []
    if _has_lost_per_cent(source, translation):
        found.append(Finding(_CHECK, "error", "a per cent sign is missing", "%", "%"))
    if _DEGREES.search(source) and not _DEGREES_IN_ENGLISH.search(translation):
        found.append(Finding(_CHECK, "error", "the degrees are missing"))
    wrong = wrong_currency(source, translation)
    faulty = f"{wrong[0]} became {wrong[1]}" if wrong else _faulty_sum(source, translation)
    if faulty:
        found.append(Finding(_CHECK, "error", faulty))
    if not says_less(translation):
        for one, _ in lost_signs(source, translation):
            english = one.sign + english_form(one.figure)
            found.append(Finding(_CHECK, "error", f"the sign of {one.text} is missing", one.text, english))
    return found
