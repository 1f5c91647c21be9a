from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from training.rare_words.agreement import NounAgreement, agreement_of_verb
from training.rare_words.rare_forms import RareForm
from training.rare_words.substitution import Substitution
from training.word_lexicon.inflected_forms import FEMININE, MASCULINE

_SINGULAR = NounAgreement(MASCULINE, plural=False), NounAgreement(FEMININE, plural=False)
_PAST = agreement_of_verb("criticó", "criticised")


def substitution(*forms: RareForm, seed: int = 1) -> Substitution:
    return Substitution(forms, random.Random(seed))


def test_a_noun_takes_the_place_of_one_of_its_gender_and_number() -> None:
    rare = substitution(RareForm("avestruz", "ostrich", (_SINGULAR[0],)))
    assert rare.apply("Es un puente viejo.", "It is a bridge of old.") == (
        "Es un avestruz viejo.",
        "It is an ostrich of old.",
    )
    assert rare.apply("Es una fábrica vieja.", "It is an old factory.") is None


def test_a_verb_takes_the_place_of_one_of_its_ending() -> None:
    assert _PAST is not None
    rare = substitution(RareForm("apuñaló", "stabbed", (_PAST,)))
    assert rare.apply("Ella criticó a todos.", "She criticized them all.") == (
        "Ella apuñaló a todos.",
        "She stabbed them all.",
    )


def test_a_word_stays_whose_translation_is_not_there_or_stands_twice() -> None:
    rare = substitution(RareForm("féretro", "coffin", (_SINGULAR[0],)))
    assert rare.apply("Vio el puente.", "She saw the viaduct.") is None
    assert rare.apply("Vio el puente.", "She saw the bridge by the bridge.") is None


def test_a_long_sentence_with_one_place_is_not_worth_it() -> None:
    rare = substitution(RareForm("féretro", "coffin", (_SINGULAR[0],)))
    spanish = "Vio el puente " + "de la vieja y de la nueva " * 4 + "."
    assert rare.apply(spanish, "She saw the bridge, and so on.") is None


@given(st.text(max_size=60), st.text(max_size=60), st.integers(0, 9))
def test_any_text_is_either_changed_on_both_sides_or_left(source: str, target: str, seed: int) -> None:
    rare = substitution(RareForm("féretro", "coffin", _SINGULAR), seed=seed)
    changed = rare.apply(source, target)
    assert changed is None or ("féretro" in changed[0] and "coffin" in changed[1])


def test_each_form_is_drawn_as_often_as_the_others() -> None:
    forms = [RareForm(text, text.upper(), (_SINGULAR[0],)) for text in ("uno", "dos", "tres")]
    rare = substitution(*forms)
    made = [rare.apply("Es el puente.", "It is the bridge.") for _ in range(30)]
    assert all(sum(pair is not None and form.text in pair[0] for pair in made) == 10 for form in forms)
