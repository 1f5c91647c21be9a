"""Wrong units: another currency, a per cent sign lost."""

from __future__ import annotations

import re
from random import Random

from benchmarks.planting.base import Planted, in_case_of, planted, spliced
from benchmarks.planting.figures import PER_CENT, shared_figures
from translate_pipeline.checks import Translated

_CURRENCIES = {
    "dollar": (r"dólar(?:es)?|US\$|\$|USD", r"dollars?|\$"),
    "euro": (r"euros?|€|EUR", r"euros?|€"),
    "pound": (r"libras?(?: esterlinas)?|£", r"pounds?|£"),
    "peso": (r"pesos?", r"pesos?"),
    "yen": (r"yen(?:es)?|¥", r"yen|¥"),
    "crown": (r"coronas?", r"crowns?"),
}
_SIGNS = {"$": "€", "€": "$", "£": "€", "¥": "$"}
_NOUNS = {"dollar": "euro", "euro": "dollar", "pound": "euro", "peso": "dollar", "yen": "dollars", "crown": "euro"}
_AMOUNT = r"\d(?:[\d.,]*\d)?(?:\s?(?:thousand|million|billion|trillion|m|bn))?"


def plant_wrong_currency(pair: Translated, rng: Random) -> Planted | None:
    """5 dollars as 5 euros, where each sentence names one currency, and both the same."""
    in_source = [name for name, (spanish, _) in _CURRENCIES.items() if _named(spanish, pair.source)]
    in_target = [name for name, (_, english) in _CURRENCIES.items() if _named(english, pair.translation)]
    if in_source != in_target or len(in_source) != 1:
        return None
    english = _CURRENCIES[in_source[0]][1]
    amount = re.compile(rf"([$€£¥])(?=\s?\d)|(?<=\d)\s?([€¥£$])|{_AMOUNT} ({english})(?!\w)", re.IGNORECASE)
    given = list(amount.finditer(pair.translation))
    if len(given) != 1 or len(re.findall(rf"(?<!\w)(?:{english})", pair.translation, re.IGNORECASE)) != 1:
        return None
    match = given[0]
    group = next(index for index in (1, 2, 3) if match.group(index))
    name = match.group(group)
    noun = _NOUNS[in_source[0]]
    other = _SIGNS.get(name) or in_case_of(name, noun + "s" if name.endswith("s") else noun)
    return planted(pair, spliced(pair.translation, *match.span(group), other))


def _named(pattern: str, text: str) -> bool:
    return bool(re.search(rf"(?<![^\W\d])(?:{pattern})(?![^\W\d])", text, re.IGNORECASE))


def plant_lost_per_cent(pair: Translated, rng: Random) -> Planted | None:
    """5% as 5."""
    if not re.search(r"%|por ciento", pair.source):
        return None
    signs = [sign for figure in shared_figures(pair) if (sign := PER_CENT.match(pair.translation, figure.end()))]
    if not signs:
        return None
    return planted(pair, spliced(pair.translation, *rng.choice(signs).span(), ""))
