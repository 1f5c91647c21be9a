"""Mends terms that a model copied from the source, or wrote in other capitals: no need to ask it again."""

from __future__ import annotations

import re

from translate_pipeline.checks.terms import missing_terms
from translate_pipeline.glossary.article import place
from translate_pipeline.glossary.enforcement.base import Segment, had_article


def _whole_word(form: str, flags: int = 0) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)" + r"\s+".join(map(re.escape, form.split())) + r"(?!\w)", flags)


def mend_copies(translation: str, segment: Segment) -> str:
    """Puts the target form where a missing term stands in its source form, or in wrong capitals."""
    for term in missing_terms(segment.terms, translation):
        target = term.target
        in_any_case = [m for m in _whole_word(target, re.IGNORECASE).finditer(translation) if m.group() != target]
        found = in_any_case[0] if in_any_case else _whole_word(term.text).search(translation)
        if found is None:
            continue
        before, after = translation[: found.start()], translation[found.end() :]
        if not in_any_case:
            article = had_article(segment.text, term.start)
            before, target = place(before, target, term.entry, term.in_capitals, article)
        translation = before + target + after
    return translation
