"""Bounds of numbers: `más de cien` is more than a hundred in the translation too, `casi tres` not more than three."""

from __future__ import annotations

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
# What can say so behind the number, up to the end of its phrase.
_BEHIND = re.compile(
    r"[^.,;:()]{0,30}\b(?:(?:or|and) (?:more|less|fewer|older|younger|so|over|under|above|below)|odd|plus|"
    r"at (?:least|most)|minimum|maximum|approximately)\b|\s?\+",
    re.IGNORECASE,
)
# How far before its number a bound can stand, in characters.
_BEFORE = 60


class _Bound(NamedTuple):
    """What Spanish writes before a number, what says so before the English one, and what right before it denies it."""

    spanish: re.Pattern[str]
    english: re.Pattern[str]
    denial: re.Pattern[str]
    turned_by_negation: bool


def _bound(spanish: str, english: str, denial: str, *, turned_by_negation: bool = True) -> _Bound:
    return _Bound(
        re.compile(rf"\b({spanish}){_SPANISH_BETWEEN}", re.IGNORECASE),
        re.compile(rf"(?<!\w)(?:{english})(?!\w)", re.IGNORECASE),
        re.compile(rf"\b({denial}){_ENGLISH_BETWEEN}", re.IGNORECASE),
        turned_by_negation,
    )


_BOUNDS = (
    _bound("no menos del?|al menos|por lo menos|como mínimo|un mínimo de",
           rf"{_AT_LEAST}|least|minimum|{_AS_MUCH}|{_OVER}", rf"{_UNDER}|{_AT_MOST}|{_NEARLY}"),
    _bound("no más del?|como máximo|a lo sumo|un máximo de",
           rf"{_AT_MOST}|most|maximum|{_AS_MUCH}|{_UNDER}|within|only|just", rf"{_OVER}|at least"),
    _bound("hasta",
           rf"{_AT_MOST}|most|maximum|{_AS_MUCH}|until|till|to|through|by|before|even|within|down",
           rf"{_OVER}|at least"),
    _bound("casi", rf"{_NEARLY}|{_ABOUT}|{_UNDER}|next to", rf"{_OVER}|{_AT_LEAST}", turned_by_negation=False),
    _bound("unos|unas|cerca del?|alrededor del?|en torno al?|aproximadamente",
           rf"{_NEARLY}|{_ABOUT}", rf"{_OVER}|{_AT_LEAST}|{_UNDER}|{_AT_MOST}", turned_by_negation=False),
    _bound("más del?|por encima del?|superior(?:es)? a",
           rf"{_OVER}|at least|top\w*|past|\w+er than", rf"{_UNDER}|{_AT_MOST}|{_NEARLY}"),
    _bound("menos del?|por debajo del?|inferior(?:es)? a",
           rf"{_UNDER}|{_AT_MOST}|within|in(?:side)?|short of|only|just|barely|scarcely|\w+er than",
           rf"{_OVER}|at least"),
)  # fmt: skip
_ANY_BOUND = re.compile(
    r"\b(?:casi|hasta|un[oa]s|cerca|alrededor|en torno|aproximadamente|menos|más|mínimo|máximo|sumo|"
    r"por encima|por debajo|(?:super|infer)ior(?:es)?)\b",
    re.IGNORECASE,
)


def _alone(numbers: Sequence[Figure], number: Figure) -> Figure | None:
    """The only one of the numbers that has a value of `number`; None if there are none or several."""
    same = [other for other in numbers if other.values & number.values]
    return same[0] if len(same) == 1 else None


class BoundsCheck:
    """Finds bounds of numbers that were lost or turned round, from Spanish to English.

    Only numbers that stand once in either text are looked at: a lost number is the numbers' own finding.
    """

    name = "bounds"

    def findings(self, pair: Translated) -> list[Finding]:
        """An error for each bound that the translation turns round, a warning for each that it leaves out."""
        if (pair.source_language, pair.target_language) != ("es", "en") or not _ANY_BOUND.search(pair.source):
            return []
        digits, words = source_numbers(pair.source)
        wanted = (*digits, *words)
        given = (*figures(pair.translation, "en"), *english_number_words(pair.translation))
        found = []
        for number in wanted:
            counterpart = _alone(given, number)
            if counterpart is None or _alone(wanted, number) is None:
                continue
            finding = self._finding(pair, number, counterpart)
            found += [finding] if finding else []
        return found

    def _finding(self, pair: Translated, number: Figure, counterpart: Figure) -> Finding | None:
        opens, english_opens = max(0, number.start - _BEFORE), max(0, counterpart.start - _BEFORE)
        before, english = pair.source[opens : number.start], pair.translation[english_opens : counterpart.start]
        for bound in _BOUNDS:
            match = bound.spanish.search(before)
            if match is None:
                continue
            phrase = pair.source[opens + match.start(1) : number.end]
            if bound.turned_by_negation and (
                _NEGATION.search(before[: match.start()]) or _NEGATED_IN_ENGLISH.search(english)
            ):
                return None
            denial = bound.denial.search(english)
            if denial is not None:
                given = pair.translation[english_opens + denial.start(1) : counterpart.end]
                return Finding(self.name, "error", f"“{phrase}” is not “{given}”", phrase, given)
            if bound.english.search(english) or _BEHIND.match(pair.translation, counterpart.end):
                return None
            return Finding(self.name, "warning", f"“{match.group(1)}” before {number.text} is missing", phrase, "")
        return None
