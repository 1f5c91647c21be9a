from __future__ import annotations

import time
from fractions import Fraction

import pytest

from translate_pipeline.checks import Translated
from translate_pipeline.checks.figures import anglicise, english_form, figures
from translate_pipeline.checks.numbers import NumbersCheck


def messages(source: str, translation: str) -> list[str]:
    return [finding.message for finding in NumbersCheck().findings(Translated(source, translation))]


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("más de 10.000 soldados", "more than 10,000 soldiers"),
        ("un 2,5 % más", "2.5% more"),
        ("3.000 millones de euros", "3 billion euros"),
        ("3.000 millones de euros", "3,000 million euros"),
        ("2 billones de pesos", "2 trillion pesos"),
        ("1,5 millones", "1.5 million"),
        ("33 mil personas", "33,000 people"),
        ("el 5 de mayo de 2024", "May 5, 2024"),
        ("a las 10.30", "at 10:30"),
        ("2 hombres", "two men"),
        ("los años 90", "the 90s"),
        ("diez mil soldados", "10,000 soldiers"),
        ("12 000 soldados", "12,000 soldiers"),
        ("a las 18:45", "at 6:45 p.m."),
        ("10,000 soldados mexicanos", "10,000 Mexican soldiers"),
        ("una inflación de 2.5%", "an inflation of 2.5%"),
        ("reparte $1.5M", "gives out $1.5M"),
        ("a las 20.00 horas", "at 8 p.m."),
        ("a las 20 horas", "at 8 p.m."),
        ("a las 18h30", "at 6:30 pm"),
        ("el G-20 y la covid-19", "the G20 and COVID-19"),
        ("el 12.º puesto", "the twelfth place"),
        ("25 niños", "twenty-five children"),
        ("los 90", "the nineties"),
        ("los años 90", "the 1990s"),
        ("500.000 personas", "half a million people"),
        ("el 0,5 %", "half a percent"),
        ("entre 10 y 12 mil", "between 10,000 and 12,000"),
        ("1 millón de votos", "a million votes"),
        ("9" * 5000, "9" * 5000),
        ("dos millones y medio de votos", "2.5 million votes"),
        ("2 millones y medio de votos", "2.5 million votes"),
        ("un millón y medio", "1.5 million"),
        ("un millón y medio", "a million and a half"),
        ("1,5 millones", "one and a half million"),
        ("2,5 millones", "2 and a half million"),
        ("2,5 años", "two and a half years"),
        ("tres años y medio", "3.5 years"),
        ("3 años y medio", "three and a half years"),
        ("300.000 casas", "three hundred thousand houses"),
        ("150 soldados", "one hundred and fifty soldiers"),
        ("ciento cincuenta soldados", "150 soldiers"),
        ("dos mil quinientos soldados", "2,500 soldiers"),
        ("en dos mil veinticuatro", "in 2024"),
        ("doscientos cincuenta mil", "250,000"),
        ("33", "thirty three"),
        ("José Eduardo dos Santos", "José Eduardo dos Santos"),
        ("la segunda guerra mundial", "World War II"),
        ("la tercera guerra mundial", "WWIII"),
        ("los años sesenta", "the sixties"),
        ("los años sesenta", "the 1960s"),
        ("el once de septiembre", "September 11"),
        ("quince días", "fifteen days"),
        ("quince días", "two weeks"),
        ("medio millón", "half a million"),
        ("medio millón", "500,000"),
        ("un millar de personas", "a thousand people"),
        ("medio centenar de heridos", "fifty injured"),
        ("a las once y media", "at 11:30"),
        ("tres de la tarde", "3 p.m."),
        ("el 25 % de los niños", "a quarter of the children"),
        ("el 66 % de los niños", "two-thirds of the children"),
        ("dos tercios de los niños", "two thirds of the children"),
        ("un tercio de los niños", "a third of the children"),
        ("una hora y media", "90 minutes"),
        ("un año y medio", "18 months"),
        ("las mil y una noches", "a thousand and one nights"),
        ("el 75 % de los niños", "three quarters of the children"),
        ("El peso pesado ganó 20 millones.", "The heavyweight won 20 million dollars."),
        ("véase https://example.org/2024/05", "see https://example.org/2024/05"),
        ("a mediados de los años 80", "in the mid-1980s"),
        ("en los años treinta del siglo XIX", "in the 1830s"),
        ("en los años treinta del siglo XIX", "in the thirties of the 19th century"),
        ("en la década de los veinte", "in the 1920s"),
        ("en el siglo XIX", "in the 1800s"),
        ("en el siglo XIX", "in the nineteenth century"),
        ("hasta el siglo XX", "up to the XXth century"),
        ("el XV Congreso", "the XV Congress"),
        ("la XXV edición", "the twenty-fifth edition"),
        ("El papa León XIV y el rey Felipe VI.", "Pope Leo XIV and King Felipe VI."),
        ("SIGLO XXI Y SIGLO XX", "21ST CENTURY AND 20TH CENTURY"),
        ("una treintena de heridos", "some 30 injured"),
        ("mil quinientos millones", "1.5 billion"),
        ("Hay dos: 3 muertos y 12 heridos.", "There are two: 3 dead and 12 wounded."),
        ("La inflación fue del -0,2 %.", "Inflation was -0.2%."),
        ("La inflación fue del -0,2 %.", "Prices fell 0.2%."),
        ("Ganó 3-0 y 10 -20 años.", "He won 3-0 and 10 - 20 years."),
        ("Cayó de 24,5 ºC a 13 ºC.", "It fell from 24.5 °C to 13 degrees."),
        ("entre 5 y 10 millones de dólares", "between $5 and $10 million"),
        ("una hora y media", "an hour and a half"),
    ],
)
def test_equal_numbers_in_other_clothes(source: str, translation: str) -> None:
    assert messages(source, translation) == []


