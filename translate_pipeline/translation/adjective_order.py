"""Puts adjectives of nationality before their nouns, where a model or a slot left them behind: president Russian."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from translate_pipeline.document import TermMatch
from translate_pipeline.glossary.article import with_fitting_indefinite
from translate_pipeline.lexicon import translations

# What shows that the next word is a noun: `parece ruso` stays.
_DETERMINERS = (
    "el la los las un una unos unas del al este esta estos estas ese esa esos esas su sus nuestro nuestra nuestros "
    "nuestras otro otra otros otras dos tres cuatro cinco seis siete ocho nueve diez varios varias algunos algunas"
)
_NOUN_BEFORE = re.compile(rf"\b(?:{'|'.join(_DETERMINERS.split())}) ([^\W\d_]+) $", re.IGNORECASE)


def put_nationalities_before_nouns(translation: str, source: str, terms: Sequence[TermMatch]) -> str:
    """An English translation in which each nationality of the glossary stands before the noun that it is said of.

    A noun is moved only if it stands right before the nationality on both sides, and the lexicon has the one for a
    translation of the other.

    Args:
        translation: of the source.
        source: the Spanish sentence.
        terms: what the glossary found in it.
    """
    for term in terms:
        nouns = _nouns_before(term, source, terms) if term.entry.domain == "nationality" else ()
        if nouns:
            translation = _reordered(translation, nouns, term)
    return translation


def _nouns_before(term: TermMatch, source: str, terms: Sequence[TermMatch]) -> Collection[str]:
    """What the translation may have for the word or term right before one."""
    other = next((other for other in terms if other.end == term.start - 1), None)
    if other is not None:
        return (other.target,)
    noun = _NOUN_BEFORE.search(source[: term.start])
    return translations(noun.group(1)) if noun is not None else ()


def _reordered(translation: str, nouns: Collection[str], term: TermMatch) -> str:
    nationality = term.entry.target
    written, forms = ("|".join(map(re.escape, forms)) for forms in (nouns, {term.target, nationality}))
    place = re.search(rf"(?<![\w-])({written}) (?:{forms})(?![\w-])", translation, re.IGNORECASE)
    if place is None:
        return translation
    before = with_fitting_indefinite(translation[: place.start()], nationality)
    return f"{before}{nationality} {place.group(1)}{translation[place.end() :]}"
