"""Speech between dashes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_pipeline.document import Sentence
from translate_pipeline.glossary import Glossary, GlossaryEntry
from translate_pipeline.translation.dialogue import quoted_speech
from translate_pipeline.translation.engine import CTranslate2Engine
from translate_pipeline.translation.translator import SentenceTranslator


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("—No lo sé —dijo el ministro—.", '"No lo sé", dijo el ministro.'),
        ("—No lo sé —dijo el ministro.", '"No lo sé", dijo el ministro.'),
        ("—¿Quién fue? —preguntó el juez Pérez.", '"¿Quién fue?" preguntó el juez Pérez.'),
        ("—Sí —dijo ella—, pero no ahora.", '"Sí", dijo ella, "pero no ahora".'),
        ("—Nunca —dijo—. ¿Y tú?", '"Nunca", dijo. "¿Y tú?"'),
        # What reads a document takes the first dash for a mark of a list.
        ("No lo sé —dijo el ministro—.", '"No lo sé", dijo el ministro.'),
        ("El plan —dijo el ministro— costará caro.", None),
        ("—Vino ayer —el lunes— a casa.", None),
        ("—No.", None),
        ("Nada.", None),
    ],
)
def test_dashes_become_quotation_marks(text: str, quoted: str | None) -> None:
    assert quoted_speech(text) == quoted


@given(st.text(alphabet=st.sampled_from("ab —–.,?dijó"), max_size=60))
def test_any_text(text: str) -> None:
    quoted = quoted_speech(text)
    assert quoted is None or quoted.count('"') in (2, 4)


def test_the_verb_of_saying_comes_through_with_terms_held(engine: CTranslate2Engine) -> None:
    sentences = [Sentence(f"s{n}", text, 0, len(text)) for n, text in enumerate(["—No lo sé —dijo el ministro—."])]
    glossary = Glossary([GlossaryEntry("ministro", "secretary")])
    SentenceTranslator(engine, glossary, "es", "en").translate(sentences)
    translation = sentences[0].translation or ""
    assert "said" in translation
    assert "secretary" in translation
    assert sentences[0].findings == []
