"""Inflected forms of Spanish terms, and the plural of their English targets."""

from __future__ import annotations

import functools
import json
import re
import unicodedata
from collections.abc import Iterable
from typing import Any

from translate_pipeline.glossary.curated import curated_inflections

_ACUTE = str.maketrans("áéíóú", "aeiou")
_STRESSED_ENDING = re.compile(r"(?:[áéó]|(?<![aeo])[íú])(?=[ns]$)")
_VOWEL_GROUP = re.compile(r"[aeiouáéíóúü]+")
_ACCENT = re.compile(r"[áéíóú]")
# Stress moves to another syllable in these (Real Academia, Ortografía, chapter on the accent).
_MOVED_STRESS = {"régimen": "regímenes", "espécimen": "especímenes", "carácter": "caracteres"}
_FUNCTION_WORDS = frozenset(
    "ante bajo cabe con contra del desde durante entre hacia hasta las los mediante para pero por que según sin sobre "
    "tras una".split()
)


def _plurals(word: str) -> set[str]:
    """The regular plurals of a Spanish noun or adjective (Real Academia, Ortografía, chapter on number)."""
    if word in _MOVED_STRESS:
        return {_MOVED_STRESS[word]}
    if word.endswith(("primer", "tercer")):
        return {word + "os"}
    if word.endswith("z"):
        return {word[:-1] + "ces"}
    if word[-1] in "aeiouáéíóú":
        return {word + "s"} | ({word + "es"} if word[-1] in "íú" else set())
    if word[-1] in "ns":
        bare = _STRESSED_ENDING.sub(lambda match: match.group().translate(_ACUTE), word)
        syllables = list(_VOWEL_GROUP.finditer(word))
        if bare != word or len(syllables) < 2 or word[-2] in "íú":
            return {bare + "es"}
        if word[-1] == "s":
            return set()
        if _ACCENT.search(word):
            return {word + "es"}
        # crimen, crímenes: a stress that only the plural must show.
        place = syllables[-2].end() - 1
        accented = word[place].translate(str.maketrans("aeiou", "áéíóú"))
        return {word[:place] + accented + word[place + 1 :] + "es"}
    return {word + "es"} if word[-1] in "ldrjy" else {word + "s", word + "es"}


def _feminines(word: str) -> set[str]:
    if word.endswith(("or", "és", "án", "ón")) and not word.endswith("ior"):
        return {_STRESSED_ENDING.sub(lambda match: match.group().translate(_ACUTE), word) + "a"}
    return {word[:-1] + "a"} if word.endswith("o") else set()


def _with_plurals(words: Iterable[str]) -> set[str]:
    singulars = set(words)
    return singulars.union(*map(_plurals, singulars))


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
    """A Spanish noun in lower case with its other number.

    A noun in -o has no feminine here: `médica`, `física` and `químicas` are adjectives more often than persons.
    """
    known = _worked_out().get("inflections", {}).get(word)
    return compute_inflections(word) if known is None else frozenset(known)


def agreeing_forms(word: str) -> frozenset[str]:
    """A Spanish word in lower case that goes with a noun, in the numbers and genders it can agree in."""
    known = _worked_out().get("agreeing", {}).get(word)
    return compute_agreeing_forms(word) if known is None else frozenset(known)


def is_plural(word: str) -> bool:
    """Whether a Spanish noun in lower case stands in the plural."""
    known = _worked_out().get("inflections", {})
    return word in _worked_out().get("plural_words", ()) if word in known else compute_is_plural(word)


def english_plural(term: str) -> str:
    """The plural of an English noun phrase: `chiefs of staff`, `air defense zones`."""
    known = _worked_out().get("plurals", {}).get(term)
    return compute_english_plural(term) if known is None else str(known)


def _is_inflected_word(word: str) -> bool:
    return len(word) > 2 and word.isalpha() and word not in _FUNCTION_WORDS


@functools.lru_cache(maxsize=100_000)
def compute_inflections(word: str) -> frozenset[str]:
    """A Spanish noun in lower case with its other number.

    The plural of the word itself is the regular one. Its singular, and the feminine of nouns in -or, -és, -án and -ón,
    are those that simplemma traces back to the same lemma, so that a noun does not bring a verb's forms with it.
    """
    if not _is_inflected_word(word):
        return frozenset({word})
    own = lemma(word)
    singulars = {own} if word in _plurals(own) else {word}
    singulars |= {
        feminine
        for form in list(singulars)
        if not form.endswith("o")
        for feminine in _feminines(form)
        if lemma(feminine) in (own, form)
    }
    return frozenset(_with_plurals(singulars) | {word})


