"""What a word must have in common with another to stand in its place: gender and number, or ending and tense."""

from __future__ import annotations

import re
from dataclasses import dataclass

from training.word_lexicon.inflected_forms import InflectedForm
from training.word_lexicon.spanish_inflection import Tense, tense
from training.word_lexicon.vocabulary import WordClass


@dataclass(frozen=True)
class NounAgreement:
    """What nouns agree in."""

    gender: str
    plural: bool


@dataclass(frozen=True)
class AdjectiveAgreement:
    """What adjectives agree in: their last letters, which show gender and number."""

    ending: str


@dataclass(frozen=True)
class VerbAgreement:
    """What verbs in -ar agree in."""

    ending: str
    tense: Tense


Agreement = NounAgreement | AdjectiveAgreement | VerbAgreement

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
_SINGULAR_ENDINGS = ("ss", "us", "is")


def has_number(plural: bool, spanish: str, english: str) -> bool:
    """Whether a noun and its translation look singular or plural, as is asked for."""
    return plural == spanish.endswith("s") == (english.endswith("s") and not english.endswith(_SINGULAR_ENDINGS))


def agreements_of(form: InflectedForm) -> tuple[Agreement, ...]:
    """Those of a form of the editors' words; none of a form that stands in no place of its own."""
    if form.word_class.is_noun:
        return tuple(NounAgreement(gender, form.is_plural) for gender in form.genders)
    if form.word_class is WordClass.ADJECTIVE:
        return (_adjective(form.text),)
    if form.word_class is WordClass.VERB and form.lemma.endswith("ar") and form.text.startswith(form.lemma[:-2]):
        ending = form.text[len(form.lemma) - 2 :]
        if ending in _VERB_ENDINGS:
            return (VerbAgreement(ending, tense(form.text, form.lemma)),)
    return ()


def agreement_of_adjective(spanish: str, english: str) -> AdjectiveAgreement | None:
    """That of a word which ends like an adjective in both languages; None of others."""
    both = _SPANISH_ADJECTIVE.fullmatch(spanish) and _ENGLISH_ADJECTIVE.fullmatch(english)
    return _adjective(spanish) if both else None


def agreement_of_verb(spanish: str, english: str) -> VerbAgreement | None:
    """That of a word which ends like a form of a regular verb in both languages; None of others."""
    for ending, (of_tense, regular) in _VERB_ENDINGS.items():
        is_base = of_tense is Tense.BASE and not english.endswith(("s", "ed", "ing"))
        if spanish.endswith(ending) and (is_base or (regular and english.endswith(regular))):
            return VerbAgreement(ending, of_tense)
    return None


def _adjective(text: str) -> AdjectiveAgreement:
    return AdjectiveAgreement(text[-2:] if text.endswith("s") else text[-1:])
