from __future__ import annotations

import pytest

from tests.digest.articles import article
from translate_pipeline.digest.disagreements import disagreements
from translate_pipeline.digest.model import Disagreement


def _found(*texts: str, language: str = "es", date: str | None = "2024-10-30") -> tuple[Disagreement, ...]:
    articles = [article(text, f"a{number}", date, language) for number, text in enumerate(texts, 1)]
    return disagreements(articles)


def _values(found: tuple[Disagreement, ...]) -> list[list[str]]:
    return [[figure.value for figure in one.figures] for one in found]


CONTRADICTIONS = [
    pytest.param(
        "Una riada deja quince muertos en Valencia\n\nEl agua arrasó varios pueblos.",
        "Los muertos por la riada de Valencia suben a 17\n\nLas autoridades buscan a los desaparecidos.",
        ["quince", "17"],
        id="in words and in figures, in titles",
    ),
    pytest.param(
        "Quince personas murieron el martes en Valencia por las inundaciones, según la Generalitat.",
        "Diecisiete personas han muerto en Valencia por las inundaciones del martes, informó el Gobierno.",
        ["Quince", "Diecisiete"],
        id="people who died",
    ),
    pytest.param(
        "Al menos 61 personas murieron en los atentados de Bagdad, informó la policía iraquí.",
        "Los atentados de Bagdad dejaron 54 muertos, dijo el Ministerio del Interior iraquí.",
        ["Al menos 61", "54"],
        id="at least more than the other",
    ),
    pytest.param(
        "El accidente del tren en Santiago dejó 78 víctimas mortales, según el tribunal.",
        "El accidente del tren en Santiago causó la muerte de 80 personas, según la policía.",
        ["78", "80"],
        id="fatal victims and the death of people",
    ),
    pytest.param(
        "La explosión en la refinería de Amuay dejó 39 muertos y 86 heridos.",
        "La explosión en la refinería de Amuay dejó 41 muertos y 86 heridos.",
        ["39", "41"],
        id="the dead differ and the injured agree",
    ),
    pytest.param(
        "El terremoto de Gansu dejó más de 600 heridos en dos condados, según la agencia oficial.",
        "El terremoto de Gansu dejó 412 heridos en dos condados, según los bomberos.",
        ["más de 600", "412"],
        id="more than a number above the other",
    ),
    pytest.param(
        "La policía turca arrestó a 1.200 personas: hay 1.200 detenidos tras las protestas en Estambul.",
        "La policía turca informó de 900 detenidos tras las protestas en Estambul.",
        ["1.200", "900"],
        id="the detained",
    ),
    pytest.param(
        "La Fiscalía pide una multa de 1,2 millones de euros para el empresario Villar por fraude fiscal.",
        "La Fiscalía pide una multa de 1,5 millones de euros para el empresario Villar por fraude fiscal.",
        ["1,2 millones", "1,5 millones"],
        id="millions of euros",
    ),
    pytest.param(
        "El incendio de la sierra de Gata ha quemado 6.500 hectáreas de bosque y pasto, según la Junta.",
        "El incendio de la sierra de Gata ha quemado 8.000 hectáreas de bosque y pasto, según los bomberos.",
        ["6.500", "8.000"],
        id="hectares",
    ),
    pytest.param(
        "Rusia enviará 20 aviones de combate a la base siria de Hmeimim, anunció el Kremlin.",
        "Rusia enviará 28 aviones de combate a la base siria de Hmeimim, anunció el Kremlin.",
        ["20", "28"],
        id="a noun with what describes it",
    ),
    pytest.param(
        "Unas 500.000 personas se manifestaron en Barcelona contra la guerra, según los organizadores.",
        "Unas 200.000 personas se manifestaron en Barcelona contra la guerra, según la policía.",
        ["Unas 500.000", "Unas 200.000"],
        id="about so many people who did the same",
    ),
    pytest.param(
        "El naufragio frente a Lampedusa deja 130 muertos y 200 desaparecidos.",
        "El naufragio frente a Lampedusa deja 194 muertos y 200 desaparecidos.",
        ["130", "194"],
        id="the dead of a shipwreck",
    ),
    pytest.param(
        "Una patera con 54 migrantes volcó frente a Lanzarote y dejó once fallecidos, según Salvamento Marítimo.",
        "Nueve fallecidos al volcar una patera frente a Lanzarote, que llevaba a 54 migrantes.",
        ["once", "Nueve"],
        id="in the middle of a sentence",
    ),
    pytest.param(
        "Un autobús cae a un barranco en Guatemala: 43 muertos y 40 heridos.",
        "Un autobús cae a un barranco en Guatemala y deja 51 muertos y 40 heridos.",
        ["43", "51"],
        id="a list of fates",
    ),
    pytest.param(
        "El fuego destruyó 2.500 viviendas en los cerros de Valparaíso, dijo la presidenta Bachelet.",
        "El fuego destruyó 2.900 viviendas en los cerros de Valparaíso, informó la Onemi.",
        ["2.500", "2.900"],
        id="houses",
    ),
    pytest.param(
        "Quince muertos al descarrilar un tren cerca de Fuentelmonte\n\nEl tren descarriló en La Herradura.",
        "El hospital eleva a 17 los fallecidos en La Herradura\n\nEl tren iba de Fuentelmonte a la costa.",
        ["Quince", "17"],
        id="leads that name their places otherwise, in articles that name both",
    ),
]


