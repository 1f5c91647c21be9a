"""Counts that became ordinals: `los 18 novatos` are not the 18th rookies."""

from __future__ import annotations

import re
from collections.abc import Sequence

from translate_pipeline.checks.calendar_words import ENGLISH_MONTHS
from translate_pipeline.checks.figure import Figure

_ORDINAL = re.compile(r"\b(\d{1,3})(?:st|nd|rd|th)\b(?! (?:anniversary|birthday))")
_MONTH = rf"(?:{'|'.join(ENGLISH_MONTHS)})"
_DATE_BEFORE = re.compile(rf"{_MONTH}\s+(?:the\s+)?$")
_DATE_BEHIND = re.compile(
    rf"\s+(?:of\s+)?{_MONTH}|\s+(?:and|to|or|[-–])\s+(?:the\s+)?\d+(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}"
)
# What Spanish numbers with cardinals too: el siglo 20, el 50 aniversario, la calle 42.
_NUMBERED = re.compile(
    r"\b(?:siglos?|aniversarios?|edici\w+|cumpleaños|artículos?|calles?|avenidas?|congreso|puestos?|lugar|posici\w+|distritos?|"
    r"días?|pisos?|plantas?|minutos?|vueltas?|etapas?|jornadas?|festival|legislatura|número|lunes|martes|miércoles|jueves|"
    r"viernes|sábado|domingo|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|"
    r"hoyos?|rondas?|temporadas?|capítulos?|grados?|fase|enmienda|regimiento|brigada|división|paralelo|mundial|final|"
    r"cumbre|sesión|batallón|partidos?|semana|mes|año|aniversaria|medianoche|lustro)\b|"
    r"\d\s?[.]?\s?[ºªo°a]\b|\(\d+\.|\bdel? \d+(?! \w)",
    re.IGNORECASE,
)


def count_made_ordinal(source: str, translation: str, wanted: Sequence[Figure]) -> str | None:
    """An ordinal figure of a translation for which the Spanish source has a count.

    Args:
        wanted: the numbers of the source.
    """
    if _NUMBERED.search(source):
        return None
    for match in _ORDINAL.finditer(translation):
        is_date = _DATE_BEFORE.search(translation, 0, match.start()) or _DATE_BEHIND.match(translation, match.end())
        value = int(match.group(1))
        if not is_date and any(value in figure.values and figure.text.isdigit() for figure in wanted):
            return match.group()
    return None
