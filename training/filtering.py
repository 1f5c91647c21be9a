"""Tells translations from what only stands side by side: length, ratio, letters, digits, function words."""

from __future__ import annotations

import re

_SPANISH = (
    "de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me si sin sobre "
    "este ya entre cuando todo esta ser son dos también fue había era muy años hasta desde está mi porque qué sólo han "
    "yo hay vez puede todos así nos ni parte tiene él uno donde bien tiempo mismo ese ahora otro"
)
_ENGLISH = (
    "the of and to in a is that for it as was with be by on not he i this are or his from at which but have an had "
    "they you were their one all we can her has there been if more when will would who so no out up into do any your "
    "what could about other than its time only some them these may like then"
)
_FUNCTION_WORDS = {"es": frozenset(_SPANISH.split()), "en": frozenset(_ENGLISH.split())}
_MOST_WORDS, _MOST_CHARACTERS = 100, 600
_FEWEST_LETTERS = 0.55
_LANGUAGE_FROM_WORDS = 6
_MARKS = ",;.:¿?¡!\"'"


def _has_length_of(source: str, target: str) -> bool:
    words, others = len(source.split()), len(target.split())
    if not (1 <= words <= _MOST_WORDS and 1 <= others <= _MOST_WORDS):
        return False
    if max(len(source), len(target)) > _MOST_CHARACTERS:
        return False
    return 0.5 < (words + 3) / (others + 3) < 2.2


def _is_prose(text: str) -> bool:
    letters = sum(map(str.isalpha, text))
    return letters >= _FEWEST_LETTERS * len(text) and not any(mark in text for mark in ("⟦", "http", "{", "\\"))


def _shares_digits(source: str, target: str) -> bool:
    ours, theirs = set(re.findall(r"\d+", source)), set(re.findall(r"\d+", target))
    return len(ours) + len(theirs) < 4 or 4 * len(ours & theirs) >= max(len(ours), len(theirs))


def _reads_as(text: str, language: str, other: str) -> bool:
    words = [word.strip(_MARKS) for word in text.lower().split()]
    own, foreign = _FUNCTION_WORDS[language], _FUNCTION_WORDS[other]
    return sum(word in own for word in words) > sum(word in foreign for word in words)


def is_translation(source: str, target: str, synthetic: bool = False) -> bool:
    """Whether a cleaned Spanish and a cleaned English text can be a sentence and its translation.

    Args:
        synthetic: one side was translated by a machine, which may have changed its numbers.
    """
    if not (_has_length_of(source, target) and _is_prose(source) and _is_prose(target)):
        return False
    words = len(source.split())
    if source == target and words > 3:
        return False
    if not synthetic and not _shares_digits(source, target):
        return False
    if words < _LANGUAGE_FROM_WORDS:
        return True
    return _reads_as(source, "es", "en") and _reads_as(target, "en", "es")