@pytest.mark.parametrize(("one", "other", "values"), CONTRADICTIONS)
def test_articles_that_count_the_same_thing_differently_disagree(one: str, other: str, values: list[str]) -> None:
    assert _values(_found(one, other)) == [values]


TRAPS = [
    pytest.param(
        "Doce muertos en Kiev por los misiles rusos, informó el alcalde.",
        "Tres muertos en Odesa por los misiles rusos, informó el alcalde.",
        id="other places",
    ),
    pytest.param(
        "Los misiles rusos dejaron 12 muertos en Kiev y tres muertos en Odesa.",
        "Los misiles rusos dejaron cinco muertos en Járkov y tres muertos en Odesa.",
        id="several places each",
    ),
    pytest.param(
        "Los misiles rusos mataron a 12 personas en Kiev. Otros misiles rusos mataron a 5 personas en Kiev de noche.",
        "Los misiles rusos mataron a 9 personas en Kiev.",
        id="an article that has two numbers itself",
    ),
    pytest.param(
        "Al menos 12 personas murieron en la riada de Valencia, según la Generalitat.",
        "Quince personas murieron en la riada de Valencia, según la Generalitat.",
        id="at least less than the other",
    ),
    pytest.param(
        "Unos 200 soldados norcoreanos llegaron al frente de Kursk, según Kiev.",
        "Llegaron 210 soldados norcoreanos llegaron al frente de Kursk, según Kiev.",
        id="about as many",
    ),
    pytest.param(
        "La ayuda asciende a 1,2 millones de euros para los vecinos de Paiporta, dijo la ministra.",
        "La ayuda asciende a 1.234.500 euros para los vecinos de Paiporta, dijo la ministra.",
        id="rounded",
    ),
    pytest.param(
        "Quince muertos en Valencia por la riada, dijo la Generalitat.",
        "15 muertos en Valencia por la riada, dijo la Generalitat.",
        id="the same in words",
    ),
    pytest.param(
        "Quince muertos en Valencia por la riada, dijo la Generalitat.",
        "Otros 3 muertos en Valencia por la riada, dijo la Generalitat.",
        id="some more of them",
    ),
    pytest.param(
        "La riada de Valencia dejó 15 muertos, informó la Generalitat.",
        "La riada de Valencia podría dejar 40 muertos, informó la Generalitat.",
        id="what may come",
    ),
    pytest.param(
        "La riada de Valencia dejó 15 muertos, informó la Generalitat.",
        "La riada de Valencia de 1957 dejó 81 muertos, informó la Generalitat.",
        id="another year",
    ),
    pytest.param(
        "El ataque ruso contra Kiev dejó 12 muertos el 3 de octubre, dijo Zelenski.",
        "El ataque ruso contra Kiev dejó 7 muertos el 20 de octubre, dijo Zelenski.",
        id="other days",
    ),
    pytest.param(
        "El acusado, un hombre de 45 años, murió en la cárcel de Sevilla tras 12 días de huelga.",
        "El acusado, un hombre de 46 años, murió en la cárcel de Sevilla tras 15 días de huelga.",
        id="ages and spans of time",
    ),
    pytest.param(
        "El Barcelona ganó 3-1 al Sevilla con tres goles de Messi en 80 minutos.",
        "El Barcelona ganó 2-1 al Sevilla con dos goles de Messi en 90 minutos.",
        id="scores",
    ),
    pytest.param(
        "El paro subió un 12 % en Andalucía y un 15 por ciento en Murcia, según el ministerio.",
        "El paro subió un 14 % en Andalucía y un 16 por ciento en Murcia, según el ministerio.",
        id="shares",
    ),
    pytest.param(
        "Entre 10 y 12 personas murieron en la riada de Valencia, según la Generalitat.",
        "Veinte personas murieron en la riada de Valencia, según la Generalitat.",
        id="a range",
    ),
    pytest.param(
        "Doce soldados ucranianos murieron en el frente de Kursk, informó el ejército.",
        "Veinte soldados rusos murieron en el frente de Kursk, informó el ejército.",
        id="soldiers of two sides",
    ),
    pytest.param(
        "La riada de Valencia dejó 15 muertos, entre ellos 3 niños de Paiporta.",
        "La riada de Valencia dejó 15 muertos, entre ellos 2 mujeres de Paiporta.",
        id="parts of the same number",
    ),
    pytest.param(
        "El hospital atiende a 30 heridos por la explosión de la refinería.",
        "La explosión de la refinería dejó 12 muertos.",
        id="other fates",
    ),
    pytest.param(
        "La empresa invertirá 30 millones de euros en una fábrica de baterías en Sagunto.",
        "La empresa despedirá a directivos y pagará 12 millones de euros a sus accionistas alemanes.",
        id="money for other things",
    ),
    pytest.param(
        "La Resolución 1973 y el Boeing 737 ocuparon a los 28 países europeos reunidos en Bruselas por Libia.",
        "La Resolución 1970 y el Boeing 747 ocuparon a los 28 países europeos reunidos en Bruselas por Libia.",
        id="numbers in names",
    ),
    pytest.param(
        "Llame al 91 234 56 78 o al 112: hay 3 oficinas abiertas en Valencia a las 10 horas.",
        "Llame al 91 234 56 79 o al 112: hay 3 oficinas abiertas en Valencia a las 12 horas.",
        id="telephone numbers and times of day",
    ),
    pytest.param(
        "La epidemia causó 300 muertes en las últimas 24 horas en Italia, según Protección Civil.",
        "La epidemia ha causado 25.000 muertes en Italia, según Protección Civil.",
        id="the deaths of a day and all of them",
    ),
    pytest.param(
        "Hubo 100 muertos y heridos en el atentado de Kabul, dijo la policía afgana.",
        "Hubo 20 muertos en el atentado de Kabul, dijo la policía afgana.",
        id="the dead with the injured",
    ),
    pytest.param(
        "La empresa recortará 1.200 empleos en Alemania, anunció Siemens en Múnich.",
        "La empresa recortará 6.900 empleos en todo el mundo, anunció Siemens en Múnich.",
        id="a part of the world and all of it",
    ),
    pytest.param(
        "Ucrania dice que Rusia perdió 900 soldados en Bajmut, según Zelenski.",
        "Rusia dice que Ucrania perdió 1.500 soldados en Bajmut, según Shoigú.",
        id="two armies",
    ),
    pytest.param(
        "Israel liberó a 26 presos palestinos en la cárcel de Ofer, según el Gobierno de Israel.",
        "Hamás pide que Israel libere a 104 presos palestinos en la cárcel de Ofer.",
        id="what somebody asks for",
    ),
    pytest.param(
        "El coronavirus deja 812 muertos en un día en España, según Sanidad.",
        "El coronavirus deja 7.340 muertos en España, según Sanidad.",
        id="one day and all of them",
    ),
    pytest.param(
        "Los rescatistas hallaron 12 cuerpos el lunes en Armero y buscan a 40 desaparecidos.",
        "Los rescatistas hallaron 7 cuerpos el martes en Armero y buscan a 40 desaparecidos.",
        id="days of the week",
    ),
    pytest.param(
        "Ocho muertos en un tiroteo en Irak\n\nUn hombre disparó en un mercado.",
        "Los coches bomba causan 61 muertos en Irak\n\nEstallaron diez coches.",
        id="two events in one country",
    ),
    pytest.param(
        "Quince muertos al descarrilar un tren cerca de Fuentelmonte\n\nEl tren descarriló en una curva.",
        "Un incendio deja 17 fallecidos en La Herradura\n\nEl fuego empezó en un almacén.",
        id="leads of articles that do not name each other's places",
    ),
]


