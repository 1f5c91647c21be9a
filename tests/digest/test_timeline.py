from __future__ import annotations

import pytest

from tests.digest.articles import article
from tests.digest.sample import sample_digest
from translate_pipeline.digest.timeline import timeline

# A Wednesday.
PUBLISHED = "2024-10-30"


def _days(text: str, date: str | None = PUBLISHED, language: str = "es") -> list[tuple[str, str]]:
    return [(event.day, event.written) for event in timeline([article(text, date=date, language=language)])]


SPANISH = [
    ("La riada arrasó Paiporta el 29 de octubre de 2024 por la tarde.", "2024-10-29", "29 de octubre de 2024"),
    ("La riada arrasó Paiporta el 29 de octubre por la tarde.", "2024-10-29", "29 de octubre"),
    ("La riada arrasó Paiporta el martes 29 de octubre por la tarde.", "2024-10-29", "martes 29 de octubre"),
    ("La riada arrasó Paiporta el 29/10/2024 por la tarde.", "2024-10-29", "29/10/2024"),
    ("La riada arrasó Paiporta el 2024-10-29 por la tarde.", "2024-10-29", "2024-10-29"),
    ("El juez citará a los acusados el 1º de diciembre en Valencia.", "2024-12-01", "1º de diciembre"),
    ("El juez citó a los acusados el pasado 3 de mayo en Valencia.", "2024-05-03", "3 de mayo"),
    ("El juez citará a los acusados el próximo 3 de mayo en Valencia.", "2025-05-03", "3 de mayo"),
    ("El juez citó a los acusados el 3 de mayo del año pasado.", "2023-05-03", "3 de mayo del año pasado"),
    ("La riada arrasó ayer varios pueblos cerca de Valencia.", "2024-10-29", "ayer"),
    ("La riada arrasó ayer martes varios pueblos de Valencia.", "2024-10-29", "ayer"),
    ("La riada arrasó anoche varios pueblos cerca de Valencia.", "2024-10-29", "anoche"),
    ("El presidente visitó hoy varios pueblos cerca de Valencia.", "2024-10-30", "hoy"),
    ("El presidente visitó este miércoles varios pueblos de Valencia.", "2024-10-30", "este miércoles"),
    ("El presidente visitará mañana jueves los pueblos de Valencia.", "2024-10-31", "mañana"),
    ("El presidente visitará mañana los pueblos afectados de Valencia.", "2024-10-31", "mañana"),
    ("El presidente visitará pasado mañana los pueblos de Valencia.", "2024-11-01", "pasado mañana"),
    ("La riada arrasó el pasado martes varios pueblos de Valencia.", "2024-10-29", "el pasado martes"),
    ("La riada arrasó el miércoles pasado varios pueblos de Valencia.", "2024-10-23", "el miércoles pasado"),
    ("El Congreso debatirá el próximo lunes la ayuda a Valencia.", "2024-11-04", "el próximo lunes"),
    ("Colón llegó a la isla de Guanahani el 12 de octubre de 1492.", "1492-10-12", "12 de octubre de 1492"),
    ("El festival de cine se celebrará del 3 al 5 de diciembre en Valencia.", "2024-12-03", "3 al 5 de diciembre"),
]


@pytest.mark.parametrize(("text", "day", "written"), SPANISH, ids=[case[2] for case in SPANISH])
def test_a_date_in_spanish_is_the_day_it_means(text: str, day: str, written: str) -> None:
    assert _days(text) == [(day, written)]


ENGLISH = [
    ("The flood hit the town of Paiporta on October 29, 2024.", "2024-10-29", "October 29, 2024"),
    ("The flood hit the town of Paiporta on 29 October 2024.", "2024-10-29", "29 October 2024"),
    ("The flood hit the town of Paiporta on Oct. 29 in the evening.", "2024-10-29", "Oct. 29"),
    ("The flood hit the town of Paiporta on Tuesday, October 29.", "2024-10-29", "Tuesday, October 29"),
    ("The flood hit the town of Paiporta on 29/10/2024 at night.", "2024-10-29", "29/10/2024"),
    ("The flood hit several towns near Valencia yesterday evening.", "2024-10-29", "yesterday"),
    ("The president will visit the towns near Valencia tomorrow.", "2024-10-31", "tomorrow"),
    ("The government announced today that it will send help.", "2024-10-30", "today"),
    ("The flood hit several towns near Valencia last Tuesday.", "2024-10-29", "last Tuesday"),
    ("The court will hear the defendants in Valencia on December 1.", "2024-12-01", "December 1"),
]


@pytest.mark.parametrize(("text", "day", "written"), ENGLISH, ids=[case[2] for case in ENGLISH])
def test_a_date_in_english_is_the_day_it_means(text: str, day: str, written: str) -> None:
    assert _days(text, language="en") == [(day, written)]


