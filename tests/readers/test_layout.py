from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_pipeline.document import ParagraphKind
from translate_pipeline.readers.layout import paragraphs_of

BODY = "El presidente dijo el martes que no habrá elecciones este año, según fuentes del Gobierno."


def kinds(text: str) -> list[ParagraphKind]:
    return [paragraph.kind for paragraph in paragraphs_of(text)[1]]


def test_a_title_a_byline_and_a_body() -> None:
    text = f"Sin elecciones este año\nPor Ana Pérez\nEFE | Madrid\n{BODY}\n"
    assert kinds(text) == [
        ParagraphKind.HEADING,
        ParagraphKind.BYLINE,
        ParagraphKind.BYLINE,
        ParagraphKind.BODY,
    ]


@pytest.mark.parametrize(
    "title",
    [
        "Por qué Corea del Norte envía soldados a Rusia",
        "Por primera vez, Ucrania ataca Crimea con drones",
        "Texto íntegro del acuerdo de paz",
        "Agencia espacial europea lanza un cohete",
        "Fotos inéditas de la guerra en Siria",
        "AP-7: retenciones de diez kilómetros",
        "¿Qué pasa en Corea del Norte?",
    ],
)
def test_a_headline_is_no_byline(title: str) -> None:
    assert kinds(f"{title}\n\n{BODY}\n")[0] is ParagraphKind.HEADING
    assert kinds(f"Otro título\n{title}\n\n{BODY}\n")[1] is not ParagraphKind.BYLINE


@pytest.mark.parametrize(
    "line",
    [
        "Por Ana Pérez de la Cruz",
        "EFE",
        "Redacción BBC Mundo",
        "ELMUNDO.es | Madrid",
        "Lluís Miquel Hurtado |Agencias | Estambul | Dubai",
        "AFP | Efe | Manama",
        "Texto: Juan Gil y Rosa Mas",
    ],
)
def test_names_places_and_agencies_are_bylines(line: str) -> None:
    assert kinds(f"Un título\n{line}\n{BODY}\n")[1] is ParagraphKind.BYLINE


def test_a_sentence_that_begins_like_a_byline_is_body() -> None:
    assert kinds(f"Título breve\nPor la tarde, el presidente es recibido por los ministros en Madrid.\n{BODY}")[1] == (
        ParagraphKind.BODY
    )


@pytest.mark.parametrize(
    "line",
    [
        "https://www.example.org/a_b?c=1",
        "* * *",
        "-----",
        "12.345,67",
        "redaccion@example.org",
        "Calle Mayor 12, 28013 Madrid",
    ],
)
def test_lines_without_prose_are_verbatim(line: str) -> None:
    assert ParagraphKind.VERBATIM in kinds(f"{BODY}\n{line}\n{BODY}")


@pytest.mark.parametrize("mark", ["- ", "* ", "• ", "1. ", "12) ", "## ", "> ", "    ", "—"])
def test_list_marks_and_indents_stay_outside_the_text(mark: str) -> None:
    paragraph = paragraphs_of(f"{BODY}\n{mark}{BODY}\n")[1][1]
    assert (paragraph.prefix, paragraph.text) == (mark, BODY)


def test_a_number_that_begins_a_sentence_is_no_list_mark() -> None:
    paragraph = paragraphs_of("10.000 soldados llegaron a Rusia.")[1][0]
    assert (paragraph.prefix, paragraph.text) == ("", "10.000 soldados llegaron a Rusia.")


@given(st.text(alphabet=st.sampled_from("ab .\n\t-*1#—¿«»\u00a0é"), max_size=80))
def test_nothing_of_the_text_is_lost(text: str) -> None:
    leading, paragraphs = paragraphs_of(text)
    assert leading + "".join(p.prefix + p.text + p.suffix for p in paragraphs) == text
