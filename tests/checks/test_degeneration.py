from __future__ import annotations

import pytest

from translate_pipeline.checks import Translated
from translate_pipeline.checks.degeneration import DegenerationCheck

SOURCE = "El presidente habló ayer con los ministros de la guerra y de la paz en la capital del país."


def is_degenerate(source: str, translation: str) -> bool:
    return bool(DegenerationCheck().findings(Translated(source, translation)))


@pytest.mark.parametrize(
    "translation",
    [
        "",
        "...",
        "The president mainstreamstreamstreamstreamstream spoke yesterday with the ministers of war and of peace.",
        "The president spoke in support of its support of its support of its support of its support of the country.",
        "The the the the the the president spoke yesterday with the ministers of war.",
        "The president spoke. " * 12,
        "He spoke with the ministers of war, with the ministers of peace, with the ministers of the country.",
    ],
)
def test_degenerate_output(translation: str) -> None:
    assert is_degenerate(SOURCE, translation)


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        (SOURCE, "The president spoke yesterday with the ministers of war and of peace in the capital of the country."),
        ("No, no, no, no, no.", "No, no, no, no, no."),
        ("Muy, muy, muy lejos.", "Very, very, very far."),
        ("", ""),
        ("Sí.", "Yes."),
        ("Tora, tora, tora", "Tora, tora, tora"),
        ("No, no, no y no.", "No, no, no, and no."),
        (
            "人人生而自由，在尊严和权利上一律平等，他们赋有理性，并应以兄弟关系的精神相对待，人人。",
            "All human beings are born free and equal in dignity and rights, they are endowed with reason.",
        ),
        ("Vaya novedad... ya se sabe", "What a novelty... it is known"),
        ("Él dijo que ella dijo que él dijo que sí.", "He said that she said that he said yes."),
    ],
)
def test_sound_output(source: str, translation: str) -> None:
    assert not is_degenerate(source, translation)
