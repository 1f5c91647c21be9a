"""Bounds of numbers: `más de cien` is more than a hundred in the translation too, `casi tres` not more than three."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import NamedTuple

from translate_pipeline.checks.base import Finding, Translated
from translate_pipeline.checks.figure import Figure
from translate_pipeline.checks.figures import figures
from translate_pipeline.checks.number_words import english_number_words
from translate_pipeline.checks.source_numbers import source_numbers

_OVER = (
    r"(?<!no )(?<!not )(?:more|longer|higher|greater|larger|older|bigger|better) than|over|above|in excess of|"
    r"upwards? of|beyond|superior to|exceed\w*|surpass\w*"
)
_UNDER = r"(?<!no )(?<!not )(?:less|fewer|lower|smaller|younger|shorter) than|under|below|inferior to"
_AT_LEAST = r"at least|(?:no|not) (?:less|fewer) than"
_AT_MOST = r"at most|up to|(?:no|not) more than"
_NEARLY = r"almost|nearly|close to"
_ABOUT = r"about|around|some|roughly|approx\w*|approaching|virtually|practically|near|shy of|estimated|perhaps|maybe"
_AS_MUCH = r"as (?:many|much|high|far|long|late) as"
# What stands between a bound and its number.
_SPANISH_BETWEEN = r"\s+(?:(?:el|la|los|las|un[oa]?s?|otr[oa]s?|US)\s+)?[$€£]?\s*$"
_ENGLISH_BETWEEN = r"\W+(?:(?:an?|the|its|his|her|their|another|additional|further|extra|US|of)\W+)*[$€£]?\s*$"
_NEGATION = re.compile(r"\b(?:no|ni|sin|nunca|nadie|ningun[oa]?|tampoco)\b[^.;:]{0,40}$", re.IGNORECASE)
_NEGATED_IN_ENGLISH = re.compile(r"(?:\b(?:not?|never|without|cannot|nor)\b|n['’]t\b)[^.;:]{0,40}$", re.IGNORECASE)
# They belong to the number behind them.
_SIGNS = "$€£"
# What can say so behind the number, up to the end of its phrase.
_BEHIND = re.compile(
    r"[^.,;:()]{0,30}\b(?:(?:or|and) (?:more|less|fewer|older|younger|so|over|under|above|below)|odd|plus|"
    r"at (?:least|most)|minimum|maximum|approximately)\b|\s?\+",
    re.IGNORECASE,
)
# How far before its number a bound can stand, in characters.
_BEFORE = 60


class _Bound(NamedTuple):
    """What Spanish writes before a number, what says so before the English one, and what right before it denies it.

    `customary` is what English mostly says; it is empty where Spanish can mean several things.
    """

    customary: str
    spanish: re.Pattern[str]
    english: re.Pattern[str]
    denial: re.Pattern[str]
    turned_by_negation: bool


class BoundFault(NamedTuple):
    """A bound of the source that its translation turns round, or leaves out.

    Args:
        bound: the Spanish words of the bound.
        phrase: those words up to the end of their number.
        start, end: offsets into the translation: of the words that turn it round, or where it is missing.
        number_end: the end of the number in the translation.
        customary: the English bound that belongs there; empty where the Spanish one can mean several.
    """

    bound: str
    phrase: str
    start: int
    end: int
    number_end: int
    customary: str


def _bound(customary: str, spanish: str, english: str, denial: str, *, turned_by_negation: bool = True) -> _Bound:
    return _Bound(
        customary,
        re.compile(rf"\b({spanish}){_SPANISH_BETWEEN}", re.IGNORECASE),
        re.compile(rf"(?<!\w)(?:{english})(?!\w)", re.IGNORECASE),
        re.compile(rf"\b({denial}){_ENGLISH_BETWEEN}", re.IGNORECASE),
        turned_by_negation,
    )


_BOUNDS = (
    _bound("at least", "no menos del?|al menos|por lo menos|como mínimo|un mínimo de",
           rf"{_AT_LEAST}|least|minimum|{_AS_MUCH}|{_OVER}", rf"{_UNDER}|{_AT_MOST}|{_NEARLY}"),
    _bound("at most", "no más del?|como máximo|a lo sumo|un máximo de",
           rf"{_AT_MOST}|most|maximum|{_AS_MUCH}|{_UNDER}|within|only|just", rf"{_OVER}|at least"),
    _bound("", "hasta",
           rf"{_AT_MOST}|most|maximum|{_AS_MUCH}|until|till|to|through|by|before|even|within|down",
           rf"{_OVER}|at least"),
    _bound("almost", "casi",
           rf"{_NEARLY}|{_ABOUT}|{_UNDER}|next to", rf"{_OVER}|{_AT_LEAST}", turned_by_negation=False),
    _bound("about", "unos|unas|cerca del?|alrededor del?|en torno al?|aproximadamente",
           rf"{_NEARLY}|{_ABOUT}", rf"{_OVER}|{_AT_LEAST}|{_UNDER}|{_AT_MOST}", turned_by_negation=False),
    _bound("more than", "más del?|por encima del?|superior(?:es)? a",
           rf"{_OVER}|at least|top\w*|past|\w+er than", rf"{_UNDER}|{_AT_MOST}|{_NEARLY}"),
    _bound("less than", "menos del?|por debajo del?|inferior(?:es)? a",
           rf"{_UNDER}|{_AT_MOST}|within|in(?:side)?|short of|only|just|barely|scarcely|\w+er than",
           rf"{_OVER}|at least"),
)  # fmt: skip
_ANY_BOUND = re.compile(
    r"\b(?:casi|hasta|un[oa]s|cerca|alrededor|en torno|aproximadamente|menos|más|mínimo|máximo|sumo|"
    r"por encima|por debajo|(?:super|infer)ior(?:es)?)\b",
    re.IGNORECASE,
)


class _BoundedNumber(NamedTuple):
    """A number of the source with its bound: the bound's words, and those up to the end of the number."""

    number: Figure
    bound: _Bound
    words: str
    phrase: str
    negated: bool


