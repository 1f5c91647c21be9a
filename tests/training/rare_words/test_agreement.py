from __future__ import annotations

import pytest

from training.rare_words.agreement import (
    NounAgreement,
    agreement_of_adjective,
    agreement_of_verb,
    agreements_of,
    has_number,
)
from training.word_lexicon.inflected_forms import FEMININE, MASCULINE, InflectedForm, inflected_forms
from training.word_lexicon.vocabulary import VocabularyWord, WordClass


def form(text: str, lemma: str, word_class: WordClass, english: str) -> InflectedForm:
    """A form of a word, as the vocabulary inflects it."""
    return inflected_forms([VocabularyWord(lemma, word_class, (english,), False)], {})[text]


def test_nouns_agree_in_gender_and_number() -> None:
    assert agreements_of(form("zanjas", "zanja", WordClass.FEMININE, "ditch")) == (
        NounAgreement(FEMININE, plural=True),
    )
    assert agreements_of(form("buzo", "buzo", WordClass.MASCULINE, "diver")) == (
        NounAgreement(MASCULINE, plural=False),
    )


def test_a_noun_of_both_genders_stands_after_both_articles() -> None:
    of_both = agreements_of(form("motorista", "motorista", WordClass.COMMON_GENDER, "motorcyclist"))
    assert of_both == (NounAgreement(MASCULINE, plural=False), NounAgreement(FEMININE, plural=False))


@pytest.mark.parametrize(
    ("verb", "seen", "english"), [("apuñaló", "criticó", "criticised"), ("apuñalando", "criticando", "criticising")]
)
def test_a_verb_agrees_with_one_of_the_same_ending_and_tense(verb: str, seen: str, english: str) -> None:
    assert agreements_of(form(verb, "apuñalar", WordClass.VERB, "stab")) == (agreement_of_verb(seen, english),)


def test_an_adjective_agrees_with_one_of_the_same_ending() -> None:
    found = agreements_of(form("resbaladizas", "resbaladizo", WordClass.ADJECTIVE, "slippery"))
    assert found == (agreement_of_adjective("históricas", "historic"),)


@pytest.mark.parametrize(("spanish", "english"), [("mesa", "table"), ("criticó", "blamed by"), ("vinieron", "came")])
def test_other_words_stand_in_no_place(spanish: str, english: str) -> None:
    assert agreement_of_verb(spanish, english) is None
    assert agreement_of_adjective(spanish, english) is None


def test_an_irregular_verb_has_no_agreement() -> None:
    assert agreements_of(form("zambullir", "zambullir", WordClass.VERB, "dive")) == ()


@pytest.mark.parametrize(
    ("spanish", "english", "plural"),
    [("zanjas", "ditches", True), ("zanja", "ditch", False), ("crisis", "crisis", None), ("gente", "people", False)],
)
def test_a_number_must_be_seen_in_both_languages(spanish: str, english: str, plural: bool | None) -> None:
    assert has_number(True, spanish, english) is (plural is True)
    assert has_number(False, spanish, english) is (plural is False)
