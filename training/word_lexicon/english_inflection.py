"""Forms of English verbs, and what a word can be; plurals are the glossary's."""

from __future__ import annotations

import functools

from training.word_lexicon.spanish_inflection import Tense

# Beside bid, blended and spoiled.
_RARER = frozenset({"bade", "blent", "spoilt"})
_SHORTEST_VERB = 3


def english_verb(phrase: str, tense: Tense) -> str:
    """A verb, or a phrase that begins with one, in a tense: `ran over`. By lemminflect, from Princeton's data."""
    from lemminflect import getInflection

    first, *rest = phrase.split()
    if tense is Tense.BASE:
        return phrase
    known = _known_end(first)
    forms = getInflection(known, tense.value)
    form = next((form for form in forms if form not in _RARER), None)
    return " ".join([first.removesuffix(known) + form if form else first, *rest])


def _known_end(verb: str) -> str:
    """The longest end of a verb that is one itself, which decides how it is inflected: `feed` of `breastfeed`."""
    ends = (verb[place:] for place in range(len(verb) - _SHORTEST_VERB + 1))
    return next(filter(_is_dictionary_verb, ends), verb)


def _is_dictionary_verb(word: str) -> bool:
    return _dictionary_forms(word).get("VERB", ("",))[0] == word


def is_verb(phrase: str) -> bool:
    """Whether the first word is the dictionary form of an English verb."""
    return _is_dictionary_verb(phrase.split()[0])


def is_noun(phrase: str) -> bool:
    """Whether the last word is the dictionary form of an English noun and of no adjective."""
    last = phrase.split()[-1]
    forms = _dictionary_forms(last)
    return forms.get("NOUN", ("",))[0] == last and "ADJ" not in forms


@functools.cache
def _dictionary_forms(word: str) -> dict[str, tuple[str, ...]]:
    from lemminflect import getAllLemmas

    found: dict[str, tuple[str, ...]] = getAllLemmas(word)
    return found
