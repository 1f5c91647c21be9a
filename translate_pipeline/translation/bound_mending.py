"""Bounds of numbers that a translation turned round or left out, put right: `almost three` for `casi tres`."""

from __future__ import annotations

import re

from translate_pipeline.checks.bounds import BoundFault, bound_faults
from translate_pipeline.glossary.article import with_fitting_indefinite

# `Unos 300` is often taken for `a 300`.
_ABOUT = "about"
_ARTICLE = re.compile(r"\ban? $", re.IGNORECASE)


def mend_bounds(translation: str, source: str) -> str:
    """An English translation with the bounds that its Spanish source gives its numbers, where English has one for them.

    Args:
        translation: the translation of `source`.
        source: a Spanish text.
    """
    # From the end, so that the places of those before stay what they are.
    for fault in sorted(bound_faults(source, translation), key=lambda fault: -fault.start):
        if fault.customary:
            translation = _mended(translation, fault)
    return translation


def _mended(translation: str, fault: BoundFault) -> str:
    before, bound, behind = translation[: fault.start], fault.customary, translation[fault.end :]
    article = _ARTICLE.search(before)
    if article is not None and bound == _ABOUT and translation[fault.number_end : fault.number_end + 1] != "-":
        before = before[: article.start()]
    elif article is not None:
        before = with_fitting_indefinite(before, bound)
    if not any(map(str.isalnum, before)):
        bound, behind = bound[0].upper() + bound[1:], behind[0].lower() + behind[1:]
    return before + bound + (" " if fault.start == fault.end else "") + behind
