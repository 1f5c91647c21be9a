"""Spans of time whose number came through with another unit: `tres semanas` is not three months."""

from __future__ import annotations

import re
from collections.abc import Sequence

from translate_pipeline.checks.figure import Figure

_SPANISH = {
    "second": "segundo segundos", "minute": "minuto minutos", "hour": "hora horas", "day": "día días",
    "week": "semana semanas", "month": "mes meses", "year": "año años", "decade": "década décadas",
    "century": "siglo siglos",
}  # fmt: skip
_UNIT_OF = {word: unit for unit, words in _SPANISH.items() for word in words.split()}
_SPANISH_UNIT = re.compile(rf"\s+({'|'.join(_UNIT_OF)})\b", re.IGNORECASE)
_ENGLISH_UNIT = re.compile(
    r"[\s-]+(?:[a-z]+[\s-]){0,2}?(second|minute|hour|day|week|month|year|decade|centur(?:y|ies))s?\b", re.IGNORECASE
)
_MENTION = {unit: re.compile(rf"\b{unit.removesuffix('y')}", re.IGNORECASE) for unit in _SPANISH}


def plural(unit: str) -> str:
    """The plural of an English unit of time."""
    return "centuries" if unit == "century" else f"{unit}s"


def changed_unit(
    source: str, translation: str, wanted: Sequence[Figure], given: Sequence[Figure]
) -> tuple[Figure, str, str] | None:
    """The first number with its unit of time and the one that the translation has instead.

    Args:
        wanted: the numbers of the Spanish source.
        given: those of the translation.

    Returns:
        None if all units came through, or none can be told to have changed.
    """
    for figure in wanted:
        match = _SPANISH_UNIT.match(source, figure.end)
        if match is None:
            continue
        unit = _UNIT_OF[match.group(1).lower()]
        same = [other for other in given if other.values & figure.values]
        found = [_unit_behind(translation, other) for other in same]
        other_unit = next((name for name in found if name), None)
        if other_unit and unit not in found and not _MENTION[unit].search(translation):
            return figure, unit, other_unit
    return None


def _unit_behind(translation: str, figure: Figure) -> str | None:
    match = _ENGLISH_UNIT.match(translation, figure.end)
    if match is None:
        return None
    word = match.group(1).lower()
    return "century" if word.startswith("centur") else word