@functools.lru_cache(maxsize=100_000)
def compute_agreeing_forms(word: str) -> frozenset[str]:
    """A Spanish word in lower case that goes with a noun, in the numbers and genders it can agree in.

    The other gender counts where simplemma traces both back to the same lemma.
    """
    numbers = compute_inflections(word)
    if not _is_inflected_word(word):
        return numbers
    own = lemma(word)
    masculines = {own, word, word[:-1] if word.endswith("os") else word}
    genders = _with_plurals(masculines.union(*map(_feminines, masculines)))
    family = _with_plurals({own} | _feminines(own))
    if word not in family and not re.search(r"[ai]d[oa]s?$", word):
        return numbers
    traced = {form for form in genders if lemma(form) == own}
    return numbers | (traced if word in family else {form for form in traced if re.search(r"[ai]d[oa]s?$", form)})


def compute_is_plural(word: str) -> bool:
    """Whether a Spanish noun in lower case stands in the plural, by simplemma."""
    return word.endswith("s") and lemma(word) != word


@functools.cache
def _english() -> Any:
    import inflect

    return inflect.engine()


_PREPOSITION = re.compile(r" (?:against|at|by|for|from|in|of|on|to|under|with|without)\b")
_POSTPOSITIVE = re.compile(r"^(?:(.*\b(?:attorney|consul|governor|secretary|solicitor))([ -]general)|(.+)([ -]elect))$")
_HYPHENED_PARTICLE = re.compile(r"^(.+)(-(?:in-law|in-chief|at-arms)|(?<=er)-(?:by|on|up))$")
_PLURALS_WITHOUT_S = frozenset("children data feet geese media men mice people teeth women".split())
_SINGULARS_IN_S = frozenset("alias atlas bias bus canvas chaos gas lens".split())
_UNCOUNTABLE = frozenset(
    "advice aid ammunition artillery cavalry chess coverage engineering equipment evidence farming fighting fishing "
    "funding housing infantry information infrastructure intelligence laundering malaria mining personnel police "
    "policing press research shipping smuggling software spending tennis training trafficking unemployment violence "
    "weaponry".split()
)
_SINGULARS_IN_MEN = frozenset("abdomen acumen hymen omen regimen semen specimen stamen".split())
_WITHOUT_MEN = frozenset("caiman german human norman ottoman roman shaman talisman".split())
# inflect makes these `thiefs`, `necropoliss` and, since it takes it for the pronoun, `ours`.
_CORRECTED = {"thief": "thieves", "mine": "mines", "necropolis": "necropolises"}


def _is_english_plural(word: str) -> bool:
    if word in _PLURALS_WITHOUT_S or (word.endswith(("men", "people")) and word not in _SINGULARS_IN_MEN):
        return True
    if not word.endswith("s") or word.endswith(("ss", "us", "is")) or word in _SINGULARS_IN_S:
        return False
    return _english().singular_noun(word) is not False


def _plural_of_word(word: str) -> str:
    plain = word.casefold()
    if plain in _UNCOUNTABLE or _is_english_plural(plain):
        return word
    # An acronym has its s in lower case: MEPs.
    if not any(map(str.isalpha, word)) or (word.isupper() and len(word) > 1):
        return word + "s"
    if word.endswith("man") and plain not in _WITHOUT_MEN:
        return word[:-2] + "en"
    return _CORRECTED.get(word) or str(_english().plural_noun(word))


@functools.lru_cache(maxsize=100_000)
def compute_english_plural(term: str) -> str:
    """The plural of an English noun phrase, by inflect: `chiefs of staff`, `air defense zones`.

    A phrase whose head stands in the plural already, or has none, stays: `armed forces`, `police`.
    """
    preposition = _PREPOSITION.search(term, 1)
    phrase = term[: preposition.start()] if preposition else term
    rest = term[len(phrase) :]
    if postpositive := _POSTPOSITIVE.match(phrase):
        phrase, after = (part for part in postpositive.groups() if part is not None)
        rest = after + rest
    before, space, head = phrase.rpartition(" ")
    if particle := _HYPHENED_PARTICLE.match(head):
        head, after = particle.groups()
        rest = after + rest
    first, hyphen, last = head.rpartition("-")
    return f"{before}{space}{first}{hyphen}{_plural_of_word(last)}{rest}" if last else term


def without_accents(text: str) -> str:
    """Text without acute accents and diaereses; `ñ` stays, since it is a letter of its own."""
    out = []
    for letter in unicodedata.normalize("NFC", text):
        base = unicodedata.normalize("NFD", letter)
        out.append(letter if letter in "ñÑ" or len(base) == 1 else base[0])
    return "".join(out)
