"""Forms of English words and short phrases."""

from __future__ import annotations

import functools
import re

import inflect

from training.word_lexicon.spanish_inflection import Tense

# The head of a noun phrase stands before these: `bearings` of `bearing of arms`.
_AFTER_HEAD = frozenset("at by for from in of on to with".split())

_NO_MEN = frozenset("caiman german human norman ottoman roman shaman talisman".split())
# `barracks`, `series`: not `glass`, `virus`, `crisis`, `canvas`, `rhinoceros`.
_IS_BOTH = re.compile(r"(?<!len)(?<![suiao])s$")
# Beside bid, blended and spoiled.
_RARER = frozenset({"bade", "blent", "spoilt"})
_SHORTEST_VERB = 3


def english_plural(phrase: str) -> str:
    """The plural of a noun or noun phrase; one that is a plural already stays."""
    words = phrase.split()
    head = next((place for place, word in enumerate(words) if word in _AFTER_HEAD), len(words)) - 1
    if head >= 0:
        words[head] = _plural(words[head])
    return " ".join(words)


def _plural(noun: str) -> str:
    # inflect takes `mine` for the pronoun.
    if noun.isupper() or noun == "mine":
        return noun + "s"
    if noun.endswith("-in-law"):
        return noun.replace("-", "s-", 1)
    if noun.endswith("man") and noun.lower() not in _NO_MEN:
        return noun[:-2] + "en"
    if _IS_BOTH.search(noun):
        return noun
    is_singular = _dictionary_forms(noun).get("NOUN", ("",))[0] == noun
    if not is_singular and _inflector().singular_noun(noun) and not noun.endswith("ss"):
        return noun
    return _inflector().plural_noun(noun)


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
    return next((end for end in ends if _dictionary_forms(end).get("VERB", ("",))[0] == end), verb)


def is_verb(phrase: str) -> bool:
    """Whether the first word is the dictionary form of an English verb."""
    return _dictionary_forms(phrase.split()[0]).get("VERB", ("",))[0] == phrase.split()[0]


def is_noun(phrase: str) -> bool:
    """Whether the last word is the dictionary form of an English noun and of no adjective."""
    forms = _dictionary_forms(phrase.split()[-1])
    return forms.get("NOUN", ("",))[0] == phrase.split()[-1] and "ADJ" not in forms


@functools.cache
def _dictionary_forms(word: str) -> dict[str, tuple[str, ...]]:
    from lemminflect import getAllLemmas

    found: dict[str, tuple[str, ...]] = getAllLemmas(word)
    return found


@functools.cache
def _inflector() -> inflect.engine:
    return inflect.engine()
