"""Numbers that Spanish spells out."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_pipeline.checks import Translated
from translate_pipeline.checks.figures import time_of_day
from translate_pipeline.checks.numbers import NumbersCheck
from translate_pipeline.checks.spanish_number_words import idiom_values, spelled_numbers

_UNITS = "cero un dos tres cuatro cinco seis siete ocho nueve".split()
_TEENS = "diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve".split()
_TENS = {30: "treinta", 40: "cuarenta", 50: "cincuenta", 60: "sesenta", 70: "setenta", 80: "ochenta", 90: "noventa"}
_TWENTIES = (
    "veinte veintiún veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve"
).split()


def spanish(value: int) -> str:
    """A number from 2 to 99 as a Spanish newspaper spells it before a masculine noun."""
    if value < 30:
        return [*_UNITS, *_TEENS, *_TWENTIES][value]
    ten, unit = _TENS[value // 10 * 10], value % 10
    return f"{ten} y {_UNITS[unit]}" if unit else ten


def numbers(text: str) -> list[tuple[str, Fraction, str]]:
    found = []
    for figure in spelled_numbers(text):
        (value,) = figure.values
        found.append((figure.text, value, figure.english))
    return found


@pytest.mark.parametrize(
    ("text", "words", "value", "english"),
    [
        ("dos hombres", "dos", 2, "two"),
        ("Dos hombres", "Dos", 2, "two"),
        ("DOS HOMBRES", "DOS", 2, "two"),
        ("dieciseis años", "dieciseis", 16, "sixteen"),
        ("veintiuna mujeres", "veintiuna", 21, "twenty-one"),
        ("treinta y un muertos", "treinta y un", 31, "thirty-one"),
        ("cuarenta y una casas", "cuarenta y una", 41, "forty-one"),
        ("noventa  y\nnueve", "noventa  y\nnueve", 99, "ninety-nine"),
        ("treinta y pico", "treinta", 30, "thirty"),
        ("dos docenas", "dos docenas", 24, "two dozen"),
        ("diez mil soldados", "diez mil", 10_000, "ten thousand"),
        ("veintiún mil", "veintiún mil", 21_000, "twenty-one thousand"),
        ("treinta y cinco mil", "treinta y cinco mil", 35_000, "thirty-five thousand"),
        ("un millón de votos", "un millón", 1_000_000, "one million"),
        ("tres millones", "tres millones", 3_000_000, "three million"),
        ("tres mil millones", "tres mil millones", 3_000_000_000, "three billion"),
        ("dos miles de millones", "dos miles de millones", 2_000_000_000, "two billion"),
        ("un billón", "un billón", 10**12, "one trillion"),
        ("dos billones de pesos", "dos billones", 2 * 10**12, "two trillion"),
        ("la segunda mitad", "segunda", 2, "second"),
        ("el tercer mundo", "tercer", 3, "third"),
        ("la sexta vez", "sexta", 6, "sixth"),
        ("el séptimo arte", "séptimo", 7, "seventh"),
        ("el undécimo", "undécimo", 11, "eleventh"),
        ("nueve de cada diez", "nueve", 9, "nine"),
        ("ciento cincuenta", "ciento cincuenta", 150, "150"),
        ("ciento un", "ciento un", 101, "101"),
        ("trescientas mujeres", "trescientas", 300, "300"),
        ("dos mil quinientos", "dos mil quinientos", 2500, "2,500"),
        ("en dos mil veinticuatro", "dos mil veinticuatro", 2024, "2,024"),
        ("mil novecientos ochenta y cuatro", "mil novecientos ochenta y cuatro", 1984, "1,984"),
        ("doscientos cincuenta mil", "doscientos cincuenta mil", 250_000, "250,000"),
        ("cien mil", "cien mil", 100_000, "100,000"),
        ("mil millones", "mil millones", 10**9, "one billion"),
        ("dos millones y medio", "dos millones y medio", 2_500_000, "2.5 million"),
        ("un millón y medio", "un millón y medio", 1_500_000, "1.5 million"),
        ("tres millones doscientos mil", "tres millones doscientos mil", 3_200_000, "3.2 million"),
        ("(siete)", "siete", 7, "seven"),
        ("mil quinientos millones", "mil quinientos millones", 1_500_000_000, "1.5 billion"),
        ("dos mil trescientos millones", "dos mil trescientos millones", 2_300_000_000, "2.3 billion"),
        ("los once acusados", "once", 11, "eleven"),
    ],
)
def test_a_spelled_number_and_its_english(text: str, words: str, value: int, english: str) -> None:
    assert (words, Fraction(value), english) in numbers(text)


@pytest.mark.parametrize(
    "text",
    [
        "un hombre y una mujer",
        "ninguno",
        "mil gracias",
        "un cuarto, la quinta",
        "quince días",
        "ocho días",
        "un coche de segunda mano",
        "la segunda vuelta",
        "subió dos puntos",
        "a las cinco y media",
        "los años sesenta",
        "los cuarenta",
        "la tercera edad",
        "en segundo lugar",
        "el once inicial",
        "la Sexta Avenida",
        "el Once Caldas",
        "ganó Carlos Diez",
        "los segundos",
        "seıs",
        "seİs",
        "treınta",
        "medio millón",
        "un millar",
        "medio centenar",
        "cien años",
        "el cien por cien",
        "5 mil millones",
        "dosis, treses, seísmo, ochocentista",
        "10.000 soldados",
        "",
    ],
)
def test_articles_idioms_names_and_figures_are_left_out(text: str) -> None:
    assert spelled_numbers(text) == ()


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("quince días", {15}),
        ("los años sesenta", {60}),
        ("el once de septiembre", {11}),
        ("medio millón", {500_000}),
        ("medio centenar", {50}),
        ("un millar", {1000}),
        ("una decena", {10}),
        ("un millón", set()),
        ("", set()),
    ],
)
def test_an_idiom_may_be_its_number(text: str, values: set[int]) -> None:
    assert idiom_values(text) == {Fraction(value) for value in values}


def test_an_hour_may_be_its_times() -> None:
    times = idiom_values("a las once y media")
    assert {Fraction(11), Fraction(30)} | time_of_day(11, 30) <= times
    assert not times & time_of_day(12, 30)


@pytest.mark.parametrize(
    ("text", "value"),
    [("tres años y medio", Fraction(7, 2)), ("dos horas y media", Fraction(5, 2))],
)
def test_and_a_half_may_belong_to_a_number(text: str, value: Fraction) -> None:
    (figure,) = spelled_numbers(text)
    assert figure.values == {value, value - Fraction(1, 2)}


def test_a_letter_that_python_takes_for_another_is_no_number() -> None:
    assert [figure.text for figure in spelled_numbers("dos seıs, tres seİs, cuatro treınta")] == [
        "dos",
        "tres",
        "cuatro",
    ]


def test_a_number_stands_where_it_says() -> None:
    text = "De veinte mil, dos docenas y treinta y tres volvieron."
    assert [text[figure.start : figure.end] for figure in spelled_numbers(text)] == [
        "veinte mil",
        "dos docenas",
        "treinta y tres",
    ]


@given(st.integers(2, 99))
def test_every_number_below_a_hundred_is_read(value: int) -> None:
    ((text, found, _),) = numbers(f"hubo {spanish(value)} heridos")
    assert (text, found) == (spanish(value), Fraction(value))


@given(
    st.integers(2, 99),
    st.sampled_from(
        [("mil", 1000), ("millones", 10**6), ("mil millones", 10**9), ("billones", 10**12), ("docenas", 12)]
    ),
)
def test_a_magnitude_multiplies(value: int, magnitude: tuple[str, int]) -> None:
    word, size = magnitude
    ((text, found, _),) = numbers(f"{spanish(value)} {word}")
    assert (text, found) == (f"{spanish(value)} {word}", Fraction(value * size))


@given(
    st.integers(2, 99),
    st.sampled_from([(" ", ""), (" mil ", " thousand"), (" millones ", " million"), (" mil millones ", " billion")]),
    st.integers(1, 9),
)
def test_the_english_form_satisfies_the_check_and_another_number_does_not(
    value: int, magnitude: tuple[str, str], difference: int
) -> None:
    source, english = f"Hubo {spanish(value)}{magnitude[0]}casas.", magnitude[1]

    def missing(number: int) -> bool:
        found = NumbersCheck().findings(Translated(source, f"There were {number}{english} houses."))
        return any("is missing" in finding.message for finding in found)

    assert not missing(value)
    assert missing(value + difference)
    (figure,) = spelled_numbers(source)
    assert NumbersCheck().findings(Translated(source, f"There were {figure.english} houses.")) == []


@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    for figure in spelled_numbers(text):
        assert text[figure.start : figure.end] == figure.text
