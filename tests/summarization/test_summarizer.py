from __future__ import annotations

from pathlib import Path

import pytest

from translate_pipeline.config import SummarySettings
from translate_pipeline.document import Document
from translate_pipeline.language import assume_language
from translate_pipeline.readers import document_from_text, read_document
from translate_pipeline.segmentation import segment
from translate_pipeline.summarization.summarizer import candidates, summarise_both, summarise_source, summarise_target

ARTICLE = """Erupción en La Palma
Por Ana Pérez

El volcán de La Palma entró en erupción el domingo. Miles de vecinos fueron evacuados.

Más información en: https://example.org
Lea también:
El Gobierno enviará soldados a la isla para ayudar a los vecinos evacuados por el volcán.
"""


def prepared(document: Document) -> Document:
    assume_language(document, "es")
    segment(document)
    return document


def test_titles_bylines_and_fragments_are_no_summary_sentences() -> None:
    document = prepared(document_from_text(ARTICLE, "a"))
    texts = [sentence.source for sentence in candidates(document)]
    assert not any(text.startswith(("Erupción en", "Por Ana", "Lea también")) for text in texts)
    assert "Miles de vecinos fueron evacuados." in texts


def test_a_dateline_is_no_summary_sentence() -> None:
    text = "Bogotá, 14 de mayo de 2025. El volcán entró en erupción el domingo. Miles de vecinos fueron evacuados."
    document = prepared(document_from_text(text, "a"))
    summary = summarise_source(document, SummarySettings(sentences=1), "es")
    assert [s.source for s in summary] == ["El volcán entró en erupción el domingo."]


def test_a_text_with_fewer_sentences_than_asked_for_gives_them_all() -> None:
    document = prepared(document_from_text("El volcán entró en erupción. Miles de vecinos huyeron.", "a"))
    assert len(summarise_source(document, SummarySettings(sentences=5), "es")) == 2


def test_a_headline_alone_is_its_own_summary() -> None:
    document = prepared(document_from_text("Erupción en La Palma", "a"))
    assert [s.source for s in summarise_source(document, SummarySettings(), "es")] == ["Erupción en La Palma"]


def test_a_text_without_prose_has_no_summary() -> None:
    document = prepared(document_from_text("https://example.org\n12.345\n", "a"))
    assert summarise_source(document, SummarySettings(), "es") == []


def test_place_counts_as_much_as_it_is_told(example: Path) -> None:
    document = prepared(read_document(example))
    by_place = summarise_source(document, SummarySettings(sentences=3, lead_weight=1), "es")
    assert [sentence.id for sentence in by_place] == ["p1s1", "p2s1", "p2s2"]
    alone = summarise_source(document, SummarySettings(sentences=3, algorithm="lsa", lead_weight=0), "es")
    assert [sentence.id for sentence in alone] != ["p1s1", "p2s1", "p2s2"]


@pytest.mark.parametrize("rank", ["target", "both"])
def test_the_translation_is_ranked_when_asked_for(rank: str) -> None:
    document = prepared(document_from_text("Una frase corta aquí. Otra frase algo más larga allí.", "a"))
    for sentence, translation in zip(
        document.sentences(), ["The dog and the cat.", "The cat and the dog."], strict=True
    ):
        sentence.translation = translation
    settings = SummarySettings(sentences=1)
    if rank == "target":
        chosen = summarise_target(document, settings, "en")
    else:
        chosen = summarise_both(document, settings, "es", "en")
    assert [sentence.id for sentence in chosen] == ["p1s1"]
