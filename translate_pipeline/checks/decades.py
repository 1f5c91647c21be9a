"""Decades that Spanish spells out: los años treinta del siglo XIX."""

from __future__ import annotations

import re
from fractions import Fraction

from translate_pipeline.checks.figure import Figure
from translate_pipeline.checks.number_words import ordinal_figure
from translate_pipeline.checks.roman_numerals import roman_value

_TENS = {
    word: 10 * tens
    for tens, word in enumerate("veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa".split(), 2)
}
# `hace años treinta personas` has no decade, so an article or `década de` must stand before.
_DECADE = re.compile(
    rf"(?<!\w)(?:(?<=los\s)años|década\s+de(?:\s+los)?(?:\s+años)?)\s+(?P<tens>{'|'.join(_TENS)})"
    r"(?!\s+y\s+\w|\s+mil)(?:\s+del?\s+(?:siglo\s+(?P<century>[XVI]+)\b|(?:pasado\s+siglo|siglo\s+pasado)\b))?(?!\w)",
    re.IGNORECASE,
)


def spelled_decades(text: str) -> list[Figure]:
    """The decades of a Spanish text; one without its century is of the twentieth, or in our own time of this one."""
    found = []
    for match in _DECADE.finditer(text):
        tens, century = _TENS[match["tens"].casefold()], match["century"]
        first = 100 * (roman_value(century.upper()) - 1 if century else 19) + tens
        values = {first, tens, *({first + 100} if tens < 30 and not century else ())}
        english = f"{tens}s of the {ordinal_figure(first // 100 + 1)} century" if century else f"{first}s"
        found.append(Figure(match.group(), *match.span(), frozenset(map(Fraction, values)), english))
    return found
