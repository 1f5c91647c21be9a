from __future__ import annotations

from datetime import date

import pytest

from translate_pipeline.readers.blocks import Block, heading
from translate_pipeline.readers.stated_metadata import day_of_writing, stated_author, stated_day, stated_title, title_of


@pytest.mark.parametrize(
    "title",
    [
        "",
        "  ",
        "Microsoft Word - nota.doc",
        "nota final.docx",
        "untitled",
        "(anonymous)",
        "Sin título",
        "Documento1",
        "24_10_nota",
        "—",
    ],
)
def test_what_programs_fill_in_is_no_title(title: str) -> None:
    assert stated_title(title) is None


@pytest.mark.parametrize(
    "title", ["Sin elecciones este año", "Documentos filtrados", "OTAN", "Título de nobleza", "Libro blanco del agua"]
)
def test_a_headline_is_a_title(title: str) -> None:
    assert stated_title(title) == title


@pytest.mark.parametrize(
    "author", ["", "python-docx", "Usuario de Windows", "Microsoft Office User", "HP", "admin", "x"]
)
def test_a_programs_user_is_no_author(author: str) -> None:
    assert stated_author(author) is None


@pytest.mark.parametrize("author", ["Ana Pérez", "Agencia EFE", "Admiral Hope", "Paco"])
def test_a_name_is_an_author(author: str) -> None:
    assert stated_author(author) == author


def test_days() -> None:
    assert stated_day("2024-10-16T08:30:00Z") == date(2024, 10, 16)
    assert stated_day("1601-01-01T00:00:00Z") is None
    assert stated_day("2024-13-41") is None
    assert stated_day(None) is None


def test_a_document_made_from_an_old_one_has_no_day() -> None:
    assert day_of_writing(date(2024, 10, 14), date(2024, 10, 16)) == "2024-10-16"
    assert day_of_writing(date(2019, 1, 1), date(2024, 10, 16)) is None
    assert day_of_writing(date(2024, 10, 16), date(2024, 10, 14)) is None
    assert day_of_writing(None, date(2024, 10, 16)) == "2024-10-16"
    assert day_of_writing(None, None) is None


def test_the_heading_of_the_text_is_believed_before_a_stale_title() -> None:
    text = [heading("Sin elecciones este año"), Block("El presidente calla.")]
    assert title_of(text, "La cosecha de 2019") == "Sin elecciones este año"
    assert title_of(text, "SIN ELECCIONES ESTE AÑO") == "SIN ELECCIONES ESTE AÑO"
    assert title_of(text[1:], "La cosecha de 2019") == "La cosecha de 2019"
    assert title_of(text[1:], None) is None
