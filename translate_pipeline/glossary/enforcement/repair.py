"""Finds, through the decoder's attention, what the model made of a term, and puts the target form there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from translate_pipeline.document import TermMatch
from translate_pipeline.glossary.article import place
from translate_pipeline.glossary.enforcement.base import Segment, had_article
from translate_pipeline.glossary.enforcement.joining import goes_on, remains_behind, surplus_behind, without_article
from translate_pipeline.translation.attention import attention_shares, run_around, words_with_attention
from translate_pipeline.translation.engine import Engine, Hypothesis

_ENOUGH_ATTENTION = 0.45
# A capitalised word with the same first letter is what became of a name, even if the decoder looked elsewhere too.
_ENOUGH_FOR_A_LIKE_WORD = 0.2
# What stands before a name in English and is looked at with it.
_LEADING = frozenset("the a an of in on at to from by for with and".split())
_POSSESSIVE = re.compile(r"['’]s$")


def _attended_words(
    hypothesis: Hypothesis, words: Sequence[str], first: int, end: int, term: TermMatch
) -> tuple[int, int]:
    """The run of words that look most at source pieces `first` to `end`: first word and end, equal if there is none."""
    shares = attention_shares(hypothesis, first, end)
    best = max(range(len(shares)), key=shares.__getitem__, default=-1)
    if best < 0:
        return 0, 0
    initial = words[best].lstrip("\"'(“")[:1]
    alike = initial.isupper() and initial == term.target[:1]
    if shares[best] < (_ENOUGH_FOR_A_LIKE_WORD if alike else _ENOUGH_ATTENTION):
        return best, best
    return run_around(shares, best, _ENOUGH_ATTENTION)


def _replaced(words: list[str], span: tuple[int, int], segment: Segment, term: TermMatch) -> list[str]:
    """The words of a translation with the term's target form in place of the words of `span`."""
    left, right = span
    old = " ".join(words[left:right])
    opening = old[: len(old) - len(old.lstrip("\"'(“"))]
    rest = old.rstrip("\"'),.;:?!”")
    possessive = _POSSESSIVE.search(rest)
    closing = (possessive.group() if possessive else "") + old[len(rest) :]
    before = "".join(word + " " for word in words[:left]) + opening
    form = term.target
    if term.kind == "term":
        before, form = place(before, form, term.entry, term.in_capitals, had_article(segment.text, term.start))
    else:
        before = without_article(before, form)
    after = "".join([closing, *(" " + word for word in words[right:])])
    if term.kind == "name":
        after = after[remains_behind(form, after) :]
    after = after[surplus_behind(form, after, goes_on(segment.text, term.end)) :]
    return (before + form + after).split(" ")


def _without_leading(words: list[str], span: tuple[int, int]) -> tuple[int, int]:
    left, right = span
    while left < right and words[left].casefold() in _LEADING:
        left += 1
    return left, right


def _is_rendering(old: list[str], term: TermMatch, at_start: bool) -> bool:
    """Whether words can be what became of a term, and of nothing else: not many more, and of its kind."""
    if not old or len(old) > len(term.target.split()) + 1:
        return False
    inner = old[1:] if at_start else old
    has_capital = any(word.lstrip("\"'(“")[:1].isupper() for word in inner)
    has_digit = any(ch.isdigit() for word in old for ch in word)
    if any(ch.isdigit() for ch in term.target):
        return has_digit
    if term.target[:1].islower():
        return not has_capital
    return has_capital or (at_start and len(old) == 1)


def repair(hypothesis: Hypothesis, segment: Segment, missing: Sequence[TermMatch], engine: Engine) -> str | None:
    """A hypothesis with the target form of each missing term where the decoder looked at its source.

    Args:
        hypothesis: a translation of the whole segment, with attention.
        segment: what was translated.
        missing: terms, names and figures of the segment that the hypothesis lacks.
        engine: what translated it.

    Returns:
        None if no term was found, or the hypothesis has no attention.
    """
    words = words_with_attention(hypothesis)
    if words is None:
        return None
    located = []
    for term in missing:
        first, end = (engine.count_pieces(segment.text[:offset]) for offset in (term.start, term.end))
        left, right = _without_leading(words, _attended_words(hypothesis, words, first, end, term))
        if _is_rendering(words[left:right], term, left == 0):
            located.append(((left, right), term))
    untouched = len(words)
    # From right to left, so that the words before a repair keep their numbers.
    for span, term in sorted(located, key=lambda item: item[0], reverse=True):
        if span[1] <= untouched:
            words = _replaced(words, span, segment, term)
            untouched = span[0]
    return " ".join(words) if located else None
