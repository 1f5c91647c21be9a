"""Puts minus signs and `±` before their numbers again."""

from __future__ import annotations

import re

from translate_pipeline.checks.signs import lost_signs, signed_figures

_SPACED_MINUS = re.compile(r"(?<=[\s(])([-−])\s(?=\d)")
_LESS = re.compile(r"\b([Ll])ess (?=\d[\d.,]* degrees?\b)")


def mend_signs(translation: str, source: str) -> str:
    """An English translation in which a number that has lost the sign of its Spanish source has it again."""
    signed = signed_figures(source)
    if not signed:
        return translation
    if not re.search(r"\s[-–−]\s", source):
        translation = _SPACED_MINUS.sub(r"\1", translation)
    if any(one.text.lower().startswith("menos") for one in signed):
        translation = _LESS.sub(lambda match: "Minus " if match[1] == "L" else "minus ", translation)
    places = {}
    for one, same in lost_signs(source, translation):
        if len(same) == 1 and translation[same[0].start].isdigit():
            places[same[0].start] = one.sign
    for place in sorted(places, reverse=True):
        sign_before = translation[place - 1 : place] in ("$", "€", "£")
        at = place - 1 if sign_before else place
        translation = translation[:at] + places[place] + translation[at:]
    return translation