LEFT_OUT = [
    "La riada arrasó Paiporta el 31 de febrero de 2024 por la tarde.",
    "La riada arrasó Paiporta el lunes 29 de octubre de 2024 por la tarde.",
    "La riada arrasó ayer lunes varios pueblos cerca de Valencia.",
    "Los atentados del 11 de septiembre cambiaron el mundo entero.",
    "En 1957 la riada arrasó Valencia, y el 14 de octubre hubo funerales.",
    "El juez citó a los acusados el 3 de mayo de ese mismo año.",
    "Cada 8 de octubre los vecinos de la ciudad celebran una fiesta.",
    "Los vecinos de la Avenida 9 de Octubre piden ayuda al alcalde.",
    "Los vecinos de la calle 9 de octubre piden ayuda al alcalde.",
    "La riada arrasó los pueblos ayer y hoy, siempre por lo mismo.",
    "La ciudad es hoy una tercera parte más grande que entonces.",
    "El presidente visitó los pueblos por la mañana con el alcalde.",
    "El presidente visitó los pueblos el martes con el alcalde.",
    "El ministro llegará el 15 de junio con el resto del Gobierno.",
    "El alcalde dijo: “Ayer perdimos todo lo que teníamos en casa”.",
    "VALENCIA, 29 de octubre de 2024 (EFE).- La riada arrasó varios pueblos.",
    "Actualizado el 29 de octubre de 2024 a las 10:30 por la redacción.",
    "Fuerza de seguridad, 3 de octubre.",
    "El primero en llegar al puerto, esta mañana, será un carguero.",
    "Si lo hubieran anunciado el 3 de octubre, nadie lo habría creído.",
]


@pytest.mark.parametrize("text", LEFT_OUT)
def test_a_date_is_left_out_where_its_day_is_not_certain_or_it_tells_of_no_event(text: str) -> None:
    assert _days(text) == []


ENGLISH_LEFT_OUT = [
    "The flood hit the town of Paiporta on 03/10/2024 in the evening.",
    "The court will hear the defendants in Valencia next Tuesday.",
    "The flood hit the town of Paiporta on October 29 of that year.",
    "The town as we know it today was founded by Roman soldiers.",
    "The temple of Artemis was destroyed on July 21, 356 BCE by a fire.",
    "The special traced her recovery since the Jan. 8 shooting there.",
]


@pytest.mark.parametrize("text", ENGLISH_LEFT_OUT)
def test_an_english_date_is_left_out_where_its_day_is_not_certain(text: str) -> None:
    assert _days(text, language="en") == []


RELATIVE = "La riada arrasó ayer varios pueblos cerca de Valencia."


@pytest.mark.parametrize(
    "date", [None, "30 octubre, 2024", "2024-13-01", "2024-10-30T23:30:00Z", "2024-10-30T03:00:00Z"]
)
def test_a_relative_date_needs_the_local_day_of_publication(date: str | None) -> None:
    assert _days(RELATIVE, date) == []


@pytest.mark.parametrize(
    "date",
    ["2024-10-30", "2024-10-30T23:30:00+01:00", "2024-10-30T12:00:00Z", "2024-10-30T00:00:00Z", "2024-10-30T23:30"],
)
def test_a_moment_with_its_zone_tells_the_local_day(date: str) -> None:
    assert _days(RELATIVE, date) == [("2024-10-29", "ayer")]


def test_a_date_with_its_year_needs_no_publication() -> None:
    assert _days("La riada arrasó Paiporta el 29 de octubre de 2024.", None) == [
        ("2024-10-29", "29 de octubre de 2024")
    ]


def test_a_date_without_its_year_is_of_the_year_nearest_to_publication() -> None:
    text = "El museo de la ciudad abrió sus puertas el 28 de diciembre."
    assert _days(text, "2025-01-10") == [("2024-12-28", "28 de diciembre")]


def test_a_sentence_stands_once_for_each_of_its_days() -> None:
    text = "La riada del 29 de octubre y el temporal del 28 de octubre, tras la riada del 29 de octubre, dejaron daños."
    assert [day for day, _ in _days(text)] == ["2024-10-28", "2024-10-29"]


def test_the_earliest_day_stands_first() -> None:
    text = "El juez decidirá el 3 de diciembre de 2024 en Valencia.\nLa riada arrasó Paiporta el 29 de octubre de 2024."
    assert [day for day, _ in _days(text)] == ["2024-10-29", "2024-12-03"]


def test_sentences_that_say_nearly_the_same_of_a_day_are_one_and_the_first_is_kept() -> None:
    one = article("La riada arrasó varios pueblos de Valencia el 29 de octubre de 2024.", "a1")
    other = article("La riada arrasó varios pueblos de Valencia el pasado 29 de octubre de 2024.", "a2")
    third = article("El Rey visitará a las víctimas de Letur el 29 de octubre de 2024.", "a3")
    assert [event.citation.article for event in timeline([one, other, third])] == ["a1", "a3"]


def test_headings_below_the_title_have_no_dates_of_the_article() -> None:
    text = (
        "Riada en Paiporta\n\nLa riada arrasó ayer varios pueblos.\n\nEl aeropuerto abrirá el próximo 15 de noviembre"
    )
    assert [day for day, _ in _days(text)] == ["2024-10-29"]


def test_the_sample_digest_has_its_events_found() -> None:
    digest = sample_digest()
    found = {(event.day, event.written) for event in timeline(list(digest.articles()))}
    assert {(event.day, event.written) for event in digest.timeline} <= found
