"""Names, titles and offices that a translation is mended in."""

from __future__ import annotations

import pytest

from translate_pipeline.checks import Translated, check
from translate_pipeline.translation.name_mending import mend_names


def mended(source: str, translation: str) -> str | None:
    return mend_names(translation, source, check(Translated(source, translation)))


@pytest.mark.parametrize(
    ("source", "translation", "result"),
    [
        ("Con Ana Ferrer García.", "With Ana Ferrrrer García.", "With Ana Ferrer García."),
        ("Con Ana Ferrer García.", "With Ana Ana Ferrer García.", "With Ana Ferrer García."),
        ("Con Milena Vicenová.", "With Milena Vicenovaca Vice.", "With Milena Vicenová."),
        (
            "Firmó con Constructora Hidalgo S.A. el lunes.",
            "He signed with Constructor Hidalgo S.A. on Monday.",
            "He signed with Constructora Hidalgo S.A. on Monday.",
        ),
        ("Viajó a Las Condes.", "He went to the Los Condes.", "He went to Las Condes."),
        ("“No”, lamenta Amparo Sanchis.", "“No,” Mr. Amparo Sanchis.", "“No,” Amparo Sanchis."),
        ("Calla el exalcalde.", "The mayor is silent.", "The former mayor is silent."),
        (
            "Calla Ruiz, exalcalde de Lugo.",
            "Ruiz, exalter of Lugo, is silent.",
            "Ruiz, former mayor of Lugo, is silent.",
        ),
        ("Calla un exalcalde.", "A mayor is silent.", "A former mayor is silent."),
        (
            "Condenan al exalcalde Julián Muñoz.",
            "They convict the al-Maelgian Julián Muñoz.",
            "They convict the former mayor Julián Muñoz.",
        ),
        (
            "La deuda de las Administraciones Públicas.",
            "The debt of the Públicas's Administrations.",
            "The debt of the Public Administrations.",
        ),
        ("El Palacio de Comunicaciones.", "The Comunicaciones Palace.", "The Communications Palace."),
    ],
)
def test_what_only_one_thing_can_be_meant_by(source: str, translation: str, result: str) -> None:
    assert mended(source, translation) == result


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("Con Ana Ferrer García.", "With Ana Ferrer García."),
        ("Con Ana Ferrer García.", "With somebody else."),
        ("Calla el exalcalde.", "The mayor and the mayor are silent."),
        ("Vino el señor Pablo Sáenz.", "Mr. Pablo Sáenz came."),
        ("Vive en Cabo Oriental.", "She lives in East Cabo."),
        ("La Audiencia de Las Palmas calla.", "The Court of Las Palmas is silent."),
    ],
)
def test_nothing_is_mended_that_is_right_or_cannot_be_told(source: str, translation: str) -> None:
    assert mended(source, translation) is None
