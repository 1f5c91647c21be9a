from __future__ import annotations

from translate_pipeline.readers.line_breaks import split_at_breaks


def test_a_break_inside_a_sentence_is_a_blank() -> None:
    assert split_at_breaks("El presidente\ndijo que no.") == ["El presidente dijo que no."]


def test_a_break_after_a_sentence_begins_a_paragraph() -> None:
    assert split_at_breaks("Dijo que no.\n«Nunca»,\nañadió.") == ["Dijo que no.", "«Nunca», añadió."]


def test_an_empty_line_begins_a_paragraph() -> None:
    assert split_at_breaks("Sin elecciones\n \nEl presidente calla") == ["Sin elecciones", "El presidente calla"]


def test_no_text_is_no_paragraph() -> None:
    assert split_at_breaks(" \n\n ") == []
