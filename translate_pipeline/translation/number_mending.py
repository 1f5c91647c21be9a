"""Numbers in an English translation, as English newspapers write them."""

from __future__ import annotations

import re

from translate_pipeline.checks.figures import anglicise
from translate_pipeline.checks.halves import lost_halves
from translate_pipeline.translation.currency_mending import mend_currencies
from translate_pipeline.translation.ordinal_mending import mend_ordinals
from translate_pipeline.translation.sign_mending import mend_signs

# `33 million million`, `a thousand thousand people`.
_MAGNITUDE_TWICE = re.compile(r"\b(hundred|thousand|million|billion|trillion)(?: \1)+\b", re.IGNORECASE)
# What word by word makes of `unos 33 millones`, `una treintena de`, `medio centenar de`, and of a decade held in place.
_ABOUT = re.compile(r"\b[Uu]n[oa]s\s+\d")
_A_SUM = re.compile(r"\ban? (?=[$€£]?\d[\d.,]* (?:thousand|million|billion|trillion)\s?(?:[).,;:]|$))")
_A_SCORE = re.compile(r"\b(?:[Aa]bout )?[Aa] (?=(?:twenty|thirty|fifty|20|30|50) (?:of )?\w+)(\w+) (?:of )?")
_HALF_HUNDRED = re.compile(r"\b(?:an? half|half a) hundred (?:of )?")
_ENDING_TWICE = re.compile(r"(?<=\d0s)['\"’]? ?s(?!\w)")
_CENTURY_TWICE = re.compile(r"(?<=\d(?:st|nd|rd|th) )(century) century\b")
# What it makes of `una hora y media`.
_HALF = re.compile(
    r"\b((?:hour|year|month|week|day|point|century|decade|million|billion|meter|metre|kilometer|kilometre)s? and )"
    r"(?:media|medium|average|means|middle)\b"
)
_SCORE_OR_HALF = re.compile(r"\b(?:una\s+(?:veintena|treintena|cincuentena)|medio\s+centenar)\b", re.IGNORECASE)
_HAS_NUMBER = re.compile(r"\d|\b(?:mil|mill[oó]n|medi[oa]|una|años|siglo)", re.IGNORECASE)


def mend_numbers(translation: str, source: str) -> str:
    """An English translation with what a model miswrites in numbers put right: forms, ordinals, signs, currencies.

    Args:
        translation: English.
        source: the Spanish text.
    """
    translation = anglicise(source, translation)
    if not _HAS_NUMBER.search(source):
        return translation
    translation = _ENDING_TWICE.sub("", _MAGNITUDE_TWICE.sub(r"\1", translation))
    translation = _CENTURY_TWICE.sub(r"\1", translation)
    if lost_halves(source, translation):
        translation = _HALF.sub(r"\1a half", translation)
    if _SCORE_OR_HALF.search(source):
        translation = _HALF_HUNDRED.sub("50 ", _A_SCORE.sub(r"about \1 ", translation))
    translation = mend_currencies(mend_signs(mend_ordinals(translation, source), source), source)
    return _A_SUM.sub("about ", translation) if _ABOUT.search(source) else translation
