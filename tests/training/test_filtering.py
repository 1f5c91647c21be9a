from __future__ import annotations

import pytest

from training.filtering import is_translation

SPANISH = "El ministro dijo que la guerra continúa en el norte."
ENGLISH = "The minister said that the war goes on in the north."
OTHER_NUMBERS = (
    "Desde 1990 hasta 1995 y de nuevo en 1998 hubo guerra en el norte y en el sur.",
    "From 1910 to 1915 and again in 1918 there was war in the north and in the south.",
)


def test_a_translation_is_kept() -> None:
    assert is_translation(SPANISH, ENGLISH)
    assert is_translation("Hola.", "Hello.")


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("", ENGLISH),
        (SPANISH, ""),
        (SPANISH, "The war."),  # half of it is missing
        (ENGLISH, ENGLISH),
        (SPANISH, SPANISH),
        (ENGLISH, SPANISH),
        ("1 2 3 4 5 - 6", "1 2 3 4 5 - 6"),
        (SPANISH + " Ver http://a.b", ENGLISH + " See http://a.b"),
        (SPANISH + " ⟦0⟧", ENGLISH),
        (SPANISH + " {0}", ENGLISH + " {0}"),
        (SPANISH * 20, ENGLISH * 20),
        OTHER_NUMBERS,
    ],
)
def test_what_is_no_translation_is_dropped(source: str, target: str) -> None:
    assert not is_translation(source, target)


def test_numbers_may_differ_in_synthetic_pairs() -> None:
    assert is_translation(*OTHER_NUMBERS, synthetic=True)
