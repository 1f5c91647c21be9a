"""Mends terms that a model copied from the source, or wrote in other capitals or with other hyphens."""

from __future__ import annotations

import re

from translate_pipeline.checks.terms import missing_terms
from translate_pipeline.glossary.article import at_sentence_start, place
from translate_pipeline.glossary.enforcement.base import Segment, had_article
from translate_pipeline.glossary.enforcement.joining import surplus_behind

# A short form is easily found across words that have nothing to do with it.
_FEWEST_LETTERS_TO_DIVIDE = 6
# No sentence lacks more; a text without full stops can, and each is looked for in all of it.
_MOST_MENDED = 64


def _whole_word(form: str, flags: int = 0) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)" + r"\s+".join(map(re.escape, form.split())) + r"(?!\w)", flags)


def _spelled_otherwise(target: str) -> re.Pattern[str]:
    """A form in any capitals, its words joined or divided in other ways: `Euro-zone` and `Euro zone` for eurozone."""
    letters = "".join(target.split()).replace("-", "")
    if len(letters) < _FEWEST_LETTERS_TO_DIVIDE:
        return _whole_word(target, re.IGNORECASE)
    return re.compile(r"(?<!\w)" + r"[\s-]?".join(map(re.escape, letters)) + r"(?!\w)", re.IGNORECASE)


def mend_copies(translation: str, segment: Segment) -> str:
    """Puts the target form where a missing term stands in its source form, or spelled in another way."""
    for term in missing_terms(segment.terms, translation)[:_MOST_MENDED]:
        target = term.target
        spellings = _spelled_otherwise(target).finditer(translation)
        # `us` is no acronym.
        otherwise = [m for m in spellings if m.group() != target and not (target.isupper() and m.group().islower())]
        found = otherwise[0] if otherwise else _whole_word(term.text).search(translation)
        if found is None:
            continue
        before, after = translation[: found.start()], translation[found.end() :]
        if otherwise:
            target = at_sentence_start(before, target)
        else:
            article = had_article(segment.text, term.start)
            before, target = place(before, target, term.entry, term.in_capitals, article)
        translation = before + target + after[surplus_behind(target, after, goes_on=False) :]
    return translation
