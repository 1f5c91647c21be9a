"""Inflected forms of Spanish terms, and the plural of their English targets."""

from __future__ import annotations

import functools
import json
import re
import unicodedata
from typing import Any

from translate_pipeline.glossary.curated import curated_inflections

_ACUTE = {"á": "a", "é": "e", "í": "i", "ó": "o", "ú": "u"}
_STRESSED_ENDING = re.compile(r"[áéíóú](?=[ns]$)")
_VOWELS = "aeiouáéíóú"


def _plurals(word: str) -> set[str]:
    """What the plural of a Spanish noun or adjective can be (Real Academia, Ortografía, chapter on number)."""
    if word.endswith("z"):
        return {word[:-1] + "ces"}
    if word[-1] in _VOWELS:
        return {word + "s"} | ({word + "es"} if word[-1] in "íú" else set())
    bare = _STRESSED_ENDING.sub(lambda match: _ACUTE[match.group()], word)
    added = {bare + "es"}
    # crimen, crímenes; joven, jóvenes: a stress that the plural must show.
    for vowel, accented in zip("aeiou", "áéíóú", strict=True):
        added |= {word[:i] + accented + word[i + 1 :] + "es" for i, letter in enumerate(word) if letter == vowel}
    return added


def _genders(word: str) -> set[str]:
    if word.endswith("o"):
        return {word, word[:-1] + "a"}
    if word.endswith(("or", "és", "án", "ón")):
        return {word, _STRESSED_ENDING.sub(lambda match: _ACUTE[match.group()], word) + "a"}
    return {word}


@functools.cache
def _worked_out() -> dict[str, Any]:
    """What is known of the words in the curated glossaries; empty if the file is not there."""
    try:
        return dict(json.loads(curated_inflections().read_bytes()))
    except (OSError, ValueError):
        return {}


@functools.cache
def _lemmatizer() -> Any:
    import simplemma

    return simplemma


def lemma(word: str) -> str:
    """The dictionary form of a Spanish word in lower case, by simplemma."""
    return str(_lemmatizer().lemmatize(word, lang="es")).casefold()


def inflections(word: str) -> frozenset[str]:
    """A Spanish noun or adjective in lower case with its inflected forms."""
    known = _worked_out().get("inflections", {}).get(word)
    return compute_inflections(word) if known is None else frozenset(known)


def is_plural(word: str) -> bool:
    """Whether a Spanish noun in lower case stands in the plural."""
    known = _worked_out().get("inflections", {})
    return word in _worked_out()["plural_words"] if word in known else compute_is_plural(word)


def english_plural(term: str) -> str:
    """The plural of an English noun phrase: `chiefs of staff`, `air defense zones`."""
    known = _worked_out().get("plurals", {}).get(term)
    return compute_english_plural(term) if known is None else str(known)


@functools.lru_cache(maxsize=100_000)
def compute_inflections(word: str) -> frozenset[str]:
    """A Spanish noun or adjective in lower case with its inflected forms.

    Forms are those of the patterns of number and gender that simplemma traces back to the same lemma, so that a noun
    does not bring a verb's forms with it.
    """
    if len(word) < 3 or not word.isalpha():
        return frozenset({word})
    own = lemma(word)
    candidates = {word, own} if own[:2] == word[:2] else {word}
    singular = {form for form in candidates if form[-1] != "s" or form == word}
    candidates |= {other for form in singular for other in _genders(form)}
    candidates |= {plural for form in list(candidates) for plural in _plurals(form)}
    return frozenset(form for form in candidates if form == word or lemma(form) in (own, word))


def compute_is_plural(word: str) -> bool:
    """Whether a Spanish noun in lower case stands in the plural, by simplemma."""
    return word.endswith("s") and lemma(word) != word


@functools.cache
def _english() -> Any:
    import inflect

    return inflect.engine()


@functools.lru_cache(maxsize=100_000)
def compute_english_plural(term: str) -> str:
    """The plural of an English noun phrase, by inflect: `chiefs of staff`, `air defense zones`."""
    head = re.match(r"[^\W\d_]+(?:[ -][^\W\d_]+)*?(?= (?:of|in|for|to|at|on|by|with|from)\b)|.*", term)
    phrase = head.group() if head else term
    return str(_english().plural_noun(phrase)) + term[len(phrase) :]


def without_accents(text: str) -> str:
    """Text without acute accents and diaereses; `ñ` stays, since it is a letter of its own."""
    out = []
    for letter in unicodedata.normalize("NFC", text):
        base = unicodedata.normalize("NFD", letter)
        out.append(letter if letter in "ñÑ" or len(base) == 1 else base[0])
    return "".join(out)
