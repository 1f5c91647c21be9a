"""Months and days of the week, as Spanish newspapers write them and as English ones do."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_pipeline.checks import Finding, Translated
from translate_pipeline.checks.calendar_words import ENGLISH_OF
from translate_pipeline.checks.dates import DatesCheck


def findings(source: str, translation: str) -> list[Finding]:
    return DatesCheck().findings(Translated(source, translation))


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("El 5 de mayo llegó.", "He arrived on May 5."),
        ("Llegó el martes 14 de abril.", "He arrived on Tuesday, April 14."),
        ("Mayo de 2024 fue seco.", "May 2024 was dry."),
        ("Lunes 5 de agosto.", "Monday, August 5."),
        ("Abre los sábados y domingos.", "It opens on Saturdays and Sundays."),
        ("Abre los sábados y domingos.", "It opens on weekends."),
        ("De lunes a viernes.", "Monday through Friday."),
        ("A fines de febrero.", "In late Feb."),
        ("El 3 de septiembre.", "On Sept 3."),
        ("A mediados de agosto.", "In mid-August."),
        ("La noche del sábado al domingo.", "Overnight Saturday to Sunday."),
        ("El jueves por la tarde.", "Thursday's afternoon."),
        ("El 7 de setiembre.", "On September 7."),
        ("El miercoles y el sabado.", "On Wednesday and Saturday."),
        ("El 1.º de mayo.", "May Day."),
        ("El Viernes Santo.", "Good Friday."),
        ("El mayo francés.", "The French May."),
        ("EL 5 DE MAYO", "ON MAY 5"),
        ("el 5 de mayo", "MAY 5"),
        ("SEÚL, 29 nov (EFE).- Habló.", "SEOUL, Nov. 29 (EFE) - He spoke."),
        ("el 31 dic.", "on Dec. 31"),
        ("el 3 sept.", "on September 3"),
        ("los atentados del 11-S", "the September 11 attacks"),
        ("el golpe del 23-F", "the February 23 coup"),
        ("el 1-O", "October 1"),
        ("las rebajas del Black Friday", "the Black Friday sales"),
        ("según The Sunday Times", "according to The Sunday Times"),
        ("la niña April Jones", "the girl April Jones"),
        ("entre noviembre y febrero", "Nov-Feb"),
        ("de lunes a viernes", "on weekdays"),
    ],
)
def test_a_date_in_english_words(source: str, translation: str) -> None:
    assert findings(source, translation) == []


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("El 11 de septiembre de 2024.", "11/09/2024."),
        ("El 11 de septiembre de 2024.", "2024-09-11."),
        ("El 11 de septiembre de 2024.", "11.9.2024."),
        ("Tras el 11 de septiembre.", "After 9/11."),
        ("El 11 de septiembre de 2024.", "09/11/2024."),
        ("El 5/9/2024.", "September 5, 2024."),
        ("Del 3/6 al 9/6.", "From June 3 to 9."),
    ],
)
def test_a_month_may_be_a_number_on_either_side(source: str, translation: str) -> None:
    assert findings(source, translation) == []


@pytest.mark.parametrize(
    "translation", ["He arrived yesterday.", "He arrives tomorrow.", "He spoke tonight.", "He was there this week."]
)
def test_english_may_say_a_day_by_its_distance(translation: str) -> None:
    assert findings("Llegó el lunes.", translation) == []


@pytest.mark.parametrize(
    ("source", "translation", "message"),
    [
        ("El 5 de mayo llegó.", "He arrived on the 5th.", "mayo should be May"),
        ("El 5 de junio llegó.", "He arrived on July 5.", "junio should be June"),
        ("Llegó el martes.", "He arrived on Wednesday.", "martes should be Tuesday"),
        ("De enero a marzo.", "From January to April.", "marzo should be March"),
        ("Se irá en junio.", "He may leave.", "junio should be June"),
        ("En agosto habló.", "He spoke to an august audience.", "agosto should be August"),
        ("Llegó en marzo.", "He arrived yesterday.", "marzo should be March"),
        ("El 11 de septiembre de 2024.", "11/08/2024.", "septiembre should be September"),
        ("Marzo de 2020.", "2020.", "Marzo should be March"),
        ("EL 5 DE JUNIO LLEGA", "IT COMES ON JULY 5", "JUNIO should be June"),
        ("EL 5 DE MAYO", "IT MAY COME", "MAYO should be May"),
        ("SEÚL, 29 nov (EFE)", "SEOUL (EFE)", "nov should be November"),
    ],
)
def test_a_month_or_a_day_that_was_lost_or_changed(source: str, translation: str, message: str) -> None:
    found = [finding for finding in findings(source, translation) if finding.severity == "error"]
    assert [finding.message for finding in found] == [message]
    assert found[0].source_span in source
    assert found[0].target_span == message.rpartition(" ")[2]


@pytest.mark.parametrize(
    ("source", "translation", "made_up"),
    [
        ("Llegó ayer.", "He arrived on Monday.", "Monday"),
        ("Llegó el martes.", "He arrived on Tuesday, June 4.", "June"),
        ("El generoso donante vino.", "The donor came in January.", "January"),
        ("los atentados del 11-S", "the August 11 attacks", "August"),
        ("Llegó a fin de año.", "He arrived in Dec.", "December"),
    ],
)
def test_a_month_or_a_day_from_nowhere_is_a_warning(source: str, translation: str, made_up: str) -> None:
    (finding,) = findings(source, translation)
    assert (finding.severity, finding.target_span) == ("warning", made_up)
    assert finding.message == f"{made_up} is not in the source"


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("Podría irse.", "He may leave."),
        ("Podría irse, dijo.", "May he leave, he said."),
        ("Siguieron marchando.", "March on, they said."),
    ],
)
def test_may_and_march_are_other_words_too(source: str, translation: str) -> None:
    assert findings(source, translation) == []


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("Cantó Julio Iglesias.", "Julio Iglesias sang."),
        ("Cantó Plácido Domingo.", "Plácido Domingo sang."),
        ("Lo dice @julio.mayo en su cuenta.", "So says @julio.mayo in his account."),
        ("La mayoría votó.", "The majority voted."),
        ("Llegó a Marte.", "It arrived on Mars."),
    ],
)
def test_names_and_other_words_are_no_dates(source: str, translation: str) -> None:
    assert findings(source, translation) == []


@pytest.mark.parametrize(("source", "target"), [("en", "es"), ("es", "fr"), ("pt", "en")])
def test_other_language_pairs_have_no_findings(source: str, target: str) -> None:
    assert DatesCheck().findings(Translated("El 5 de mayo.", "On June 5.", (), source, target)) == []


spanish_words = st.sampled_from(sorted(ENGLISH_OF))


@given(st.lists(spanish_words, min_size=1, max_size=6))
def test_dates_that_all_come_through_have_no_findings(words: list[str]) -> None:
    translation = " and ".join(ENGLISH_OF[word] for word in words)
    assert findings(f"llegó {' y '.join(words)}", translation) == []


@given(st.lists(spanish_words, min_size=1, max_size=6, unique_by=lambda word: ENGLISH_OF[word]), st.data())
def test_any_date_that_is_left_out_is_found(words: list[str], data: st.DataObject) -> None:
    lost = data.draw(st.sampled_from(words))
    kept = [ENGLISH_OF[word] for word in words if word != lost]
    found = findings(f"llegó {' y '.join(words)}", " and ".join(kept) or "nothing")
    assert [(finding.source_span, finding.target_span) for finding in found] == [(lost, ENGLISH_OF[lost])]


@given(st.text(), st.text())
def test_any_text_can_be_checked(source: str, translation: str) -> None:
    for finding in findings(source, translation):
        assert finding.target_span in finding.message


@pytest.mark.parametrize("text", ["mayo ", "5 de mayo ", "lunes ", "EL 5 DE MAYO ", "1/2/3 "])
def test_a_long_text_takes_no_time(text: str) -> None:
    repeated = (text * 20_000)[:20_000]
    start = time.process_time()
    findings(repeated, repeated)
    findings(repeated, "He spoke.")
    assert time.process_time() - start < 2
