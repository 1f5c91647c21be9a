from __future__ import annotations

from translate_pipeline.readers.flowed_text import QuotedText, quoted_parts, unflowed_parts, with_continued_lines


def test_quoted_lines_are_gathered_by_their_depth() -> None:
    text = "Hola:\n> uno\n> dos\n>> tres\n> > cuatro\nFin"
    assert quoted_parts(text) == [
        QuotedText(0, "Hola:"),
        QuotedText(1, "uno\ndos"),
        QuotedText(2, "tres\ncuatro"),
        QuotedText(0, "Fin"),
    ]


def test_soft_breaks_are_joined() -> None:
    text = "El presidente \ncalla.\n\n Fin\n> citado \n> entero\n-- \nAna"
    assert unflowed_parts(text) == [
        QuotedText(0, "El presidente calla.\n\nFin"),
        QuotedText(1, "citado entero"),
        QuotedText(0, "-- \nAna"),
    ]


def test_deleted_blanks_join_words() -> None:
    assert unflowed_parts("presi \ndente", delete_space=True) == [QuotedText(0, "presidente")]


def test_a_soft_break_before_another_depth_ends_there() -> None:
    assert unflowed_parts("uno \n> dos") == [QuotedText(0, "uno "), QuotedText(1, "dos")]


def test_long_lines_that_go_on_in_lower_case_are_joined() -> None:
    first = "El presidente dijo el martes que no habrá elecciones este"
    assert with_continued_lines(f"{first}\naño, según fuentes.\nOtra cosa") == f"{first} año, según fuentes.\nOtra cosa"
    assert with_continued_lines(f"{first}.\naño, según") == f"{first}.\naño, según"
    assert with_continued_lines("corta\naño, según") == "corta\naño, según"
    assert with_continued_lines(f"{first}\n\naño") == f"{first}\n\naño"


def test_every_broken_line_of_a_paragraph_is_joined() -> None:
    lines = ["esta es una línea bastante larga de una respuesta citada"] * 4
    assert "\n" not in with_continued_lines("\n".join(lines))
