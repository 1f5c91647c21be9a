"""What a word must have in common with another to stand in its place: gender and number, or ending and tense."""

from __future__ import annotations

import re

from training.word_lexicon.inflected_forms import InflectedForm
from training.word_lexicon.spanish_inflection import Tense, tense
from training.word_lexicon.vocabulary import WordClass

Agreement = tuple[str, ...]

# Of verbs in -ar, which are regular; with what English regular verbs end in.
_VERB_ENDINGS = {
    "ó": (Tense.PAST, "ed"),
    "aron": (Tense.PAST, "ed"),
    "aba": (Tense.PAST, "ed"),
    "aban": (Tense.PAST, "ed"),
    "ando": (Tense.GERUND, "ing"),
    "ado": (Tense.PARTICIPLE, "ed"),
    "ada": (Tense.PARTICIPLE, "ed"),
    "ados": (Tense.PARTICIPLE, "ed"),
    "adas": (Tense.PARTICIPLE, "ed"),
    "ar": (Tense.BASE, ""),
}
_ENGLISH_ADJECTIVE = re.compile(r".*(?:al|ive|ous|ic|ful)")
_SPANISH_ADJECTIVE = re.compile(r".*(?:al|ales|iv[oa]s?|os[oa]s?|ic[oa]s?)")
_PLURAL = "plural"
_SINGULAR_ENDINGS = ("ss", "us", "is")


def noun(gender: str, *, plural: bool) -> Agreement:
    """That of nouns."""
    return "noun", gender, _PLURAL if plural else "singular"


def is_plural(agreement: Agreement) -> bool:
    """Whether it is that of nouns in the plural."""
    return agreement[-1] == _PLURAL


def has_number(plural: bool, spanish: str, english: str) -> bool:
    """Whether a noun and its translation look singular or plural, as is asked for."""
    return plural == spanish.endswith("s") == (english.endswith("s") and not english.endswith(_SINGULAR_ENDINGS))


def agreements_of(form: InflectedForm) -> tuple[Agreement, ...]:
    """Those of a form of the editors' words; none of a form that stands in no place of its own."""
    if form.word_class.is_noun:
        return tuple(noun(gender, plural=form.is_plural) for gender in form.genders)
    if form.word_class is WordClass.ADJECTIVE:
        return (_adjective(form.text),)
    if form.word_class is WordClass.VERB and form.lemma.endswith("ar") and form.text.startswith(form.lemma[:-2]):
        ending = form.text[len(form.lemma) - 2 :]
        if ending in _VERB_ENDINGS:
            return (_verb(ending, tense(form.text, form.lemma)),)
    return ()


def agreement_of_adjective(spanish: str, english: str) -> Agreement | None:
    """That of a word which ends like an adjective in both languages; None of others."""
    both = _SPANISH_ADJECTIVE.fullmatch(spanish) and _ENGLISH_ADJECTIVE.fullmatch(english)
    return _adjective(spanish) if both else None


def agreement_of_verb(spanish: str, english: str) -> Agreement | None:
    """That of a word which ends like a form of a regular verb in both languages; None of others."""
    for ending, (of_tense, regular) in _VERB_ENDINGS.items():
        is_base = of_tense is Tense.BASE and not english.endswith(("s", "ed", "ing"))
        if spanish.endswith(ending) and (is_base or (regular and english.endswith(regular))):
            return _verb(ending, of_tense)
    return None


def _adjective(text: str) -> Agreement:
    return "adjective", text[-2:] if text.endswith("s") else text[-1:]


def _verb(ending: str, of_tense: Tense) -> Agreement:
    return "verb", ending, of_tense.value
