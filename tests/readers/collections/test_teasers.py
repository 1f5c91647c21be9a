from __future__ import annotations

import pytest

from translate_pipeline.readers.collections.html_fragment import fragment_of
from translate_pipeline.readers.collections.teasers import is_teaser, without_link_to_read_on

SENTENCE = "El Senado de Colombia rechazó este miércoles la consulta popular."


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "El Senado rechazó la consulta con la que el preside… Leer más",
            "El Senado rechazó la consulta con la que el preside…",
        ),
        (f"{SENTENCE} Leer más »", SENTENCE),
        (f"{SENTENCE} [Seguir leyendo]", SENTENCE),
        ("El Senado rechazó la consulta [&#8230;]", "El Senado rechazó la consulta…"),
        ("El Senado rechazó la consulta (...)", "El Senado rechazó la consulta…"),
        ("El Senado rechazó la consulta...", "El Senado rechazó la consulta..."),
        (f"<p>{SENTENCE}</p><p><a href=x>Continue reading →</a></p>", SENTENCE),
        (f"<p>{SENTENCE} <a href=x>Leer más</a></p><p>[…]</p>", SENTENCE),
    ],
)
def test_a_teaser_loses_its_link_to_the_rest(text: str, shown: str) -> None:
    fragment = fragment_of(text)
    assert [block.text for block in fragment.blocks] == [shown]
    assert fragment.is_teaser


@pytest.mark.parametrize(
    "text", [SENTENCE, "Nadie quiso leer más.", "Dijo que quería saber y leer más", "Ver más allá."]
)
def test_whole_sentences_stay_as_they_are(text: str) -> None:
    assert without_link_to_read_on(text) == text
    assert not is_teaser(text)


def test_a_long_text_with_a_link_to_the_page_is_no_teaser() -> None:
    fragment = fragment_of(f"{SENTENCE} " * 30 + "Leer más")
    assert not fragment.is_teaser
    assert fragment.blocks[-1].text.endswith("popular.")
