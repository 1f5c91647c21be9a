from __future__ import annotations

import pytest

from translate_pipeline.lexicon.english_stem import english_stem


@pytest.mark.parametrize(
    "forms",
    [
        "surgeon surgeons",
        "plan plans planned planning",
        "study studies studied studying",
        "play plays played playing",
        "try tries tried trying",
        "move moves moved moving",
        "pass passes passed passing",
        "control controls controlled controlling",
        "use uses used using",
        "box boxes",
        "knife knives",
        "wolf wolves",
        "bring brings bringing",
        "virus viruses",
        "need needs needed",
        "go goes going",
    ],
)
def test_the_forms_of_a_word_have_one_stem(forms: str) -> None:
    assert len({english_stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("thing", "the"), ("sing", "sin"), ("universe", "university"), ("bus", "but"), ("bat", "bath")]
)
def test_other_words_have_other_stems(one: str, other: str) -> None:
    assert english_stem(one) != english_stem(other)
