"""Quotation marks and brackets: they pair up in the translation, and none of a kind is lost."""

from __future__ import annotations

import re

from translate_pipeline.checks.base import Finding, Translated

_OPENING, _CLOSING = "“«„", "”»"
_BRACKETS = (("(", ")"), ("[", "]"), ("{", "}"))
_ANY = re.compile(r"[\"“”«»„()\[\]{}]")
# `1)`, `a)` and `:)` open nothing.
_SMILEY = re.compile(r"[:;]-?[()]")
_LIST_MARK = re.compile(r"(?<![\w(])[\da-z]{1,2}\)")


def _quotation_marks(text: str) -> tuple[int, int, int]:
    """How many marks open, close, and may do either."""
    opening = sum(text.count(mark) for mark in _OPENING)
    closing = sum(text.count(mark) for mark in _CLOSING)
    return opening, closing, text.count('"')


def _without_list_marks(text: str) -> str:
    """A text without the closing brackets of `1)` and `a)`, where no bracket is open."""
    out, position = [], 0
    for match in _LIST_MARK.finditer(text):
        before = text[: match.start()]
        if before.count("(") <= before.count(")"):
            out.append(text[position : match.start()])
            position = match.end()
    return "".join([*out, text[position:]]) if out else text


def _unbalanced(text: str) -> str:
    """A mark that has no partner in the text; empty if all have."""
    opening, closing, either = _quotation_marks(text)
    if (opening + closing + either) % 2:
        return "“" if opening > closing else "”" if closing > opening else '"'
    if opening != closing and not either:
        return "“" if opening > closing else "”"
    text = _without_list_marks(_SMILEY.sub("", text))
    for left, right in _BRACKETS:
        if text.count(left) != text.count(right):
            return left if text.count(left) > text.count(right) else right
    return ""


class QuotationsCheck:
    """Finds quotation marks and brackets that do not pair up, or that the source has and the translation lacks."""

    name = "quotations"

    def findings(self, pair: Translated) -> list[Finding]:
        """At most one finding for marks without partners, one for quotations, and one for brackets that are lost."""
        if not _ANY.search(pair.source) and not _ANY.search(pair.translation):
            return []
        found = []
        mark = _unbalanced(pair.translation)
        if mark and not _unbalanced(pair.source):
            found.append(Finding(self.name, "error", f"{mark} has no partner", "", mark))
        wanted, given = (sum(_quotation_marks(text)) for text in (pair.source, pair.translation))
        single = len(re.findall(r"(?<!\w)[‘'](?=\w)|''", pair.translation))
        if wanted >= 2 and given + 2 * single < wanted and not found:
            found.append(Finding(self.name, "warning", "a quotation of the source is not marked", '"', ""))
        elif given >= wanted + 2 and wanted == 0 and not re.search(r"['‘’]", pair.source):
            found.append(Finding(self.name, "note", "quotation marks that the source does not have", "", '"'))
        pairs = [(pair.source.count(left), pair.translation.count(left), left) for left, _ in _BRACKETS]
        lost = next((left for in_source, in_translation, left in pairs if in_translation < in_source), "")
        if lost and not found and "—" not in pair.translation and " - " not in pair.translation:
            found.append(Finding(self.name, "warning", "what stands in brackets in the source does not", lost, ""))
        return found
