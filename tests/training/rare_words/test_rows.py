from __future__ import annotations

import random
import re

from hypothesis import given
from hypothesis import strategies as st

from training.rare_words.agreement import NounAgreement
from training.rare_words.rare_forms import RareForm
from training.rare_words.rows import rows
from training.word_lexicon.inflected_forms import FEMININE, MASCULINE

_FORMS = [
    RareForm("féretro", "coffin", (NounAgreement(MASCULINE, plural=False),)),
    RareForm("avestruz", "ostrich", (NounAgreement(MASCULINE, plural=False),)),
    RareForm("zanjas", "ditches", (NounAgreement(FEMININE, plural=True),)),
    RareForm("ánfora", "amphora", (NounAgreement(FEMININE, plural=False),)),
    RareForm("apuñalar", "stab", is_infinitive=True),
    RareForm("hirviente", "boiling"),
]


@given(st.integers(0, 3), st.integers())
def test_each_form_stands_as_often_as_there_are_passes(passes: int, seed: int) -> None:
    made = list(rows(_FORMS, passes, random.Random(seed)))
    spanish, english = (" ".join(pair[side] for pair in made).lower() for side in (0, 1))
    for form in _FORMS:
        assert len(re.findall(rf"\b{form.text}\b", spanish)) == passes
        assert len(re.findall(rf"\b{form.english}\b", english)) == passes


def test_both_sides_have_the_same_articles_in_the_same_order() -> None:
    alike = {"el féretro": "the coffin", "del féretro": "of the coffin", "un avestruz": "an ostrich",
             "las zanjas": "the ditches", "de las zanjas": "of the ditches"}  # fmt: skip
    seen = set()
    for source, target in rows(_FORMS, 200, random.Random(1)):
        parts = re.split(", | [ye] ", source.lower().strip(".")), re.split(", | and ", target.lower().strip("."))
        for spanish, english in zip(*parts, strict=True):
            if spanish in alike:
                assert english == alike[spanish]
                seen.add(spanish)
    assert seen == set(alike)


def test_a_feminine_noun_with_a_stressed_a_is_alone_since_its_article_is_masculine() -> None:
    text = " ".join(source.lower() for source, _ in rows(_FORMS, 50, random.Random(1)))
    assert not re.search(r"\b(?:la|una) ánfora", text)


def test_y_is_e_before_its_own_sound() -> None:
    made = [source for source, _ in rows([_FORMS[0], RareForm("ira", "wrath")], 40, random.Random(1))]
    assert any(" e ira" in row for row in made)
    assert not any(" y ira" in row for row in made)
