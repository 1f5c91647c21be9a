from __future__ import annotations

import pytest

from training.word_lexicon.english_inflection import english_verb, is_noun, is_verb
from training.word_lexicon.spanish_inflection import Tense
from translate_pipeline.glossary.inflection import compute_english_plural


@pytest.mark.parametrize(
    ("singular", "several"),
    [
        ("chainsaw", "chainsaws"),
        ("knife", "knives"),
        ("funeral home", "funeral homes"),
        ("coat of arms", "coats of arms"),
        ("scissors", "scissors"),
        ("soap opera", "soap operas"),
        ("barracks", "barracks"),
        ("virus", "viruses"),
        ("lens", "lenses"),
        ("crisis", "crises"),
        ("gold mine", "gold mines"),
        ("mother-in-law", "mothers-in-law"),
        ("rifleman", "riflemen"),
        ("shaman", "shamans"),
        ("MEP", "MEPs"),
        ("chorus", "choruses"),
        ("fortress", "fortresses"),
    ],
)
def test_plurals(singular: str, several: str) -> None:
    assert compute_english_plural(singular) == several


@pytest.mark.parametrize(
    ("verb", "tense", "form"),
    [
        ("stab", Tense.PAST, "stabbed"),
        ("break", Tense.PARTICIPLE, "broken"),
        ("run over", Tense.PAST, "ran over"),
        ("bid", Tense.PAST, "bid"),
        ("blend", Tense.PAST, "blended"),
        ("breastfeed", Tense.PARTICIPLE, "breastfed"),
        ("machine-gun", Tense.PAST, "machine-gunned"),
        ("dive", Tense.GERUND, "diving"),
        ("accuse", Tense.THIRD_PERSON, "accuses"),
        ("shoot down", Tense.BASE, "shoot down"),
    ],
)
def test_verbs(verb: str, tense: Tense, form: str) -> None:
    assert english_verb(verb, tense) == form


def test_what_a_word_can_be() -> None:
    assert is_verb("run over")
    assert not is_verb("shows")
    assert is_noun("swimming pool")
    assert not is_noun("metallic")
