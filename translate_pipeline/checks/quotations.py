"""Quotation marks and brackets: they pair up in the translation, and none of a kind is lost."""

from __future__ import annotations

import difflib
import itertools
import re

from translate_pipeline.checks.base import Finding, Severity, Translated
from translate_pipeline.checks.words import words_of
from translate_pipeline.lexicon import may_translate

_OPENING, _CLOSING = "“«„", "”»"
_BRACKETS = (("(", ")"), ("[", "]"), ("{", "}"))
_ANY = re.compile(r"[\"“”«»„()\[\]{}]")
# `1)`, `a)` and `:)` open nothing.
_SMILEY = re.compile(r"[:;]-?[()]")
_LIST_MARK = re.compile(r"(?<![\w(])[\da-z]{1,2}\)")
_QUOTATION = re.compile(r"[\"“«„]([^\"“”«»„]*)[\"”»]")
_WORD = re.compile(r"\w+")
# A title, or a word that is called something: English may write it without marks.
_MOST_OF_TITLE = 3
_SO_CALLED = re.compile(r"\b(?:llamad[oa]s?|denominad[oa]s?|apodad[oa]s?)\s+$")
_BRACKETED = re.compile(r"[(\[{]([^()\[\]{}]*)[)\]}]")
# (57.), (8., 53.): the minute of a goal.
_ORDINALS = re.compile(r"\d+\.(?:,? \d+\.)*")
_STOP_INSIDE = re.compile(r"[.!?…][\"”»]? (?=[\"“«¿¡]?[^\W\d_a-záéíóúñ])")
_FEWEST_REPEATED = 3
# The share of words in the same order.
_LEAST_REPEATED = 0.75
_WORDS_BEFORE = 4
_SHORTEST_TELLING = 4


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


def _is_title(text: str, match: re.Match[str]) -> bool:
    """Whether a quotation is a title, or what something is called."""
    words = match.group(1).split()
    if not 0 < len(words) <= _MOST_OF_TITLE:
        return False
    is_name = match.start() > 0 and all(word[0].isupper() for word in words) and text[match.end() - 2].isalnum()
    return is_name or _SO_CALLED.search(text, 0, match.start()) is not None


def _titles(text: str) -> int:
    return sum(_is_title(text, match) for match in _QUOTATION.finditer(text))


def _is_gloss(source: str, match: re.Match[str], translated: frozenset[str]) -> bool:
    """Whether brackets say in Spanish what the foreign words before them mean, which stay in the translation."""
    before = [word.lower() for word in _WORD.findall(source[: match.start()])[-_WORDS_BEFORE:]]
    kept = [word for word in before if word in translated and len(word) >= _SHORTEST_TELLING]
    inside = [word for word in _WORD.findall(match.group(1)) if len(word) >= _SHORTEST_TELLING]
    return any(word.lower() != other and may_translate(word, other) for word in inside for other in kept)


def _are_resolved(source: str, translation: str) -> bool:
    """Whether all brackets of the source hold what English says without them: minutes and glosses of foreign words."""
    translated = words_of(translation)
    for match in _BRACKETED.finditer(source):
        inner = match.group(1).strip()
        if _ORDINALS.fullmatch(inner):
            if all(re.search(rf"\b{day}(?:st|nd|rd|th)\b", translation) for day in re.findall(r"\d+", inner)):
                continue
            return False
        if inner != "..." and not _is_gloss(source, match, translated):
            return False
    return True


def _said_twice(source: str, translation: str) -> str:
    """A sentence inside the translation that a model says again instead of the next one; empty if there is none."""
    if not _STOP_INSIDE.search(source) or not _STOP_INSIDE.search(translation):
        return ""
    if _repeated(source):
        return ""
    return _repeated(translation)


def _repeated(text: str) -> str:
    """The first part of a text, up to a full stop, that the next part begins with in almost the same words."""
    parts = _STOP_INSIDE.split(text)
    for part, following in itertools.pairwise(parts):
        words = _WORD.findall(part.lower())
        if len(words) < _FEWEST_REPEATED:
            continue
        beginning = _WORD.findall(following.lower())[: len(words)]
        if difflib.SequenceMatcher(None, words, beginning, autojunk=False).ratio() >= _LEAST_REPEATED:
            return part.strip('"“«')
    return ""


class QuotationsCheck:
    """Finds quotation marks and brackets that do not pair up, or that the source has and the translation lacks."""

    name = "quotations"

    def findings(self, pair: Translated) -> list[Finding]:
        """At most one finding for marks without partners, for quotations, for words said twice, for lost brackets."""
        if not _ANY.search(pair.source) and not _ANY.search(pair.translation):
            return []
        found = []
        mark = _unbalanced(pair.translation)
        if mark and not _unbalanced(pair.source):
            found.append(Finding(self.name, "error", f"{mark} has no partner", "", mark))
        wanted, given = (sum(_quotation_marks(text)) for text in (pair.source, pair.translation))
        single = len(re.findall(r"(?<!\w)[‘'](?=\w)|''", pair.translation))
        if wanted >= 2 and given + 2 * single < wanted and not found:
            severity: Severity = "warning" if (wanted - given - 2 * single) // 2 > _titles(pair.source) else "note"
            found.append(Finding(self.name, severity, "a quotation of the source is not marked", '"', ""))
        elif given >= wanted + 2 and wanted == 0 and not re.search(r"['‘’]|^[—–]", pair.source):
            found.append(Finding(self.name, "note", "quotation marks that the source does not have", "", '"'))
        if given and (twice := _said_twice(pair.source, pair.translation)):
            found.append(Finding(self.name, "error", f"“{twice}” stands there twice", "", twice))
        pairs = [(pair.source.count(left), pair.translation.count(left), left) for left, _ in _BRACKETS]
        lost = next((left for in_source, in_translation, left in pairs if in_translation < in_source), "")
        if lost and not found and "—" not in pair.translation and " - " not in pair.translation:
            severity = "note" if _are_resolved(pair.source, pair.translation) else "warning"
            found.append(Finding(self.name, severity, "what stands in brackets in the source does not", lost, ""))
        return found