@pytest.mark.parametrize(
    ("source", "translation", "missing"),
    [
        ("más de 10.000 soldados", "more than 1,000 soldiers", "10.000"),
        ("más de 10.000 soldados", "more than 10.0 soldiers", "10.000"),
        ("en 2011", "in 20111", "2011"),
        ("el 119,2 %", "1119.2%", "119,2"),
        ("2 billones", "2 billion", "2 billones"),
        ("3.000 millones", "3 million", "3.000 millones"),
        ("15 muertos", "the dead", "15"),
        ("ciento cincuenta soldados", "160 soldiers", "ciento cincuenta"),
        ("dos millones y medio", "2 million", "dos millones y medio"),
        ("2 millones y medio", "2 million", "2 millones y medio"),
        ("la segunda guerra mundial", "World War III", "segunda"),
        ("los dos santos", "the saints", "dos"),
        ("tres de la tarde", "3 a.m.", "tres"),
        ("ninguno de los once acusados", "any of the defendants", "once"),
        ("1,667 billones de euros", "1,667 trillion euros", "1,667 billones"),
        ("medio millar de empleados", "a thousand employees", "medio millar de"),
        ("una treintena de heridos", "some injured", "una treintena de"),
        ("la XXV edición", "the 20th edition", "XXV"),
        ("el siglo XXI", "six twenty", "siglo XXI"),
        ("el siglo XVI", "the 17th century", "siglo XVI"),
        ("los años treinta del siglo XIX", "the 1990 s", "años treinta del siglo XIX"),
        ("mil quinientos millones", "500 million", "mil quinientos millones"),
    ],
)
def test_wrong_and_missing_numbers(source: str, translation: str, missing: str) -> None:
    assert f"the number {missing} is missing" in messages(source, translation)


