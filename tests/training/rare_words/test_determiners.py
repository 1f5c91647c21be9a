from __future__ import annotations

from training.rare_words.agreement import NounAgreement
from training.rare_words.determiners import agreement_after, agreements_by_determiners
from training.word_lexicon.inflected_forms import FEMININE, MASCULINE


def test_articles_tell_the_gender_of_a_noun() -> None:
    sentences = ["El granizo arruinó las cerezas."] * 3 + ["Cayó granizo.", "Hay cerezas."]
    assert agreements_by_determiners(sentences, {"granizo", "cerezas", "arruinó"}) == {
        "granizo": NounAgreement(MASCULINE, plural=False),
        "cerezas": NounAgreement(FEMININE, plural=True),
    }


def test_a_word_after_different_articles_is_no_noun() -> None:
    sentences = ["Vio la capital.", "Vio el capital."] * 4
    assert agreements_by_determiners(sentences, {"capital"}) == {}


def test_too_few_sights_tell_nothing() -> None:
    assert agreements_by_determiners(["Vio la zanja."] * 3, {"zanja"}) == {}


def test_only_determiners_ask_for_a_noun() -> None:
    assert agreement_after("estas") == NounAgreement(FEMININE, plural=True)
    assert agreement_after("muy") is None
