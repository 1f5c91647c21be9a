"""Signs before numbers: minus, plus or minus."""

from __future__ import annotations

import re
from collections import defaultdict
from fractions import Fraction
from typing import NamedTuple

from translate_pipeline.checks.figure import Figure
from translate_pipeline.checks.figures import figures
from translate_pipeline.checks.number_words import english_number_words

# No sentence has more, and a text without full stops is a list.
_MOST_SIGNED = 50
_CERTAIN_SIGN = re.compile(r"(?P<both>±|\+/-|\+-)\s?$|−$")
_MINUS_IN_WORDS = re.compile(r"(?:^|\b(?:a|de|entre|y|los|hasta|,|con|unos))\s*menos\s$", re.IGNORECASE)
_DEGREES = re.compile(r"\s?(?:grados?\b|[°º])", re.IGNORECASE)
_MEASURE = re.compile(r"\s?(?:grados?\b|[°º%]|por\s+ciento|puntos?\b)", re.IGNORECASE)
# A second dash closes what the first opened: `los detenidos -5 hombres- salieron`; another may open before it.
_NEXT_DASH = re.compile(r"(?P<opening>\s[-–](?=\w))|(?P<closing>[\w%.)]\s?[-–](?=[\s,.;:)]|$))")
_SIGN_IN_ENGLISH = re.compile(
    r"(?:[-−–]\s?[$€£]?|±\s?|\+/-\s?|\b(?:minus|negative|below|plus[ -]or[ -]minus|sub-?zero)\s(?:of\s)?)$",
    re.IGNORECASE,
)
_BELOW_ZERO = re.compile(r"\s?(?:degrees?\b|°)?[\w\s]{0,20}\b(?:below\s+(?:zero|freezing)|sub-?zero)", re.IGNORECASE)
_LESS = re.compile(
    r"\b(?:fell|fall\w*|drop\w*|declin\w*|decreas\w*|contract\w*|shr[aiu]nk\w*|down|loss\w*|lost|deficit|below|reduc\w*|"
    r"cut|lower|negative|minus|less)\b",
    re.IGNORECASE,
)


class SignedFigure(NamedTuple):
    """A Spanish number with its sign, `-` or `±`; `text` is what stands there, sign and number."""

    sign: str
    figure: Figure
    text: str


def _sign(text: str, figure: Figure) -> tuple[str, int] | None:
    """The sign before a number, and where it begins."""
    before = text[max(0, figure.start - 20) : figure.start]
    certain = _CERTAIN_SIGN.search(before)
    if certain:
        return "±" if certain["both"] else "-", figure.start - len(certain.group())
    words = _MINUS_IN_WORDS.search(before)
    if words and _DEGREES.match(text, figure.end):
        return "-", figure.start - len("menos ")
    if before[-1:] not in ("-", "–"):
        return None
    # A hyphen behind a number makes a range or a score, a dash at the beginning may be a bullet or somebody speaking.
    led = before[:-1].rstrip()
    if led == before[:-1] and led and led[-1] not in '([«“"':
        return None
    following = _NEXT_DASH.search(text, figure.end - 1)
    if led[-1:].isdigit() or (following and following["closing"]):
        return None
    if (not led or led[-1] in ".:;!?") and not _MEASURE.match(text, figure.end):
        return None
    return "-", figure.start - 1


def signed_figures(text: str) -> list[SignedFigure]:
    """The numbers of a Spanish text that have a sign."""
    if not any(sign in text for sign in "-–−±+") and "menos" not in text.lower():
        return []
    found = []
    for figure in figures(text, "es"):
        sign = _sign(text, figure)
        if sign is not None:
            found.append(SignedFigure(sign[0], figure, text[sign[1] : figure.end]))
    return found


def has_sign(translation: str, number: Figure) -> bool:
    """Whether a number of an English text has a sign, or words that say the same."""
    before = translation[max(0, number.start - 20) : number.start]
    return bool(_SIGN_IN_ENGLISH.search(before) or _BELOW_ZERO.match(translation, number.end))


def lost_signs(source: str, translation: str) -> list[tuple[SignedFigure, list[Figure]]]:
    """The signed numbers of a Spanish text that have lost their signs, each with the English numbers of its value."""
    signed = signed_figures(source)[:_MOST_SIGNED]
    if not signed:
        return []
    with_value: dict[Fraction, list[Figure]] = defaultdict(list)
    for number in (*figures(translation, "en"), *english_number_words(translation)):
        for value in number.values:
            with_value[value].append(number)
    kept = {value for value, numbers in with_value.items() if any(has_sign(translation, number) for number in numbers)}
    found = []
    for one in signed:
        same = list(dict.fromkeys(number for value in one.figure.values for number in with_value[value]))
        if same and not one.figure.values & kept:
            found.append((one, same))
    return found


def says_less(translation: str) -> bool:
    """Whether a word of an English text may stand for a minus sign: a fall of 2%."""
    return _LESS.search(translation) is not None
