from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translate_pipeline.config import SummarySettings
from translate_pipeline.document import Document
from translate_pipeline.language import assume_language
from translate_pipeline.readers import document_from_text
from translate_pipeline.segmentation import segment
from translate_pipeline.summarization.algorithms import MOST_SENTENCES, centrality, rank_sentences
from translate_pipeline.summarization.leaning import leans_on_the_sentence_before
from translate_pipeline.summarization.news import WEIGHTS, features
from translate_pipeline.summarization.summarizer import (
    candidates,
    summarise_both,
    summarise_source,
    summarise_target,
)

TITLE = "Reabre el puerto de Arrecife tras la tormenta"
REPEATS_THE_TITLE = "El puerto de Arrecife reabre tras la tormenta, dijo el puerto."
NEW = "Doce barcos de pasajeros esperan turno frente a la costa desde ayer."
LEANS = "Sin embargo, doce barcos de pasajeros esperan turno frente a la costa."
REST = [
    "La compañía devolverá el dinero de los billetes a quien lo pida.",
    "Las tiendas del muelle abren mañana a las ocho con precios rebajados.",
    "Un técnico revisará las grúas durante toda la semana próxima.",
]


def article(title: str | None, *sentences: str) -> Document:
    document = document_from_text("\n\n".join([*([title] if title else []), *sentences]), "a")
    assume_language(document, "es")
    segment(document)
    return document


def summary(document: Document, sentences: int) -> list[str]:
    return [s.source for s in summarise_source(document, SummarySettings(sentences, algorithm="news"), "es")]


def test_a_summary_does_not_repeat_its_title() -> None:
    assert summary(article(TITLE, REPEATS_THE_TITLE, NEW, *REST), 1) == [NEW]


def test_without_a_title_the_first_sentence_comes_first() -> None:
    sentences = [REPEATS_THE_TITLE, NEW, *REST]
    scores = rank_sentences(sentences, None, "news", "es")
    assert scores[0] == max(scores)


def test_a_connective_is_not_cut_off_from_what_it_connects() -> None:
    document = article(TITLE, REPEATS_THE_TITLE, LEANS, *REST)
    assert LEANS not in summary(document, 1)
    for length in (2, 3, 4):
        chosen = summary(document, length)
        assert LEANS not in chosen or REPEATS_THE_TITLE in chosen


def test_the_translation_reads_well_too_when_it_is_ranked() -> None:
    document = article(TITLE, REPEATS_THE_TITLE, NEW, *REST)
    for sentence in document.sentences():
        sentence.translation = "The port is open again." if sentence.source != NEW else "However, twelve ships wait."
    wanted = SummarySettings(1, algorithm="news")
    for chosen in (summarise_target(document, wanted, "en"), summarise_both(document, wanted, "es", "en")):
        assert [sentence.source for sentence in chosen] != [NEW]


def test_what_is_said_twice_is_chosen_once() -> None:
    document = article(TITLE, REPEATS_THE_TITLE, NEW, NEW, REST[0])
    assert summary(document, 2).count(NEW) == 1


def test_every_feature_has_a_weight() -> None:
    rows = features([NEW, *REST], TITLE, [0.0] * 4, "es")
    assert all(row.keys() == WEIGHTS.keys() for row in rows)


def test_features_of_a_sentence() -> None:
    quotation, question = features(
        ["“El puerto de Arrecife está vacío”, dijo Ana Gil a las 8.", "¿Quién paga?"], TITLE, [0.5, 1.0], "es"
    )
    assert quotation["quotation"] == quotation["number"] == quotation["first"] == quotation["place"] == 1.0
    assert quotation["names"] == pytest.approx(3 / 12)
    assert 0 < quotation["title"] == quotation["title in first"] < 1
    assert question["question"] == question["second"] == question["centrality"] == 1.0
    assert question["title"] == question["number"] == question["long"] == 0.0


def test_a_very_long_sentence_loses() -> None:
    longer = NEW.rstrip(".") + " y" * 60 + "."
    plain, padded = (rank_sentences([REST[0], text, *REST[1:]], TITLE, "news", "es")[1] for text in (NEW, longer))
    assert padded < plain


def test_a_long_document_is_ranked_in_bounded_time() -> None:
    sentences = [f"La frase número {number} habla del barco {number % 37} y del puerto." for number in range(1000)]
    assert set(centrality(sentences, TITLE, "es")[MOST_SENTENCES:]) == {0.0}
    document = article(TITLE, *sentences)
    candidates_count = len(candidates(document))
    rank_sentences(sentences[:50], TITLE, "news", "es")
    begin = time.process_time()
    by_lexrank = summarise_source(document, SummarySettings(ratio=0.3, algorithm="lexrank"), "es")
    middle = time.process_time()
    by_news = summarise_source(document, SummarySettings(ratio=0.3, algorithm="news"), "es")
    assert len(by_news) == len(by_lexrank) == round(candidates_count * 0.3)
    assert time.process_time() - middle < 2 * (middle - begin) + 1


_OPENERS = st.sampled_from(["Sin embargo", "Él", "Además", "El alcalde", "Ana Gil", "Este lunes", "La isla"])
_ENDINGS = st.lists(
    st.sampled_from("puerto barco tormenta isla muelle grúa dinero ayer 12 lluvia costa".split()),
    min_size=4,
    max_size=9,
)
_SENTENCES = st.lists(
    st.builds(lambda opener, words: f"{opener} vio {' '.join(words)}.", _OPENERS, _ENDINGS), min_size=1, max_size=12
)


@settings(deadline=None, max_examples=60)
@given(_SENTENCES, st.integers(1, 6))
def test_summaries_are_repeatable_in_order_and_read_alone(sentences: list[str], length: int) -> None:
    document = article(TITLE, *sentences)
    found = candidates(document)
    wanted = SummarySettings(length, algorithm="news")
    chosen = [found.index(sentence) for sentence in summarise_source(document, wanted, "es")]
    assert chosen == [found.index(sentence) for sentence in summarise_source(document, wanted, "es")]
    assert chosen == sorted(set(chosen))
    assert len(chosen) == min(length, len(found))
    leaning = [place > 0 and leans_on_the_sentence_before(s.source, "es") for place, s in enumerate(found)]
    cut_off = [place for place in chosen if leaning[place] and place - 1 not in chosen]
    alternatives = [place for place in range(len(found)) if not leaning[place] and place not in chosen]
    assert not (cut_off and alternatives)
