"""Currencies in Spanish and English."""

from __future__ import annotations

import re
from collections import Counter

from translate_pipeline.checks.words import words_of

_SPANISH_WORDS = {
    "euro": "euro euros",
    "dollar": "dólar dolar dólares dolares usd",
    "pound": "libra libras",
    "yen": "yen yenes",
    "yuan": "yuan yuanes",
    "peso": "peso pesos",
    "ruble": "rublo rublos",
    "franc": "franco francos",
    "crown": "corona coronas",
    "rupee": "rupia rupias",
    "real": "reales",
}
_ENGLISH_WORDS = {
    "euro": "euro euros eur",
    "dollar": "dollar dollars usd buck bucks",
    "pound": "pound pounds gbp sterling lb lbs",
    "yen": "yen",
    "yuan": "yuan renminbi",
    "peso": "peso pesos",
    "ruble": "ruble rubles rouble roubles",
    "franc": "franc francs",
    "crown": "crown crowns krona kronor krone kroner koruna",
    "rupee": "rupee rupees",
    "real": "real reais reals",
}
# `$` is the sign of many currencies, the first the likeliest.
_SYMBOLS = {"€": ("euro",), "$": ("dollar", "peso", "real"), "£": ("pound",), "¥": ("yen", "yuan")}
_BY_WORD = {
    language: {word: name for name, words in table.items() for word in words.split()}
    for language, table in (("es", _SPANISH_WORDS), ("en", _ENGLISH_WORDS))
}

# What `$` means in a source that does not say it in words is for its country to know.
_MEANT_BY_SYMBOL = {symbol: names[0] for symbol, names in _SYMBOLS.items() if symbol != "$"} | {"US$": "dollar"}

_WORD_OR_SYMBOL = re.compile(rf"\w+|[{''.join(_SYMBOLS)}]")
_BOXER = re.compile(
    r"\bpesos?\s+(?:super|semi)?(?:pesad|medi|pluma|mosca|gallo|liger|w[eé]lter|crucero)\w*",
    re.IGNORECASE,
)


def currency_of(word: str, language: str) -> str:
    """The currency that a word or a sign stands for; empty for other words, and for `$` in Spanish."""
    if word == "$" and language == "en":
        return "dollar"
    return _BY_WORD[language].get(word.lower()) or _MEANT_BY_SYMBOL.get(word, "")


def currency_words(language: str) -> list[str]:
    """The words for currencies, in lower case."""
    return list(_BY_WORD[language])


def count_mentions(text: str, language: str, currency: str) -> int:
    """How often a text mentions a currency; a sign that may stand for it counts."""
    return _of(_mentions(text, language), (currency,))


def _mentions(text: str, language: str) -> Counter[tuple[str, ...]]:
    """How often each currency is mentioned; a sign is a mention of any that it may stand for."""
    by_word = _BY_WORD[language]
    if words_of(text).isdisjoint(by_word) and not any(symbol in text for symbol in _SYMBOLS):
        return Counter()
    if language == "es":
        text = _BOXER.sub(" ", text)
    found: Counter[tuple[str, ...]] = Counter()
    for word in _WORD_OR_SYMBOL.findall(text):
        name = by_word.get(word.lower())
        found[(name,) if name else _SYMBOLS.get(word, ())] += 1
    del found[()]
    return found


def _of(mentions: Counter[tuple[str, ...]], names: tuple[str, ...]) -> int:
    """How many mentions may be of one of the currencies."""
    return sum(count for others, count in mentions.items() if not set(others).isdisjoint(names))


def wrong_currency(source: str, translation: str) -> tuple[str, str] | None:
    """A currency of a Spanish text that its English lacks, and one that stands there more often, if there is one."""
    wanted, given = _mentions(source, "es"), _mentions(translation, "en")
    lost = sorted(names[0] for names in wanted if not _of(given, names))
    instead = sorted(names[0] for names in given if _of(given, names) > _of(wanted, names))
    return (lost[0], instead[0]) if lost and instead else None
