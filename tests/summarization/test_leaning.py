from __future__ import annotations

import pytest

from translate_pipeline.summarization.leaning import leans_on_the_sentence_before


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("Sin embargo, la isla sigue cerrada.", "es"),
        ("Además, el puerto reabrió.", "es"),
        ("Por su parte, el alcalde pidió calma.", "es"),
        ("Él no quiso responder.", "es"),
        ("Éste negó los cargos.", "es"),
        ("Según el mismo informe, faltan camas.", "es"),
        ("También cerraron las escuelas.", "es"),
        ("—Pero nadie lo vio —dijo.", "es"),
        ("“Ellos lo sabían”, afirmó la ministra.", "es"),
        ("Añadió que las obras seguirán.", "es"),
        ("Después, la lluvia paró.", "es"),
        ("Esta decisión sorprendió a todos.", "es-MX"),
        ("However, the island is still closed.", "en"),
        ("He would not answer.", "en"),
        ("This decision surprised everyone.", "en"),
        ("In addition, the port reopened.", "en"),
    ],
)
def test_openers_that_refer_to_what_was_said_before(sentence: str, language: str) -> None:
    assert leans_on_the_sentence_before(sentence, language)


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("El alcalde pidió calma.", "es"),
        ("Este lunes reabrió el puerto.", "es"),
        ("Este 15 de mayo reabre el puerto.", "es"),
        ("Después de la lluvia reabrió el puerto.", "es"),
        ("Lo que falta son camas.", "es"),
        ("Añadió la ministra un dato.", "es"),
        ("Asistieron además dos ministros.", "es"),
        ("This week the port reopens.", "en"),
        ("In addition to the port, the airport reopens.", "en"),
        ("Herbert reopened the port.", "en"),
        ("", "es"),
        ("¿…?", "es"),
        ("Jedoch blieb der Hafen zu.", "de"),
    ],
)
def test_openers_that_stand_alone(sentence: str, language: str) -> None:
    assert not leans_on_the_sentence_before(sentence, language)
