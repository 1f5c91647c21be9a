from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_pipeline.glossary import Glossary, load_glossary
from translate_pipeline.translation.apposition_commas import with_both_commas
from translate_pipeline.translation.translator import find_terms


@pytest.fixture(scope="module")
def glossary() -> Glossary:
    """The curated one."""
    return load_glossary([], curated=True, source="es", target="en")


@pytest.mark.parametrize(
    ("source", "translation", "mended"),
    [
        (
            "El ministro ruso, Andrei Belousov, llegó ayer.",
            "Russian Minister Andrei Belousov, arrived yesterday.",
            "Russian Minister Andrei Belousov arrived yesterday.",
        ),
        (
            "El presidente de Ucrania, Volodímir Zelenski, estuvo en Kiev.",
            "Ukraine's President Volodymyr Zelensky, was in Kyiv.",
            "Ukraine's President Volodymyr Zelensky was in Kyiv.",
        ),
        (
            "En París, la jefa del equipo, Anne Dupont, se fue.",
            "In Paris, the team leader Anne Dupont, left.",
            "In Paris, the team leader, Anne Dupont, left.",
        ),
        (
            "El jefe del hospital, Miguel Cruz, explicó el caso.",
            "The head of the hospital, Miguel Cruz explained the case.",
            "The head of the hospital, Miguel Cruz, explained the case.",
        ),
    ],
)
def test_a_lone_comma_goes_or_gets_its_second(source: str, translation: str, mended: str, glossary: Glossary) -> None:
    assert with_both_commas(translation, source, find_terms(source, glossary)) == mended


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("El ministro, Andrei Belousov, llegó ayer.", "The minister, Andrei Belousov, arrived yesterday."),
        ("El ministro, Andrei Belousov, llegó ayer.", "Minister Andrei Belousov arrived yesterday."),
        ("El ministro Andrei Belousov, dijo, llegará.", "Minister Andrei Belousov, said, will arrive."),
        ("En Moscú, Andrei Belousov, ministro, dijo que no.", "In Moscow, Andrei Belousov said no."),
        (
            "Según el ministro, Andrei Belousov, heridos hay cien.",
            "According to Minister Andrei Belousov, wounded are a hundred.",
        ),
        ("Acusó al ministro, Andrei Belousov, de mentir.", "He accused Minister Andrei Belousov, of lying."),
        ("Vino con su jefe, Juan Ruiz, y Juan Ruiz, dijo.", "He came with boss Juan Ruiz, and Juan Ruiz, said."),
    ],
    ids=["both", "none", "one in the source", "no article", "no subject", "no verb", "named twice"],
)
def test_other_commas_stay(source: str, translation: str, glossary: Glossary) -> None:
    assert with_both_commas(translation, source, find_terms(source, glossary)) == translation


PIECES = st.sampled_from(
    [
        "El ministro",
        ", ",
        "Andrei Belousov",
        "Ana",
        " de la ",
        "said",
        " llegó",
        ".",
        "The minister ",
        " came",
        "“",
        "\n",
    ]
)


@given(st.lists(PIECES), st.lists(PIECES))
def test_nothing_but_commas_changes(source: list[str], translation: list[str]) -> None:
    text = "".join(translation)
    mended = with_both_commas(text, "".join(source), ())
    assert mended.replace(",", "").split() == text.replace(",", "").split()
