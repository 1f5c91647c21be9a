"""Sums of money: numbers with a currency beside them."""

from __future__ import annotations

import re
from collections import defaultdict
from fractions import Fraction
from typing import NamedTuple

from translate_pipeline.checks.currencies import count_mentions, currency_of, currency_words
from translate_pipeline.checks.figure import Figure
from translate_pipeline.checks.figures import figures
from translate_pipeline.checks.number_words import english_number_words
from translate_pipeline.checks.spanish_number_words import spelled_numbers
from translate_pipeline.checks.words import words_of

# Crowns may be wreaths, `reales` an adjective.
_ONLY_MONEY = frozenset({"dollar", "euro", "pound", "yen", "yuan", "peso", "ruble", "rupee", "franc"})
# No sentence has more, and a text without full stops is a list.
_MOST_NUMBERS = 50
_SPANISH_WORDS = frozenset(currency_words("es"))
_BEHIND_SPANISH = re.compile(r"\s?(?:de\s+)?(?P<name>€|£|[^\W\d_]+)(?!\s+pesad)")
_BEFORE_SPANISH = re.compile(r"(?P<name>US\$|€|£)\s?$")
_SIGN = re.compile(r"(?P<name>(?:US|[A-Z])?\$|€|£|¥)\s?$")
_WORD_BEFORE = re.compile(rf"\b(?P<name>{'|'.join(currency_words('en'))})\s$", re.IGNORECASE)
# `5 million US dollars`, `10 of the Mexican pesos`.
_WORD = re.compile(
    r"(?P<between>[\s-](?:of\s)?(?:(?!and\b|to\b|or\b|from\b|by\b|for\b|in\b|at\b)[A-Za-z.]+[\s-]){0,2}?)"
    rf"(?P<name>{'|'.join(currency_words('en'))})\b|\s?(?P<sign>€|£)",
    re.IGNORECASE,
)
# `$700 billion pesos` has no dollars.
_SIGN_OF_ANOTHER = re.compile(
    r"\$(?=\d[\d.,]*\s(?:(?:thousand|million|billion|trillion)\s)?(?:of\s)?(?:[A-Za-z]+\s)?"
    rf"(?:{'|'.join(word for word in currency_words('en') if currency_of(word, 'en') != 'dollar')})\b)",
    re.IGNORECASE,
)


class Sum(NamedTuple):
    """A number of an English text with the currencies beside it; each match is None where there is none."""

    number: Figure
    sign: re.Match[str] | None
    word: re.Match[str] | None
    currencies: frozenset[str]


class SpanishSum(NamedTuple):
    """A number of a Spanish text with its currency, and the English sums of the same value."""

    number: Figure
    currency: str
    given: list[Sum]


def _spanish_currency(text: str, number: Figure) -> str:
    for match in (_BEHIND_SPANISH.match(text, number.end), _BEFORE_SPANISH.search(text[: number.start][-5:])):
        currency = currency_of(match["name"], "es") if match else ""
        if currency in _ONLY_MONEY:
            return currency
    return ""


def _english_sum(text: str, number: Figure) -> Sum:
    before = text[max(0, number.start - 12) : number.start]
    sign, word = _SIGN.search(before), _WORD.match(text, number.end)
    names = [match["name"] for match in (sign, _WORD_BEFORE.search(before)) if match]
    names += [word["name"] or word["sign"]] if word else []
    return Sum(number, sign, word, frozenset(currency_of(name[-1:] if "$" in name else name, "en") for name in names))


def sums(source: str, translation: str) -> list[SpanishSum]:
    """The sums of a Spanish text whose numbers stand in its English translation."""
    if words_of(source).isdisjoint(_SPANISH_WORDS) and not any(sign in source for sign in "€£$"):
        return []
    numbers = [*figures(source, "es"), *spelled_numbers(source)][:_MOST_NUMBERS]
    wanted = [(number, currency) for number in numbers if (currency := _spanish_currency(source, number))]
    if not wanted:
        return []
    with_value: dict[Fraction, list[Figure]] = defaultdict(list)
    for number in (*figures(translation, "en"), *english_number_words(translation)):
        for value in number.values:
            with_value[value].append(number)
    found = []
    for number, currency in wanted:
        same = dict.fromkeys(other for value in number.values for other in with_value[value])
        if same:
            found.append(SpanishSum(number, currency, [_english_sum(translation, other) for other in same]))
    return found


def is_lost(one: SpanishSum, source: str, translation: str) -> bool:
    """Whether a sum has come out without its currency, which does not stand elsewhere in the translation either."""
    if any(one.currency in given.currencies for given in one.given):
        return False
    given = count_mentions(_SIGN_OF_ANOTHER.sub("", translation), "en", one.currency)
    return given < count_mentions(source, "es", one.currency)


def is_dollars_instead(one: SpanishSum, source: str) -> bool:
    """Whether a sum in words of another currency has come out with nothing but `$`."""
    if one.currency == "dollar" or "$" in source:
        return False
    return all(given.sign and given.currencies == {"dollar"} for given in one.given)


def plural(currency: str, value: Fraction) -> str:
    """The English word for so much of a currency."""
    return currency if value == 1 or currency in ("yen", "yuan") else f"{currency}s"