def _alone(numbers: Sequence[Figure], number: Figure) -> Figure | None:
    """The only one of the numbers that has a value of `number`; None if there are none or several."""
    same = [other for other in numbers if other.values & number.values]
    return same[0] if len(same) == 1 else None


@functools.lru_cache(maxsize=4096)
def _bounded_numbers(source: str) -> tuple[_BoundedNumber, ...]:
    """The numbers of a Spanish text that have a bound and stand in it once."""
    if not _ANY_BOUND.search(source):
        return ()
    digits, words = source_numbers(source)
    numbers = (*digits, *words)
    found = []
    for number in numbers:
        opens = max(0, number.start - _BEFORE)
        before = source[opens : number.start]
        matches = ((bound, bound.spanish.search(before)) for bound in _BOUNDS)
        bound, match = next(((bound, match) for bound, match in matches if match), (None, None))
        if bound is None or match is None or _alone(numbers, number) is None:
            continue
        negated = _NEGATION.search(before[: match.start()]) is not None
        phrase = source[opens + match.start(1) : number.end]
        found.append(_BoundedNumber(number, bound, match.group(1), phrase, negated))
    return tuple(found)


def bound_faults(source: str, translation: str) -> list[BoundFault]:
    """The bounds of a Spanish text that its English translation turns round or leaves out.

    Only numbers that stand once in either text are looked at: a lost number is the numbers' own finding.
    """
    bounded_numbers = _bounded_numbers(source)
    if not bounded_numbers:
        return []
    given = (*figures(translation, "en"), *english_number_words(translation))
    found = []
    for bounded in bounded_numbers:
        counterpart = _alone(given, bounded.number)
        if counterpart is None:
            continue
        opens = max((other.end for other in given if other.end <= counterpart.start), default=0)
        fault = _fault(bounded, translation, counterpart, max(opens, counterpart.start - _BEFORE))
        found += [fault] if fault else []
    return found


def _fault(bounded: _BoundedNumber, translation: str, counterpart: Figure, opens: int) -> BoundFault | None:
    """`opens` is where the words begin that can bound the number of the translation, and no other."""
    bound, english = bounded.bound, translation[opens : counterpart.start]
    if bound.turned_by_negation and (bounded.negated or _NEGATED_IN_ENGLISH.search(english)):
        return None
    denial = bound.denial.search(english)
    if denial is not None:
        start, end = opens + denial.start(1), opens + denial.end(1)
    elif bound.english.search(english) or _BEHIND.match(translation, counterpart.end):
        return None
    else:
        start = end = opens + len(english.rstrip(_SIGNS))
    return BoundFault(bounded.words, bounded.phrase, start, end, counterpart.end, bound.customary)


class BoundsCheck:
    """Finds bounds of numbers that were lost or turned round, from Spanish to English."""

    name = "bounds"

    def findings(self, pair: Translated) -> list[Finding]:
        """An error for each bound that the translation turns round, a warning for each that it leaves out."""
        if (pair.source_language, pair.target_language) != ("es", "en"):
            return []
        return [self._finding(pair, fault) for fault in bound_faults(pair.source, pair.translation)]

    def _finding(self, pair: Translated, fault: BoundFault) -> Finding:
        given = pair.translation[fault.start : fault.number_end]
        if fault.start < fault.end:
            return Finding(self.name, "error", f"“{fault.phrase}” is not “{given}”", fault.phrase, given)
        number = fault.phrase.removeprefix(fault.bound).lstrip()
        return Finding(self.name, "warning", f"“{fault.bound}” before {number} is missing", fault.phrase, given)
