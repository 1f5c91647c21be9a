"""Names of people, places and bodies in Spanish news, and what becomes of them in English."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_pipeline.checks import Finding, Translated
from translate_pipeline.checks.name_forms import same_name
from translate_pipeline.checks.names import NamesCheck
from translate_pipeline.document import TermMatch
from translate_pipeline.glossary.entry import GlossaryEntry


def findings(source: str, translation: str) -> list[Finding]:
    return NamesCheck().findings(Translated(source, translation))


def messages(source: str, translation: str) -> list[str]:
    return [finding.message for finding in findings(source, translation)]


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("El presidente Petro habló.", "President Petro spoke."),
        ("Habló Begoña Gómez.", "Begona Gomez spoke."),
        ("El plan de Sánchez.", "Sánchez’s plan."),
        ("La casa de Fernández.", "Fernández' house."),
        ("Habló Pérez-Castejón.", "Perez Castejon spoke."),
        ("O’Higgins ganó.", "O'Higgins won."),
        ("El líder Kim Jong-un.", "The leader Kim Jong Un."),
        ("Viajó a San Petersburgo.", "He went to St. Petersburg."),
        ("Viajó a Santo Tomás.", "He went to Saint Thomas."),
        ("Viajó a Londres.", "He went to London."),
        ("Viajó a Nueva York.", "He went to New York."),
        ("Viajó a Ciudad de México.", "He went to Mexico City."),
        ("El huracán Milton.", "Hurricane Milton."),
        ("El Ministerio de Defensa.", "The Defense Ministry."),
        ("El Tribunal Supremo.", "The Supreme Court."),
        ("La Universidad de Salamanca.", "The University of Salamanca."),
        ("PUTIN ATACA KIEV", "PUTIN ATTACKS KYIV"),
        ("Mohamed Salah marcó.", "محمد صلاح (Mohamed Salah) scored."),
        ("", "Putin"),
        ("...", "..."),
    ],
)
def test_a_name_that_came_through(source: str, translation: str) -> None:
    assert messages(source, translation) == []


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("Ayer llegó Mónica Ferrer a la sede del banco.", "Monica arrived yesterday at the office of the Ferrer bank."),
        ("Berta Solís calló mientras hablaba él.", "Berta was silent while the minister was speaking to Solís."),
    ],
)
def test_the_words_of_a_name_stand_together(source: str, translation: str) -> None:
    assert [message for message in messages(source, translation) if message.endswith("stand apart")]


@pytest.mark.parametrize(
    ("source", "translation", "missing"),
    [
        ("Jugó con los Jets hasta mayo.", "He played with the team until May.", "Jets"),
        ("Charles calló.", "They were silent.", "Charles"),
        ("Xerox calló.", "They were silent.", "Xerox"),
    ],
)
def test_foreign_words_and_given_names_are_names_wherever_they_stand(
    source: str, translation: str, missing: str
) -> None:
    (finding,) = findings(source, translation)
    assert finding.severity == "error"
    assert finding.message == f"the name {missing} is missing"


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("Llegó Volodímir Zelenski.", "Volodymyr Zelenskyy arrived."),
        ("Llegó Serguéi Lavrov.", "Sergey Lavrov arrived."),
        ("Llegó Dmitri Peskov.", "Dmitry Peskov arrived."),
        ("Llegó Mijaíl Gorbachov.", "Mikhail Gorbachev arrived."),
        ("Llegó Nikita Jruschov.", "Nikita Khrushchev arrived."),
        ("Murió Hasán Nasralá.", "Hassan Nasrallah died."),
        ("Murió Muamar Gadafi.", "Moammar Gadhafi died."),
        ("Habló Mahmud Abás.", "Mahmoud Abbas spoke."),
        ("Habló Alí Jamenei.", "Ali Khamenei spoke."),
        ("Murió Jamal Jashogyi.", "Jamal Khashoggi died."),
        ("Llegó Benjamín Netanyahu.", "Benjamin Netanyahu arrived."),
        ("Suena Chaikovski.", "Tchaikovsky is playing."),
    ],
)
def test_spanish_and_english_romanise_in_their_own_ways(source: str, translation: str) -> None:
    assert messages(source, translation) == []


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("la ONU y la OTAN", "the UN and NATO"),
        ("la OTAN", "OTAN"),
        ("la OMS", "the WHO"),
        ("el FMI", "the IMF"),
        ("la UE", "the EU"),
        ("las ONG", "NGOs"),
        ("el PSOE", "the PSOE"),
        ("el G-20", "the G20"),
        ("la AIE", "the IEA"),
        ("las FARC", "the FARC"),
    ],
)
def test_an_acronym_that_came_through(source: str, translation: str) -> None:
    assert messages(source, translation) == []


@pytest.mark.parametrize(
    ("source", "translation", "message"),
    [
        ("El presidente Petro habló.", "President Pedro spoke.", "the name Petro is missing"),
        ("El presidente Petro habló.", "The president spoke.", "the name Petro is missing"),
        ("Habló Begoña Gómez.", "Gómez spoke.", "of the name Begoña Gómez, Begoña is missing"),
        ("Llegó Volodímir Zelenski.", "Vladimir Putin arrived.", "the name Volodímir Zelenski is missing"),
        ("Viajó a Londres.", "He went to Paris.", "the name Londres is missing"),
        ("El PSOE y el PP.", "The PSOE.", "the name PP is missing"),
        ("El ELN atacó.", "The guerrillas attacked.", "the name ELN is missing"),
        ("La Universidad de Salamanca.", "The university.", "the name Universidad de Salamanca is missing"),
        ("El presidente Petro habló.", "President petroleum spoke.", "the name Petro is missing"),
    ],
)
def test_a_name_that_was_lost_or_garbled(source: str, translation: str, message: str) -> None:
    (finding,) = findings(source, translation)
    assert (finding.severity, finding.message) == ("error", message)
    assert finding.source_span in source


def test_a_verb_that_opens_a_sentence_gives_a_note() -> None:
    (finding,) = findings("Desconfinarse no es fácil.", "Coming out of lockdown is not easy.")
    assert (finding.severity, finding.source_span) == ("note", "Desconfinarse")


def test_a_glossary_term_is_not_this_checks_business() -> None:
    source, translation = "Viajó de Petrovia a Xian.", "He went from Zubrowka to Xian."
    term = TermMatch(GlossaryEntry("Petrovia", "Zubrowka"), 9, 17, "Petrovia")
    assert messages(source, translation) == ["the name Petrovia is missing"]
    assert NamesCheck().findings(Translated(source, translation, [term])) == []


@pytest.mark.parametrize("source", ["El presidente Lo\u0301pez habló.", "El presidente\u00a0López habló."])
def test_accents_as_marks_of_their_own_and_hard_spaces(source: str) -> None:
    assert messages(source, "President\u00a0López spoke.") == []
    assert messages(source, "The president spoke.") != []


@pytest.mark.parametrize(("source", "target"), [("en", "es"), ("es", "fr"), ("pt", "en")])
def test_other_language_pairs_have_no_findings(source: str, target: str) -> None:
    assert NamesCheck().findings(Translated("Habló Petro.", "Nobody spoke.", (), source, target)) == []


@pytest.mark.parametrize(
    ("spanish", "english"),
    [
        ("zelenski", "zelenskyy"),
        ("jashogyi", "khashoggi"),
        ("gadafi", "gadhafi"),
        ("chaikovski", "tchaikovsky"),
        ("jruschov", "khrushchev"),
        ("putin", "putin"),
        ("yeltsin", "ieltsin"),
        ("fiodorova", "fyodorova"),
        ("hamburgo", "hamburg"),
        ("australia", "australian"),
    ],
)
def test_one_name_in_two_romanisations(spanish: str, english: str) -> None:
    assert same_name(spanish, english)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("petro", "pedro"),
        ("fernandez", "hernandez"),
        ("gomez", "lopez"),
        ("milei", "maile"),
        ("putin", "ptn"),
        ("iran", "iraq"),
        ("londres", "paris"),
        ("quelhuan", "quelhutan"),
        ("valderas", "vallderdas"),
    ],
)
def test_two_names(first: str, second: str) -> None:
    assert not same_name(first, second)


words = st.text(alphabet=st.sampled_from("abcdefghijklmnopqrstuvwxyz"), min_size=1, max_size=12)


@given(words, words)
def test_sameness_has_no_direction(first: str, second: str) -> None:
    assert same_name(first, second) == same_name(second, first)
    assert same_name(first, first)


PEOPLE = "Petro Boluarte Zelenski Netanyahu Scholz Macron Sheinbaum Boric Bukele Lavrov Erdogan Orbán".split()


@given(st.lists(st.sampled_from(PEOPLE), min_size=1, max_size=5, unique=True), st.data())
def test_the_one_name_that_is_left_out_is_the_one_that_is_found(people: list[str], data: st.DataObject) -> None:
    lost = data.draw(st.sampled_from(people))
    kept = [name for name in people if name != lost]
    source = "Ayer hablaron el señor " + ", el señor ".join(people) + "."
    assert messages(source, "Yesterday spoke Mr. " + ", Mr. ".join(people) + ".") == []
    assert messages(source, "Yesterday spoke Mr. " + ", Mr. ".join(kept) + ".") == [f"the name {lost} is missing"]


@given(st.text(), st.text())
def test_any_text_can_be_checked(source: str, translation: str) -> None:
    for finding in findings(source, translation):
        assert finding.source_span in source
