from __future__ import annotations

from dataclasses import replace

import pytest

from translate_pipeline.glossary.enforcement.base import Segment
from translate_pipeline.translation.engine import CTranslate2Engine, Hypothesis, Request, SearchOptions
from translate_pipeline.translation.mistranslated_words import mend_mistranslated_words


def plain(source: str, engine: CTranslate2Engine) -> Hypothesis:
    """What the bundled package makes of a sentence."""
    return engine.translate([Request(source, SearchOptions(2, 2, attention=True))])[0][0]


def mended(source: str, engine: CTranslate2Engine) -> str:
    return mend_mistranslated_words(plain(source, engine), Segment(source, ()), engine).text


@pytest.mark.parametrize(
    ("source", "wrong", "right"),
    [
        ("A las 6.15 cayó el primer obús.", "obús", "At 6.15, the first shell dropped."),
        ("¿Qué estará tramando el viejo zorro?", "swallow", "What will the old fox be plotting?"),
        (
            "Por razones climatológicas se aplaza al domingo la cabalgata.",
            "cabalgata",
            "For weather reasons, the parade is postponed Sunday.",
        ),
    ],
)
def test_a_word_for_another_gives_way_to_the_lexicons(
    source: str, wrong: str, right: str, engine: CTranslate2Engine
) -> None:
    assert wrong in plain(source, engine).text
    assert mended(source, engine) == right


@pytest.mark.parametrize("source", ["Compró un paraguas azul.", "El ministro viajó ayer a París.", "¿Por qué?", "12"])
def test_what_the_lexicon_agrees_with_stays(source: str, engine: CTranslate2Engine) -> None:
    assert mended(source, engine) == plain(source, engine).text


def test_a_word_that_another_word_of_the_source_can_mean_stays(engine: CTranslate2Engine) -> None:
    source = "Los pájaros volaron y las ovejas huyeron."
    assert "fled" in mended(source, engine)


@pytest.mark.parametrize(
    ("source", "right"),
    [
        ("El fiscal pidió nueve años de cárcel.", "prosecutor"),
        ("La juez pidió su opinión a los vecinos del pueblo.", "residents"),
        ("El diputado presentó un recurso.", "appeal"),
    ],
)
def test_what_was_confirmed_stays(source: str, right: str, engine: CTranslate2Engine) -> None:
    assert right in plain(source, engine).text
    assert right in mended(source, engine)


def test_without_attention_nothing_changes(engine: CTranslate2Engine) -> None:
    source = "Quieren derogar la ley."
    hypothesis = replace(plain(source, engine), read_attention=None)
    assert mend_mistranslated_words(hypothesis, Segment(source, ()), engine) is hypothesis