@pytest.mark.parametrize(("one", "other"), TRAPS)
def test_numbers_of_other_things_are_not_set_against_each_other(one: str, other: str) -> None:
    assert _found(one, other) == ()


def test_equal_numbers_stand_together_each_with_its_sentences() -> None:
    found = _found(
        "Una riada deja 15 muertos en Valencia.",
        "La riada de Valencia deja quince muertos, dijo la Generalitat.",
        "La riada en Valencia deja 17 muertos.",
    )
    cited = [[citation.article for citation in figure.citations] for figure in found[0].figures]
    assert (_values(found), cited) == ([["15", "17"]], [["a1", "a2"], ["a3"]])


def test_what_is_counted_is_told_in_the_words_of_the_first_article() -> None:
    found = _found("Quince personas han muerto en la riada de Paiporta.", "La riada de Paiporta deja 17 muertos.")
    assert found[0].counted == "personas han muerto"


def test_an_article_that_stands_twice_does_not_disagree_with_itself() -> None:
    text = "La riada de Valencia dejó 15 muertos. La riada de Valencia dejó 15 muertos, dijo la Generalitat."
    assert _found(text, text) == ()


def test_english_articles_are_compared() -> None:
    found = _found(
        "Fifteen people were killed in the floods in Valencia, officials said.",
        "Floods in Valencia killed 17 people, officials said.",
        language="en",
    )
    assert _values(found) == [["Fifteen", "17"]]


def test_news_of_later_days_is_not_set_against_the_first() -> None:
    one = article("La riada de Valencia deja 15 muertos, según la Generalitat.", "a1", "2024-10-30")
    other = article("La riada de Valencia deja 210 muertos, según la Generalitat.", "a2", "2024-11-04")
    assert disagreements([one, other]) == ()


def test_articles_in_two_languages_are_not_compared() -> None:
    spanish = article("Quince personas murieron en las inundaciones de Valencia.", "a1")
    english = article("Seventeen people died in the floods in Valencia.", "a2", language="en")
    assert disagreements([spanish, english]) == ()


def test_one_article_alone_disagrees_with_nobody() -> None:
    assert _found("La riada dejó 15 muertos en Valencia, y la Generalitat contó 17 muertos en Valencia.") == ()