@pytest.mark.parametrize(
    ("source", "translation", "message"),
    [
        ("La inflación fue del -0,2 %.", "Inflation was 0.2%.", "the sign of -0,2 is missing"),
        ("hasta los -7,5 grados", "to 7.5 degrees", "the sign of -7,5 is missing"),
        ("un error de ±2,83 puntos", "an error of 2.83 points", "the sign of ±2,83 is missing"),
        ("64.745 millones de dólares", "64.745 billion", "the currency of 64.745 millones is missing (dollar)"),
        ("700.000 millones de pesos", "$700 billion", "peso became dollar"),
        ("24,5 ºC en Teruel", "24.5 orC in Teruel", "the degrees are missing"),
        ("dos puntos y medio más", "two points and more", "the half of puntos y medio is missing"),
        ("una hora y media en coche", "an hour and media by car", "the half of hora y media is missing"),
    ],
)
def test_what_a_number_has_lost_beside_it(source: str, translation: str, message: str) -> None:
    assert messages(source, translation) == [message]


def test_a_number_from_nowhere() -> None:
    assert messages("Murieron muchos civiles.", "250 civilians died.") == ["the number 250 is not in the source"]


def test_a_decade_is_no_other_decade() -> None:
    assert messages("los años sesenta", "the 1970s") == [
        "the number años sesenta is missing",
        "the number 1970 is not in the source",
    ]


@pytest.mark.parametrize(
    ("spanish", "english"),
    [
        ("10.000", "10,000"),
        ("2,5", "2.5"),
        ("1.234,5", "1,234.5"),
        ("3.000 millones", "3 billion"),
        ("1,5 millones", "1.5 million"),
        ("250 millones", "250 million"),
        ("2 billones", "2 trillion"),
        ("5 mil millones", "5 billion"),
        ("33 mil", "33,000"),
        ("17 mil 280 millones", "17.28 billion"),
        ("2 mil 600 millones", "2.6 billion"),
        ("5 millones 143 mil 312", "5,143,312"),
        ("2 millones y medio", "2.5 million"),
        ("2024", "2024"),
        ("10.30", "10.30"),
        ("12 000", "12,000"),
        ("10,000", "10,000"),
        ("1,234.5", "1,234.5"),
        ("18:45", "18:45"),
        ("26:00", "26:00"),
        ("24:75", "24:75"),
        ("1,667 billones", "1.667 trillion"),
        ("1,500 millones", "1.5 billion"),
        ("0,125", "0.125"),
    ],
)
def test_the_english_form_of_a_figure(spanish: str, english: str) -> None:
    (figure,) = figures(spanish, "es")
    assert english_form(figure) == english
    assert Fraction(0) not in figure.values


@pytest.mark.parametrize(
    ("source", "translation", "anglicised"),
    [
        ("más de 4.500 muestras", "more than 4.500 samples", "more than 4,500 samples"),
        ("un 2,5 %", "2,5 %", "2.5 %"),
        ("a las 10.30", "at 10.30", "at 10.30"),
        ("4.500 y 4,5", "4,500 and 4.5", "4,500 and 4.5"),
        ("en 2024", "in 2024", "in 2024"),
        ("los años 60", 'the 1960 "s', "the 1960s"),
        ("unos 200 mil baches", "about 200 a thousand potholes", "about 200,000 potholes"),
        ("a las 5 de la tarde", "at 5 of the afternoon", "at 5 in the afternoon"),
        ("los años 60", 'the early 60"s', "the early 60s"),
        ("los años 60", 'the 1960" s', "the 1960s"),
        ("los años 60", "the 1960 s", "the 1960s"),
    ],
)
def test_a_figure_that_was_copied_is_put_into_english_form(source: str, translation: str, anglicised: str) -> None:
    assert anglicise(source, translation) == anglicised


@pytest.mark.parametrize(
    "text", ["1 ", "1.000 ", "10:30", "#1", "5 a.m. ", "dos ", "segunda ", "half a ", "entre 1 y 2 mil ", "$5 "]
)
def test_a_long_text_takes_no_time(text: str) -> None:
    repeated = (text * 20_000)[:20_000]
    start = time.process_time()
    messages(repeated, repeated)
    messages(repeated, "He said yes.")
    assert time.process_time() - start < 3


def test_many_distinct_figures_in_reverse_take_no_time() -> None:
    figures_in_text = [str(number) for number in range(100, 4_000)]
    start = time.process_time()
    messages(" casas y ".join(figures_in_text), " houses and ".join(figures_in_text[::-1]))
    assert time.process_time() - start < 3
