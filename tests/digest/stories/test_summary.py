from __future__ import annotations

import functools

from translate_pipeline import Pipeline
from translate_pipeline.config import SummarySettings
from translate_pipeline.digest.model import Article, Citation
from translate_pipeline.digest.stories.summary import story_summary

FIRST = (
    "Quince muertos por la riada en Valdehondo\n\n"
    "Quince personas murieron el martes en Valdehondo al desbordarse el río Tamuja tras doce horas de lluvia. "
    "Además, los bomberos rescataron a decenas de vecinos en los tejados de las casas.\n\n"
    "La alcaldesa de Valdehondo, Rosa Quintela, pidió la ayuda del ejército para limpiar las calles de barro. "
    "Ella visitó a los evacuados por la tarde en el polideportivo."
)
SECOND = (
    "La riada de Valdehondo\n\n"
    "El martes murieron en Valdehondo quince personas al desbordarse el río Tamuja después de doce horas de lluvia. "
    "El tren entre Madrid y Valencia sigue cortado por los daños en un puente de la línea.\n\n"
    "La compañía eléctrica espera reponer el suministro a dos mil hogares antes del viernes."
)


@functools.cache
def articles() -> tuple[Article, ...]:
    pipeline = Pipeline(source="es", summary=SummarySettings(sentences=2, algorithm="news"))
    briefings = pipeline.run_many([FIRST, SECOND])
    return tuple(Article(f"a{n}", briefing, f"/{n}", str(n)) for n, briefing in enumerate(briefings, 1))


def sources(summary: tuple[Citation, ...]) -> list[str]:
    return [citation.pair.source for citation in summary]


def test_the_story_of_one_article_is_its_own_summary() -> None:
    (first, _) = articles()
    assert [citation.pair for citation in story_summary([first], 5)] == list(first.briefing.summary)


def test_a_story_is_told_from_across_its_articles_in_their_order() -> None:
    summary = story_summary(articles(), 4)
    assert {citation.article for citation in summary} == {"a1", "a2"}
    places = [(citation.article, citation.pair.id) for citation in summary]
    assert places == sorted(places)


def test_what_one_article_says_is_not_said_again_by_another() -> None:
    told = sources(story_summary(articles(), 5))
    assert sum("desbordarse el río Tamuja" in sentence for sentence in told) == 1


def test_no_sentence_opens_with_a_word_for_something_left_out() -> None:
    told = sources(story_summary(articles(), 5))
    assert not any(sentence.startswith(("Además", "Ella")) for sentence in told)


def test_there_are_at_most_so_many_sentences() -> None:
    assert len(story_summary(articles(), 2)) == 2
    assert len(story_summary(articles(), 50)) < 7
