"""Glossary terms: each must stand in the translation as often as in the source."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from translate_pipeline.checks.base import Finding, Translated
from translate_pipeline.document import TermMatch


def term_pattern(targets: Sequence[str]) -> re.Pattern[str]:
    """Matches whole-word occurrences of any target form, the longest first; lower-case ones in any case."""
    alternatives = []
    for target in sorted(set(targets), key=lambda form: (-len(form), form)):
        form = r"\s+".join(map(re.escape, target.split()))
        alternatives.append(f"(?i:{form})" if target.islower() else f"{form}|{re.escape(target.upper())}")
    return re.compile(r"(?<!\w)(?:" + "|".join(alternatives) + r")(?!\w)")


def _occurrences(form: str, text: str) -> list[tuple[int, int]]:
    """Where a form stands in a text as whole words."""
    found, start = [], text.find(form)
    while start >= 0:
        end = start + len(form)
        before, after = text[start - 1 : start], text[end : end + 1]
        if not (before.isalnum() or before == "_" or after.isalnum() or after == "_"):
            found.append((start, end))
        start = text.find(form, start + 1)
    return found


def rendered_terms(terms: Sequence[TermMatch], translation: str) -> Counter[str]:
    """How often each target form stands in the translation, by the form casefolded; a longer form takes its words."""
    counts: Counter[str] = Counter()
    if not terms:
        return counts
    text = " ".join(translation.split())
    lower = text.lower()
    taken = bytearray(len(text))
    for target in sorted({" ".join(term.target.split()) for term in terms}, key=lambda form: (-len(form), form)):
        spans = _occurrences(target, lower) if target.islower() else _occurrences(target, text)
        if not target.isupper() and not target.islower():
            spans += _occurrences(target.upper(), text)
        free = [(start, end) for start, end in spans if not any(taken[start:end])]
        for start, end in free:
            taken[start:end] = b"\1" * (end - start)
        counts[target.casefold()] += len(free)
    return counts


def missing_terms(terms: Sequence[TermMatch], translation: str) -> list[TermMatch]:
    """The matches whose target form is not in the translation, or not often enough."""
    left = rendered_terms(terms, translation)
    missing = []
    for term in terms:
        form = " ".join(term.target.casefold().split())
        if left[form] > 0:
            left[form] -= 1
        else:
            missing.append(term)
    return missing


def surplus_terms(terms: Sequence[TermMatch], translation: str) -> dict[str, int]:
    """Target forms that stand in the translation at least twice more than in the source, and how often they do.

    Once more is style: English repeats a name where Spanish has an adjective or leaves the subject out.
    """
    wanted = Counter(" ".join(term.target.casefold().split()) for term in terms)
    given = rendered_terms(terms, translation)
    forms = {" ".join(term.target.casefold().split()): term.target for term in terms}
    return {forms[form]: count for form, count in given.items() if count >= wanted[form] + 2}


def _message(term: TermMatch) -> str:
    if term.text.casefold() == term.target.casefold():
        return f"the term {term.target} is missing"
    return f"{term.text} should be {term.target}"


class TermsCheck:
    """Finds glossary terms that did not come through, and those that a confused model repeats."""

    name = "terms"

    def findings(self, pair: Translated) -> list[Finding]:
        """One finding for each term that is missing, one for each that stands there far too often."""
        found = [
            Finding(self.name, "error", _message(term), term.text, term.target)
            for term in missing_terms(pair.terms, pair.translation)
        ]
        for target, count in surplus_terms(pair.terms, pair.translation).items():
            found.append(Finding(self.name, "warning", f"{target} stands there {count} times", "", target))
        return found
