"""Currencies in Spanish and English."""

from __future__ import annotations

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
_SYMBOLS = {"€": ("euro",), "$": ("dollar", "peso", "real"), "£": ("pound",), "¥": ("yen", "yuan")}
_BY_WORD = {
    language: {word: name for name, words in table.items() for word in words.split()}
    for language, table in (("es", _SPANISH_WORDS), ("en", _ENGLISH_WORDS))
}


def _currencies(text: str, language: str) -> set[str]:
    by_word = _BY_WORD[language]
    found = {by_word[word] for word in words_of(text) if word in by_word}
    return found | {name for symbol, names in _SYMBOLS.items() if symbol in text for name in names}


def wrong_currency(source: str, translation: str) -> tuple[str, str] | None:
    """A currency of a Spanish text that its English lacks, and the one that stands there instead, if there is one."""
    wanted, given = _currencies(source, "es"), _currencies(translation, "en")
    lost, made_up = sorted(wanted - given), sorted(given - wanted)
    if not lost or not made_up or ("$" in source and lost[0] != "dollar"):
        return None
    return lost[0], made_up[0]
