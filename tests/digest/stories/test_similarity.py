from __future__ import annotations

from datetime import date

import pytest

from translate_pipeline.digest.stories.similarity import similarities, without_furniture

FLOOD = "La riada deja quince muertos en Valencia. Los bomberos rescatan a decenas de vecinos en las calles inundadas."
SAME_FLOOD = "Quince muertos por la riada en Valencia, donde los bomberos buscan a los vecinos de calles inundadas."
BUDGET = "El Senado de Colombia aprueba los presupuestos tras un debate de doce horas con la oposición."
DAY = date(2024, 10, 30)


def test_texts_on_one_event_are_more_alike_than_others() -> None:
    similar = similarities([FLOOD, SAME_FLOOD, BUDGET], [DAY] * 3, "es")
    assert similar[0, 1] > 0.4
    assert similar[0, 2] < 0.1
    assert similar[0, 1] == similar[1, 0]


def test_a_text_is_wholly_like_itself() -> None:
    similar = similarities([FLOOD, FLOOD], [DAY, DAY], "es")
    assert similar[0, 0] == pytest.approx(1)
    assert similar[0, 1] == pytest.approx(1)


def test_the_same_words_count_half_after_twenty_days() -> None:
    near = similarities([FLOOD, SAME_FLOOD], [DAY, DAY], "es")[0, 1]
    far = similarities([FLOOD, SAME_FLOOD], [DAY, date(2024, 11, 19)], "es")[0, 1]
    assert far == pytest.approx(near / 2)


def test_articles_without_a_day_may_be_some_time_apart() -> None:
    dated = similarities([FLOOD, SAME_FLOOD], [DAY, DAY], "es")[0, 1]
    undated = similarities([FLOOD, SAME_FLOOD], [None, DAY], "es")[0, 1]
    assert 0.5 * dated < undated < dated


def test_rare_words_say_more_than_words_that_news_always_have() -> None:
    story = "El presidente dijo que el Gobierno enviará a Beloúsov a Pyongyang."
    common = "El presidente dijo que el Gobierno bajará los impuestos."
    rare = "Pyongyang recibe con banda y alfombra a Beloúsov."
    similar = similarities([story, common, rare], [DAY] * 3, "es")
    assert similar[0, 2] > 1.5 * similar[0, 1]


def test_empty_texts_are_like_nothing() -> None:
    assert similarities(["", FLOOD, "12"], [DAY] * 3, "es")[0, 1] == 0


def test_what_stands_in_every_article_of_a_site_is_no_part_of_them() -> None:
    furniture = "Suscríbase a nuestro boletín de noticias."
    texts = [["Uno.", furniture], ["Dos.", furniture], ["Tres.", furniture], ["Uno.", "Cuatro."]]
    assert without_furniture(texts) == ["Uno.", "Dos.", "Tres.", "Uno.\nCuatro."]
