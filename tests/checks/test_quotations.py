"""Quotation marks and brackets of Spanish and English newspapers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_pipeline.checks import Finding, Translated
from translate_pipeline.checks.quotations import QuotationsCheck


def findings(source: str, translation: str) -> list[Finding]:
    return QuotationsCheck().findings(Translated(source, translation))


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("Dijo «sí».", "He said “yes”."),
        ("Dijo «sí».", 'He said "yes."'),
        ("Dijo «sí».", "He said 'yes'."),
        ("Dijo «sí».", "He said ‘yes’."),
        ("Dijo «sí».", "He said ''yes''."),
        ('Dijo "sí".', 'He said "yes".'),
        ("Dijo 'sí'.", "He said “yes”."),
        ("Dijo ‘sí’.", 'He said "yes".'),
        ("«Dijo “no” ayer», contó.", "“He said ‘no’ yesterday,” he said."),
        ("«Dijo “no” ayer», contó.", "“He said “no” yesterday,” he said."),
        ("“Sí”, dijo; “no”, pensó.", "“Yes,” he said; “no,” he thought."),
        ('Dijo: "No quedan 20".', 'He said: "There are not 20 left."'),
        ('la "Agenda 2030"', 'the "2030 Agenda"'),
        ('los "años noventa"', 'the "90s"'),
        ('el "Apolo XI"', '"Apollo 11"'),
        ("el barrio de L'Hospitalet", "the L'Hospitalet quarter"),
        ("El jefe dijo que sí.", "The bosses' boss said it's so."),
        ("", ""),
        ("...", "..."),
    ],
)
def test_a_quotation_that_is_marked_in_either_manner(source: str, translation: str) -> None:
    assert findings(source, translation) == []


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("Juan Pérez (PP) habló.", "Juan Pérez (PP) spoke."),
        ("Juan Pérez (63) habló.", "Juan Pérez (63) spoke."),
        ("Juan Pérez (63 años) habló.", "Juan Pérez (63) spoke."),
        ("Vino (él).", "He came (he did)."),
        ("[Risas] No {eso}.", "[Laughter] Not {that}."),
        ("a) primero; b) segundo", "a) first; b) second"),
        ("1) primero; 12) último", "1) first; 12) last"),
        ("dijo :) ayer", "he said :) yesterday"),
        ("La ONU (en Nueva York) habló.", "The UN — in New York — spoke."),
        ("La ONU (en Nueva York) habló.", "The UN - in New York - spoke."),
        ("El vuelo salió.", "The flight (IB123) left."),
    ],
)
def test_brackets_that_pair_up(source: str, translation: str) -> None:
    assert findings(source, translation) == []


@pytest.mark.parametrize(
    ("source", "translation", "mark"),
    [
        ("Dijo «sí».", "He said “yes.", "“"),
        ("Dijo «sí».", "He said yes”.", "”"),
        ("Dijo «sí».", "He said «yes.", "“"),
        ("Dijo «sí».", 'He said "yes.', '"'),
        ("Dijo que sí.", "He said “yes.", "“"),
        ("Dijo que sí.", 'The boys" club said yes.', '"'),
        ("Dijo «sí» y «no».", "He said ”yes” and “no”.", "”"),
        ("Juan Pérez (PP) habló.", "Juan Pérez (PP spoke.", "("),
        ("Juan Pérez (PP) habló.", "Juan Pérez PP) spoke.", ")"),
        ("Juan (63) habló.", "Juan (63 spoke.", "("),
        ("[Risas] No.", "[Laughter No.", "["),
        ("{a} b", "{a b", "{"),
    ],
)
def test_a_mark_without_its_partner_is_an_error(source: str, translation: str, mark: str) -> None:
    (finding,) = findings(source, translation)
    assert (finding.severity, finding.target_span) == ("error", mark)


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("«No iremos.", "“We will not go."),
        ('"No iremos.', '"We will not go.'),
        ("No iremos», dijo.", "We will not go,” he said."),
        ("(No iremos.", "(We will not go."),
    ],
)
def test_a_mark_whose_partner_stands_in_another_sentence(source: str, translation: str) -> None:
    assert findings(source, translation) == []


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("Dijo «sí».", "He said yes."),
        ('la "Agenda 2030"', "the 2030 Agenda"),
        ("“Sí”, dijo; “no”, pensó.", "“Yes,” he said; no, he thought."),
        ("«Dijo “no” ayer», contó.", "“He said no yesterday,” he said."),
    ],
)
def test_a_quotation_that_is_no_more_marked_is_a_warning(source: str, translation: str) -> None:
    (finding,) = findings(source, translation)
    assert (finding.severity, finding.message) == ("warning", "a quotation of the source is not marked")


def test_a_quotation_that_the_source_does_not_mark_is_a_note() -> None:
    (finding,) = findings("Dijo que sí.", "He said “yes”.")
    assert (finding.severity, finding.message) == ("note", "quotation marks that the source does not have")


@pytest.mark.parametrize(
    ("source", "translation", "bracket"),
    [
        ("Juan (63) habló.", "Juan, 63, spoke.", "("),
        ("La ONU (en Nueva York) y la OEA (en Washington)", "The UN (in New York) and the OAS", "("),
        ("[Risas] No.", "No.", "["),
    ],
)
def test_what_stood_in_brackets_and_does_not_is_a_warning(source: str, translation: str, bracket: str) -> None:
    (finding,) = findings(source, translation)
    assert (finding.severity, finding.source_span) == ("warning", bracket)


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("El diario «Orba» lo cuenta.", "The Orba newspaper reports it."),
        ("La película «Luz Roja» gustó.", "The film Red Light was well liked."),
        ("El llamado «efecto rebote» existe.", "The so-called rebound effect exists."),
    ],
)
def test_a_title_that_is_not_marked_is_a_note(source: str, translation: str) -> None:
    (finding,) = findings(source, translation)
    assert finding.severity == "note"


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("El delantero Ruiz empató (57.) de cabeza.", "Ruiz levelled with a header in the 57th minute."),
        ("La revista Naked Truth (verdad desnuda) cerró.", "The magazine Naked Truth closed."),
        ("«Vamos (...) a ganar», dijo.", "“We will win,” he said."),
    ],
)
def test_brackets_that_english_needs_not_are_a_note(source: str, translation: str) -> None:
    (finding,) = findings(source, translation)
    assert finding.severity == "note"


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("El diario «Orba» dice: «No habrá boda».", "The Orba newspaper says there will be no wedding."),
        ("«Calma», pidió.", "Calm, he asked."),
        ("El delantero Ruiz empató (57.) de cabeza.", "Ruiz levelled with a header."),
        ("La revista Naked Truth (desde 1998) cerró.", "The magazine Naked Truth closed."),
    ],
)
def test_what_somebody_said_and_what_is_added_is_a_warning(source: str, translation: str) -> None:
    (finding,) = findings(source, translation)
    assert finding.severity == "warning"


@pytest.mark.parametrize(
    ("source", "translation", "twice"),
    [
        (
            "“No hay palabras. Nadie dio nada”, dijo.",
            "“There's no words. There's no words,” he said.",
            "There's no words",
        ),
        (
            "“No hay palabras. Nadie dio nada”, dijo.",
            "“There is no words. There's no words,” he said.",
            "There is no words",
        ),
        ("“No hay nada. No hay nada”, dijo.", "“There is nothing. There is nothing,” he said.", ""),
        ("“No hay palabras. Nadie dio nada”, dijo.", "“There are no words. Nobody gave a thing,” he said.", ""),
    ],
)
def test_a_sentence_that_a_model_says_again_instead_of_the_next_one(source: str, translation: str, twice: str) -> None:
    assert [finding.target_span for finding in findings(source, translation)] == ([twice] if twice else [])


def test_dialogue_between_dashes_may_get_quotation_marks() -> None:
    assert findings("—No lo sé —dijo él—.", '"I don\'t know," he said.') == []


def test_every_language_pair_has_quotation_marks() -> None:
    pair = Translated("He said “yes”.", "Il a dit « oui.", (), "en", "fr")
    assert [finding.severity for finding in QuotationsCheck().findings(pair)] == ["error"]


quoted = st.recursive(
    st.sampled_from(["Dijo que sí", "el 2024", "Juan", "L'Hospitalet", "no, nunca"]),
    lambda inner: st.tuples(
        st.sampled_from([("«", "»"), ("“", "”"), ('"', '"'), ("(", ")"), ("[", "]"), ("{", "}")]), inner, inner
    ).map(lambda parts: f"{parts[0][0]}{parts[1]}{parts[0][1]} {parts[2]}"),
    max_leaves=6,
)


@given(quoted)
def test_marks_that_come_through_have_no_findings(text: str) -> None:
    assert findings(text, text) == []


@given(quoted, st.data())
def test_any_one_mark_that_is_lost_is_found(text: str, data: st.DataObject) -> None:
    places = [place for place, ch in enumerate(text) if ch in '«»“”"()[]{}']
    if places:
        place = data.draw(st.sampled_from(places))
        (finding,) = findings(text, text[:place] + text[place + 1 :])
        assert finding.message.endswith("has no partner")


@given(st.text(alphabet=st.sampled_from("a1 .,:;'’‘«»“”„\"()[]{}—-"), max_size=40))
def test_a_text_has_all_its_own_marks(text: str) -> None:
    assert findings(text, text) == []
