"""How a package renders names, and what a suggestion makes of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pytest

from translate_pipeline.glossary import Glossary
from translate_pipeline.glossary.suggestion import Suggestion, suggest
from translate_pipeline.glossary.suggestion.alignment import alike_rendering, attended_rendering
from translate_pipeline.glossary.suggestion.renderings import Renderer
from translate_pipeline.glossary.suggestion.table import note_on
from translate_pipeline.pipeline import Pipeline
from translate_pipeline.progress import Progress
from translate_pipeline.readers import document_from_text
from translate_pipeline.translation.engine import CTranslate2Engine, Engine, Hypothesis, Request
from translate_pipeline.translation.package import TranslationPackage


def suggested(texts: Mapping[str, str], engine: Engine) -> dict[str, Suggestion]:
    pipeline = Pipeline(source="es")
    documents = [pipeline.prepare(document_from_text(text, name)) for name, text in texts.items()]
    found = suggest(documents, Glossary([]), renderer=Renderer(engine))
    return {suggestion.source: suggestion for suggestion in found}


def test_the_real_package_shows_what_becomes_of_names(engine: CTranslate2Engine) -> None:
    text = (
        "El Consejo de Seguridad se reunió ayer para hablar de Siria. El presidente dijo que la guerra en Siria debe "
        "terminar. La ONU espera que el Consejo de Seguridad vote hoy, según Begoña Gómez."
    )
    found = suggested({"texto": text}, engine)
    assert (found["Siria"].target, dict(found["Siria"].renderings)) == ("Syria", {"Syria": 2})
    assert found["Consejo de Seguridad"].target == "Security Council"
    assert found["Begoña Gómez"].target == "Begoña Gómez"
    assert all(suggestion.unsteady_in == () for suggestion in found.values())


class PhraseBook:
    """An engine that knows some sentences and tells nothing of its attention."""

    beam = 1
    packages: tuple[TranslationPackage, ...] = ()
    knows_slots = False

    def __init__(self, sentences: Mapping[str, str]) -> None:
        self._sentences = sentences

    def translate(self, requests: Sequence[Request], progress: Progress | None = None) -> list[list[Hypothesis]]:
        return [[Hypothesis(self._sentences[request.text], 0.0)] for request in requests]

    def count_pieces(self, text: str) -> int:
        return len(text.split())


UNSTEADY = PhraseBook(
    {
        "Habló ayer Muamar el Gadafi.": "Muammar el Gadafi spoke yesterday.",
        "Nadie vio a Muamar el Gadafi en Zauiya.": "Nobody saw Moamar el-Kadafi in Zauiya.",
        "Volvió a Zauiya.": "He returned to Zauiya's.",
        "Nadie vive en Zauiya.": "Nobody lives in Zauiyah.",
    }
)


def test_two_renderings_within_one_text_are_told() -> None:
    texts = {
        "uno.txt": "Habló ayer Muamar el Gadafi. Nadie vio a Muamar el Gadafi en Zauiya.",
        "dos.txt": "Volvió a Zauiya. Nadie vive en Zauiya.",
    }
    found = suggested(texts, UNSTEADY)
    gadafi, zauiya = found["Muamar el Gadafi"], found["Zauiya"]
    assert gadafi.unsteady_in == ("uno.txt",)
    assert note_on(gadafi) == (
        "twice in uno.txt; two renderings in one text; rendered Moamar el-Kadafi ×1, Muammar el Gadafi ×1"
    )
    # A possessive or another ending is no other rendering.
    assert (zauiya.unsteady_in, dict(zauiya.renderings)) == ((), {"Zauiya": 3})


def test_an_unsteady_name_weighs_more_than_a_steady_one_of_its_frequency() -> None:
    steady = Suggestion("A b", "A b", "name", {"x": {"A b": 4}}, renderings={"A b": 4})
    unsteady = Suggestion("C d", "C d", "name", {"x": {"C d": 4}}, renderings={"C d": 2, "C e": 2})
    assert (steady.weight, unsteady.weight) == (4.0, 6.0)


@pytest.mark.parametrize(
    ("name", "translation", "rendering"),
    [
        ("Begoña Gómez", "The wife, Begona Gomez, spoke.", "Begona Gomez"),
        ("Gadafi", "They saw the Qaddafi of old.", "Qaddafi"),
        ("Alepo", "They left Aleppo's centre.", "Aleppo"),
        ("EE.UU.", "They live in the U.S. now.", None),
        ("Siria", "In Syria a war goes on", "Syria"),
        ("Alemania", "They left Germany.", None),
    ],
)
def test_a_name_is_found_again_by_its_letters(name: str, translation: str, rendering: str | None) -> None:
    assert alike_rendering(name, translation) == rendering


def test_a_name_is_found_again_where_the_decoder_looked_at_it() -> None:
    # Source pieces: La | Liga | Árabe | calla; the third column is what the decoder saw of them.
    attention = np.array([[0.8, 0.1, 0.1, 0.0], [0.0, 0.1, 0.8, 0.1], [0.1, 0.9, 0.0, 0.0], [0.0, 0.1, 0.1, 0.8]])
    hypothesis = Hypothesis("The Arab League silent", 0.0, ("▁The", "▁Arab", "▁League", "▁silent"), lambda: attention)
    assert attended_rendering(hypothesis, 1, 3) == "Arab League"
    assert attended_rendering(hypothesis, 3, 4) == "silent"
    assert attended_rendering(Hypothesis("The Arab League", 0.0), 1, 3) is None
