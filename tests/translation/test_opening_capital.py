from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_pipeline.translation.opening_capital import with_opening_capital


@pytest.mark.parametrize(
    ("translation", "source", "wanted"),
    [
        ("fifteen people died.", "Quince personas murieron.", "Fifteen people died."),
        ("fifteen people died.", "15 personas murieron.", "Fifteen people died."),
        ("“seven years”, he said.", "«Siete años», dijo.", "“Seven years”, he said."),
        ("15 people died.", "Quince personas murieron.", "15 people died."),
        ("iPhone sales fall.", "Las ventas del iPhone caen.", "iPhone sales fall."),
        ("and others.", "y otros.", "and others."),
        ("Already so.", "Ya es así.", "Already so."),
        ("", "Nada.", ""),
        ("…", "Nada.", "…"),
    ],
)
def test_a_sentence_begins_as_its_source_does(translation: str, source: str, wanted: str) -> None:
    assert with_opening_capital(translation, source) == wanted


@given(st.text(max_size=40), st.text(max_size=40))
def test_nothing_but_one_letter_changes(translation: str, source: str) -> None:
    changed = with_opening_capital(translation, source)
    assert changed.casefold() == translation.casefold()
