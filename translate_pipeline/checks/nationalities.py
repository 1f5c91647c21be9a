"""Nationalities that a translation has and its source has not: a model makes Iranians of `iraquíes`."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Set

from translate_pipeline.checks.base import Translated
from translate_pipeline.checks.curated_places import nationalities, nationality_forms
from translate_pipeline.checks.name_forms import folded
from translate_pipeline.checks.words import held_words

_WORD = re.compile(r"[^\W\d_]+")
_ENDING = re.compile(r"(?:os?|as?|es|i|e|z)$")
# A longer stem may stand inside a word: anglosuizo, afrouruguayo.
_SHORTEST_INSIDE = 4
# Believers, and words that say where or how old.
_NO_PEOPLES = frozenset(
    "anglican anglo cape catholic christian central costa eastern hebrew islamic islamist jewish lutheran methodist "
    "muslim new news north northern orthodox protestant south southern west western".split()
)
_SHORTEST_STEM = 3
_IN_TWO_WORDS = frozenset("estadosunidos granbretana paisesbajos reinounido".split())
# What else English may call a state's own for.
_ALSO = {
    "american": "estadosunidos estadounid eeuu eua usa us ee norteameric americ latinoameric washington",
    "british": "reinounido granbretana britan ingl brit londres londin",
    "english": "ingl brit",
    "dutch": "holand neerland paisesbajos",
    "chinese": "chin pekin",
    "indian": "indi hindu hind",
    "european": "europ ue euro comunitari bruselas",
    "arab": "arab saud emirat",
    "arabic": "arab",
    "jewish": "judi juda hebre",
    "russian": "rus mosc",
    "turkish": "turc turqu",
    "greek": "grieg grec helen atenas",
    "swiss": "suiz helvet zurich ginebra franco",
    "thai": "tailand thai siam",
    "danish": "dane danes dinamarc",
    "hungarian": "hungar magiar",
    "irish": "irland",
    "scottish": "escoc",
    "welsh": "gal",
    "basque": "vasc eusk etarra",
    "catalan": "catal generalitat barcelon",
    "roman": "roma",
    "spanish": "espan hispan castellan madrid",
    "hispanic": "hispan latin",
    "german": "aleman germ berlin",
    "french": "franc gal paris",
    "italian": "ital rom",
    "portuguese": "portug lus",
    "korean": "corea surcorea norcorea seul pyongyang",
    "african": "african sudafrican afro",
    "asian": "asi",
    "latin": "latin iberoameric",
    "japanese": "japon nipon",
    "rican": "costarric puertorriq tic boricu",
    "malaysian": "malay malas",
    "estonian": "eston",
    "czechoslovak": "checoeslovac checoslovac",
    "andalusian": "andalu",
    "galician": "galleg gallec galici",
    "uruguayan": "urugua charru montevide",
    "venezuelan": "venezol vinotint",
    "colombian": "colombia cafeter",
    "hellenic": "helen grec grieg",
    "czech": "chec bohem praga",
    "serb": "serb serbi",
    "saharan": "saharau sahara",
    "finnish": "finland fines",
}


@functools.cache
def _stems() -> Mapping[str, Set[str]]:
    """For each English word that is said of a people, in lower case, how the Spanish words for it begin."""
    found: dict[str, set[str]] = {}
    for spanish, english in nationality_forms():
        for word in _WORD.findall(english):
            if word[0].isupper() and word.lower() not in _NO_PEOPLES:
                stem = _ENDING.sub("", folded(spanish))
                found.setdefault(word.lower(), set()).add(stem if len(stem) >= _SHORTEST_STEM else folded(spanish))
    for english, stems in _ALSO.items():
        found.setdefault(english, set()).update(stems.split())
    return found


def invented_nationalities(pair: Translated) -> list[str]:
    """The nationalities of a translation for which the source has neither the people nor the place."""
    given = [word for word in _WORD.findall(pair.translation) if word[0].isupper() and _stems_of(word)]
    if not given:
        return []
    held = held_words(pair.terms)
    words = _WORD.findall(pair.source)
    lower = [folded(word) for word in words]
    joined = "".join(lower)
    places = [term.text for term in pair.terms] + [word for word in words if word[0].isupper()]
    of_places = {part for place in places for english in nationalities(place) for part in english.split()}
    return [
        word
        for word in dict.fromkeys(given)
        if word.casefold() not in held
        and word.lower() not in lower
        and _singular(word) not in of_places
        and not any(_begins_or_has(other, stem) for other in lower for stem in _stems_of(word))
        and not any(stem in joined for stem in _stems_of(word) & _IN_TWO_WORDS)
    ]


def _begins_or_has(word: str, stem: str) -> bool:
    return word.startswith(stem) or (len(stem) >= _SHORTEST_INSIDE and stem in word)


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and word[:-1].lower() in _stems() else word


def _stems_of(word: str) -> Set[str]:
    return _stems().get(_singular(word).lower(), frozenset())
