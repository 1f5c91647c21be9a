from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_pipeline.translation.quotes import peel, restore, straighten


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Una frase.", ("", "Una frase.", "")),
        ("«Una frase.", ("«", "Una frase.", "")),
        ("Otra frase».", ("", "Otra frase", "».")),
        ("«Entera».", ("", "«Entera».", "")),
        ("(Una. Dos", ("(", "Una. Dos", "")),
        ('"Una frase', ('"', "Una frase", "")),
        ('Dijo: "Una" y "dos".', ("", 'Dijo: "Una" y "dos".', "")),
        ("Dijo “sí”.", ("", "Dijo “sí”.", "")),
        ("no cederemos», dijo.", ("", "no cederemos», dijo.", "")),
    ],
)
def test_marks_whose_partners_stand_elsewhere_are_peeled(text: str, parts: tuple[str, str, str]) -> None:
    assert peel(text) == parts


def test_straight_marks_keep_every_offset() -> None:
    assert straighten("«a» “b” ‘c’") == '"a" "b" \'c\''


@pytest.mark.parametrize(
    ("translation", "source", "restored"),
    [
        ('He said "yes".', "Dijo «sí».", "He said “yes”."),
        ('He said "yes".', 'Dijo "sí".', 'He said "yes".'),
        ('He said "yes.', "Dijo «sí».", "He said “yes.”"),
        ('"We come, he said.', "«Venimos», dijo.", "“We come,” he said."),
        ('"We come, "they" said.', "«Venimos», dijeron.", '"We come, "they" said.'),
        ('"We come, he said.', "«Venimos», dijo, y «vamos».", '"We come, he said.'),
        ('He said " yes " .', "Dijo «sí».", "He said “yes” ."),
        (
            'He said "yes" to peace and "no" to war.',
            "Dijo «sí» a la paz y «no» a la guerra.",
            "He said “yes” to peace and “no” to war.",
        ),
        ('"He said "no" to her"', "«Dijo “no” a ella»", "“He said ‘no’ to her”"),
        ('the " special operation "', 'la "operación especial"', 'the "special operation"'),
        ('the voters "income', "los ingresos de los votantes", "the voters' income"),
        ('in the 1990 "s', "en los años 90", "in the 1990's"),
        ('He said "yes', "Dijo sí", "He said yes"),
    ],
)
def test_typographic_marks_come_back(translation: str, source: str, restored: str) -> None:
    assert restore(translation, source) == restored


@given(st.text(alphabet=st.sampled_from('ab.,«»“”"() '), max_size=30))
def test_peeling_loses_nothing(text: str) -> None:
    assert "".join(peel(text)) == text
