"""Names and numbers that have changed places."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_pipeline.checks import Translated
from translate_pipeline.checks.exchange import Aligned, exchanged
from translate_pipeline.checks.names import NamesCheck
from translate_pipeline.checks.numbers import NumbersCheck


def aligned(source: str, translation: str, *pairs: tuple[str, str]) -> list[Aligned]:
    items = []
    for spanish, english in pairs:
        start, place = source.index(spanish), translation.index(english)
        items.append(Aligned((start, start + len(spanish)), (place, place + len(english)), spanish))
    return items


def pair_of(source: str, translation: str, *texts: str) -> tuple[str, str] | None:
    found = exchanged(source, translation, aligned(source, translation, *((text, text) for text in texts)))
    return (found[0].text, found[1].text) if found else None


@pytest.mark.parametrize(
    ("source", "translation", "texts"),
    [
        (
            "El ministro francés de Economía, Dupont, recibió en la sede del banco al director general de la policía, "
            "Kowalski.",
            "The French economy minister, Kowalski, received at the headquarters of the bank the director general of "
            "the police, Dupont.",
            ("Dupont", "Kowalski"),
        ),
        (
            "En la región norte murieron 15 soldados del ejército, mientras que en la ciudad vieja hubo 340 heridos.",
            "In the northern region 340 army soldiers died, while in the old city there were 15 wounded.",
            ("15", "340"),
        ),
    ],
)
def test_two_items_among_each_others_neighbours(source: str, translation: str, texts: tuple[str, str]) -> None:
    assert pair_of(source, translation, *texts) == texts


@pytest.mark.parametrize(
    ("source", "translation", "texts"),
    [
        ("Murieron 15 soldados y 340 civiles.", "15 soldiers and 340 civilians died.", ("15", "340")),
        (
            "Tras la victoria de Dupont en las urnas, el presidente Kowalski felicitó al ganador.",
            "President Kowalski congratulated the winner after the victory of Dupont at the polls.",
            ("Dupont", "Kowalski"),
        ),
        (
            "Con 340 heridos en los hospitales de la ciudad, el Gobierno envió 15 aviones con ayuda.",
            "The government sent 15 planes with aid, with 340 wounded in the hospitals of the city.",
            ("340", "15"),
        ),
    ],
)
def test_items_that_moved_with_their_neighbours(source: str, translation: str, texts: tuple[str, str]) -> None:
    assert pair_of(source, translation, *texts) is None


def test_slack_makes_the_test_stricter() -> None:
    source = "Con 340 heridos en la ciudad, el Gobierno envió 15 aviones."
    translation = "The government sent 15 planes, with 340 wounded in the city."
    items = aligned(source, translation, ("340", "340"), ("15", "15"))
    assert exchanged(source, translation, items) is None
    assert exchanged(source, translation, items, slack=100.0) == (items[0], items[1])


def test_the_items_are_no_neighbours_of_each_other() -> None:
    source, swapped = "Putin criticó a Biden.", "Biden criticized Putin."
    assert pair_of(source, swapped, "Putin", "Biden") == ("Putin", "Biden")
    assert pair_of(source, "Putin criticized Biden.", "Putin", "Biden") is None
    kept = "Biden is lying, according to Putin."
    assert pair_of("Según Putin, Biden miente.", kept, "Putin", "Biden") is None


def test_a_list_of_a_thousand_names_takes_no_time() -> None:
    names = [f"N{chr(97 + a)}{chr(97 + b)}{chr(97 + c)}" for a in range(10) for b in range(10) for c in range(10)]
    source, translation = " habló ".join(names), " spoke ".join(names[::-1])
    items = aligned(source, translation, *((name, name) for name in names))
    start = time.process_time()
    exchanged(source, translation, items, slack=-100.0)
    assert time.process_time() - start < 2


@pytest.mark.parametrize("count", [0, 1])
def test_it_takes_two(count: int) -> None:
    assert exchanged("en 15", "in 15", [Aligned((3, 5), (3, 5), "15")] * count) is None


def test_names_that_changed_places_are_an_error() -> None:
    source = "El ministro francés de Economía, Dupont, recibió al director general de la policía, Kowalski."
    swapped = "The French economy minister, Kowalski, received the director general of the police, Dupont."
    (finding,) = NamesCheck().findings(Translated(source, swapped))
    assert finding.severity == "error"
    assert finding.message == "the names Dupont and Kowalski have changed places"


@pytest.mark.parametrize(
    ("source", "translation", "message"),
    [
        (
            "Murieron 15 soldados y 340 civiles huyeron.",
            "340 soldiers died and 15 civilians fled.",
            "the numbers 15 and 340 have changed places",
        ),
        (
            "Dos personas murieron y tres resultaron heridas.",
            "Three people died and two were injured.",
            "the numbers Dos and tres have changed places",
        ),
        (
            "Subió del 5 % en marzo al 12 % en junio.",
            "It rose from 12% in March to 5% in June.",
            "the numbers 5 and 12 have changed places",
        ),
    ],
)
def test_numbers_that_changed_places_are_an_error(source: str, translation: str, message: str) -> None:
    assert [finding.message for finding in NumbersCheck().findings(Translated(source, translation))] == [message]


@pytest.mark.parametrize(
    ("source", "translation", "texts"),
    [
        ("Es el Club de Orba.", "It is the Orba Club.", ("Club", "Orba")),
        ("El Virtex de Ruiz cayó.", "Ruiz's Virtex fell.", ("Virtex", "Ruiz")),
        ("Lo dijo Ruiz, directora del Virtex.", "Virtex director Ruiz said so.", ("Ruiz", "Virtex")),
        (
            "Lo dijo Ruiz, directora general del Virtex.",
            "Virtex's director general, Ruiz, said so.",
            ("Ruiz", "Virtex"),
        ),
        ("Fue a Orba, Tirsa y Lugo.", "She went to Orba, Lugo and Tirsa.", ("Tirsa", "Lugo")),
        ("Viajó de Orba a Tirsa o a Lugo.", "She went from Orba to Lugo or to Tirsa.", ("Tirsa", "Lugo")),
    ],
)
def test_english_grammar_turns_round_what_says_whose_something_is(
    source: str, translation: str, texts: tuple[str, str]
) -> None:
    assert pair_of(source, translation, *texts) is None


def test_a_particle_tells_whose_something_is() -> None:
    texts = ("Ruiz", "Orba")
    assert pair_of("Ruiz vive cerca de Orba.", "Orba lives near the town of Ruiz.", *texts) == texts
    assert pair_of("Ruiz, directora del Orba, calló.", "Orba, director of the Ruiz, was silent.", *texts) == texts


def test_other_names_are_neighbours() -> None:
    source = "Tirsa venció a Ruiz en Orba y Lugo a Paz en Vigo."
    swapped = "Lugo beat Ruiz in Orba and Tirsa beat Paz in Vigo."
    found = exchanged(
        source, swapped, aligned(source, swapped, *((name, name) for name in "Tirsa Ruiz Orba Lugo".split()))
    )
    assert found is not None


@given(st.lists(st.integers(0, 8), min_size=2, max_size=8))
def test_items_in_one_order_have_not_changed_places(gaps: list[int]) -> None:
    source, translation, items = "", "", []
    for number, gap in enumerate(gaps):
        source += " casa" * gap + " "
        translation += " house" * (8 - gap) + " "
        name = f"N{number}"
        items.append(
            Aligned((len(source), len(source) + len(name)), (len(translation), len(translation) + len(name)), name)
        )
        source, translation = source + name, translation + name
    assert exchanged(source, translation, items) is None
