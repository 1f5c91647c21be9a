"""Puts currencies beside their sums again, once each, where the source leaves no doubt which sum is which."""

from __future__ import annotations

import re

from translate_pipeline.checks.figure import Figure
from translate_pipeline.checks.money import SpanishSum, Sum, is_dollars_instead, is_lost, plural, sums

# A currency can be put in only where no noun follows, which the number may count.
_NO_NOUN_FOLLOWS = re.compile(
    r"\s*(?:$|[.,;:!?)\]—–\"”]|(?:in|for|to|of|a|an|per|on|from|and|or|by|at|with|more|less|as|when|that|which|last|this|"
    r"until|between|during|annually|yearly|monthly|worth|was|were|is|are|has|have|had|will|would|could)\b)"
)
_WEIGHTS = re.compile(r"\s(?:of\s)?weights?\b")
_REPEATED_SIGN = re.compile(
    r"(?P<sum>(?P<sign>[€£])?\d[\d.,]*\d|\d)\s?(?P<behind>[€£])(?:[\s'’‘\"”s]{0,9}?(?P=behind))+"
)
_SUM_TWICE = re.compile(r"(?P<number>\d[\d.,]*)\s?(?P<sign>[€£])(?P=number)(?:\s?['’\"]){1,4}\s?s?(?=\s|$)")


def _with_one_mention(translation: str, one: SpanishSum, given: Sum, instead: bool) -> str:
    """A translation in which a sum that has two currencies has its own: `$5 million dollars`, `$5 million pesos`."""
    number, sign, word = given.number, given.sign, given.word
    if sign is None:
        return translation
    before, shown = translation[: number.start - len(sign.group())], translation[number.start : number.end]
    if word and word["name"]:
        if given.currencies == {one.currency}:
            return translation[: number.end] + translation[word.end() :]
        if one.currency in given.currencies and sign["name"] == "$":
            return before + shown + word["between"].replace("of ", "") + translation[word.start("name") :]
        return translation
    if instead:
        return f"{before}{shown} {plural(one.currency, max(number.values))}{translation[number.end :]}"
    return translation


def _with_currency(translation: str, one: SpanishSum, number: Figure) -> str:
    """A translation in which a sum that has lost its currency has it again, where no noun follows."""
    before, shown, after = (
        translation[: number.start],
        translation[number.start : number.end],
        translation[number.end :],
    )
    word = plural(one.currency, max(number.values))
    weights = _WEIGHTS.match(after) if one.currency == "peso" else None
    if weights:
        return f"{before}{shown} {word}{after[weights.end() :]}"
    if not _NO_NOUN_FOLLOWS.match(after):
        return translation
    if one.currency == "dollar" and shown[0].isdigit():
        return f"{before}${shown}{after}"
    return f"{before}{shown} {word}{after}"


def _certain(source: str, translation: str) -> list[tuple[SpanishSum, Sum]]:
    """The sums whose number stands in the translation once, from right to left, each number with one of them."""
    by_place = {
        one.given[0].number.start: (one, one.given[0]) for one in sums(source, translation) if len(one.given) == 1
    }
    return [by_place[place] for place in sorted(by_place, reverse=True)]


def mend_currencies(translation: str, source: str) -> str:
    """An English translation in which each sum of its Spanish source has its currency, and has it once."""
    translation = _REPEATED_SIGN.sub(lambda m: m["sum"] + ("" if m["sign"] else f" {m['behind']}"), translation)
    translation = _SUM_TWICE.sub(r"\g<sign>\g<number>", translation)
    for one, given in _certain(source, translation):
        translation = _with_one_mention(translation, one, given, is_dollars_instead(one, source))
    lost = [(one, given) for one, given in _certain(source, translation) if is_lost(one, source, translation)]
    for one, given in lost:
        translation = _with_currency(translation, one, given.number)
    return translation
