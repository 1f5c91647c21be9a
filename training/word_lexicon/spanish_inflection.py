"""Forms of Spanish nouns and adjectives, and what a form of a verb says.

By the rules of the Nueva gramática de la lengua española (RAE 2009), chapters 2 to 4, as far as one word shows them.
"""

from __future__ import annotations

import re
from collections.abc import Container
from enum import Enum

_UNACCENTED = str.maketrans("áéíóú", "aeiou")
_ACCENTED = str.maketrans("aeiou", "áéíóú")
_STRESSED_END = re.compile(r"(.*)([áéíóú])([nsr])")
_OF_ONE_ENDING = frozenset("afín común cortés descortés marrón montés".split())
_CLITICS = r"(?:me|te|se|nos|os|l[aeo]s?)"
_INFINITIVE = re.compile(rf"(.*[aeií]r){_CLITICS}{{0,2}}")
_GERUND = re.compile(rf".*(?:[aá]|i[eé]|y[eé])ndo{_CLITICS}{{0,2}}")
_PARTICIPLE = re.compile(
    r".*(?:[aií]d|uest|abiert|cubiert|scrit|muert|rot|vuelt|suelt|dich|hech|fech|impres|frit)[ao]s?"
)
_IMPERATIVE = re.compile(rf".*[áéíóú].*[aeions]{_CLITICS}")
_PRESENT = "o a as an amos áis e es en emos imos éis ís".split()
_FUTURE = re.compile(r".*r(?:é|ás|á|emos|éis|án|ía|ías|íamos|íais|ían)")
_PAST = re.compile(
    r".*(?:ó|é|í|[ai]ste|[ai]steis|[aij]eron|yeron|aron|aba|abas|ábamos|abais|aban|ía|ías|íamos|íais|ían"
    r"|ara|aras|áramos|aran|i?era|i?eras|i?éramos|i?eran|ase|ases|asen|iese|ieses|iesen"
    r"|dijo|puso|tuvo|hizo|fizo|vino|dujo|trajo|quiso|pudo|supo)"
)


class Tense(Enum):
    """What English has to know of a Spanish verb form, by the names of the Penn Treebank."""

    BASE = "VB"
    THIRD_PERSON = "VBZ"
    PAST = "VBD"
    PARTICIPLE = "VBN"
    GERUND = "VBG"


def plural(word: str, known: Container[str]) -> str:
    """The plural of a noun or adjective; `known` words decide where two are possible."""
    if word.endswith("z"):
        return word[:-1] + "ces"
    if word[-1] in "aeoáéó":
        return word + "s"
    if match := _STRESSED_END.fullmatch(word):
        return match[1] + match[2].translate(_UNACCENTED) + match[3] + "es"
    if word[-1] == "s":
        return word
    if word[-1] in "tmkgpbcf" or word + "s" in known:
        return word + "s"
    if word[-1] == "n":
        for place, letter in enumerate(word):
            accented = word[:place] + letter.translate(_ACCENTED) + word[place + 1 :] + "es"
            if letter in "aeiou" and accented in known:
                return accented
    return word + "es"


def feminine(word: str) -> str | None:
    """The feminine singular of an adjective or of a noun for a person; None if it is the same."""
    if word.endswith("o"):
        return word[:-1] + "a"
    if word in _OF_ONE_ENDING:
        return None
    if match := _STRESSED_END.fullmatch(word):
        return match[1] + match[2].translate(_UNACCENTED) + match[3] + "a"
    return word + "a" if word.endswith("or") else None


def tense(form: str, infinitive: str) -> Tense:
    """The tense of a form of a verb; both may have pronouns at the end."""
    if infinitive.endswith("rse"):
        infinitive = infinitive.removesuffix("se")
    stem = infinitive[:-2]
    if form == stem + ("a" if infinitive.endswith("ar") else "e"):
        return Tense.THIRD_PERSON
    if form in {stem + ending for ending in _PRESENT}:
        return Tense.BASE
    match = _INFINITIVE.fullmatch(form)
    if match and match[1].translate(_UNACCENTED) == infinitive.translate(_UNACCENTED):
        return Tense.BASE
    if _GERUND.fullmatch(form):
        return Tense.GERUND
    if _PARTICIPLE.fullmatch(form):
        return Tense.PARTICIPLE
    if form.translate(_UNACCENTED).startswith(infinitive.translate(_UNACCENTED)) and _FUTURE.fullmatch(form):
        return Tense.BASE
    if _IMPERATIVE.fullmatch(form):
        return Tense.BASE
    if _PAST.fullmatch(form):
        return Tense.PAST
    if re.fullmatch(r".*a" if infinitive.endswith("ar") else r".*e", form):
        return Tense.THIRD_PERSON
    return Tense.BASE


def regular_forms(infinitive: str) -> list[str]:
    """The forms of a verb in -ar that news uses most and that no spelling rule changes; none of other verbs."""
    if not infinitive.endswith("ar"):
        return [infinitive]
    endings = "ar arse ó aron ando ado ada ados adas aba aban ará arán aría arían".split()
    return [infinitive[:-2] + ending for ending in endings]
