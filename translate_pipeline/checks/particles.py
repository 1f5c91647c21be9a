"""The particle before a name or number, which tells its part in a sentence: `de Pilsen` is `of Pilsen`, `Pilsen's`."""

from __future__ import annotations

import re

# English of the Spanish particles; `'s` is the particle of the name that it follows.
_ENGLISH_OF = {
    "de": ("of", "from", "by", "'s"), "en": ("in", "at", "on"), "por": ("by", "for"), "con": ("with",),
    "para": ("for",), "a": ("to", "at", "in"), "contra": ("against",), "desde": ("from",), "hacia": ("to", "towards"),
    "hasta": ("to", "until"), "según": ("to",), "sobre": ("on", "about", "over"), "tras": ("after",),
    "ante": ("to", "before"), "entre": ("between", "among"), "y": ("and",), "e": ("and",),
}  # fmt: skip
_CONTRACTED = {"del": "de", "al": "a"}
_SPANISH = re.compile(
    rf"\b({'|'.join([*_ENGLISH_OF, *_CONTRACTED])})(?: (?:el|l[ao]s?|sus?))? [\"“«(]?$", re.IGNORECASE
)
_ENGLISH = re.compile(
    rf"\b({'|'.join({word for words in _ENGLISH_OF.values() for word in words} - {chr(39) + 's'})})"
    r"(?: (?:the|its|his|their|her))? [\"“(]?$",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"['’](?:s\b|(?=\s))")
# The longest particle with an article and a mark, in characters.
_LONGEST = 24
# What it counts if neither has a particle, and if `de Pilsen` may be the first word of `Pilsen club`.
_NEITHER, _MAY_BE_PREMODIFIER = 0.5, 0.25


def spanish_particle(text: str, start: int) -> str:
    """The particle before a place in a Spanish text, `de` for `del` and `de la`; empty if there is none."""
    match = _SPANISH.search(text[max(0, start - _LONGEST) : start])
    if match is None:
        return ""
    particle = match.group(1).lower()
    return _CONTRACTED.get(particle, particle)


def english_particle(text: str, start: int, end: int) -> str:
    """The particle before a name in an English text, or `'s` behind it; empty if there is neither."""
    if _POSSESSIVE.match(text, end):
        return "'s"
    match = _ENGLISH.search(text[max(0, start - _LONGEST) : start])
    return match.group(1).lower() if match else ""


def agreement(spanish: str, english: str) -> float:
    """How well a Spanish and an English particle go together, from 0 to 1; empty is none."""
    if spanish and english:
        return 1.0 if english in _ENGLISH_OF[spanish] else 0.0
    if spanish == english:
        return _NEITHER
    return _MAY_BE_PREMODIFIER if spanish == "de" else 0.0
