from __future__ import annotations

import pytest

from translate_pipeline.document import ParagraphKind
from translate_pipeline.language import assume_language
from translate_pipeline.readers.blocks import Block, document_from_blocks, heading
from translate_pipeline.readers.markup import blocks_of
from translate_pipeline.readers.safe_xml import parse_html
from translate_pipeline.readers.table_rows import blocks_of_row, row
from translate_pipeline.segmentation import segment
from translate_pipeline.summarization.summarizer import candidates

SENTENCE = "El presidente dijo el martes que no habrá elecciones este año."


def test_a_row_is_one_line_that_is_no_body_text() -> None:
    assert row([" Kiev ", "", "3\n muertos", ""]) == Block("Kiev | | 3 muertos", ParagraphKind.ASIDE, is_row=True)


def test_rows_of_a_table_follow_each_other_without_an_empty_line() -> None:
    document = document_from_blocks(
        [Block(SENTENCE), row(["Año", "Muertos"]), row(["2021", "316"]), Block("Fin.")], "a"
    )
    assert document.source_text == f"{SENTENCE}\n\nAño | Muertos\n2021 | 316\n\nFin.\n"


def test_words_are_translated_cell_by_cell_and_figures_stay() -> None:
    document = document_from_blocks([row(["Castilla y León", "89", "12,5 %"]), row(["2021", "316"])], "a")
    assume_language(document, "es")
    segment(document)
    assert [(s.id, s.source) for s in document.sentences()] == [
        ("p1s1", "Castilla y León"),
        ("p1s2", "89 | 12,5 %"),
        ("p2s1", "2021 | 316"),
    ]
    first, second, _ = document.sentences()
    first.translation, second.translation = "Castile and León", second.source
    assert document.translated_text == "Castile and León | 89 | 12,5 %\n2021 | 316\n"


def test_cells_are_no_summary_sentences() -> None:
    document = document_from_blocks(
        [Block(SENTENCE), row(["3 de mayo", "El Senado rechaza la consulta popular."])], "a"
    )
    assume_language(document, "es")
    segment(document)
    assert [sentence.source for sentence in candidates(document)] == [SENTENCE]


@pytest.mark.parametrize(
    "cells",
    [
        [[Block("Uno"), Block("Dos")], [Block("Tres")]],
        [[Block(SENTENCE)], [Block(SENTENCE)]],
        [[Block(SENTENCE)]],
        [[Block("palabra " * 41)], [Block("Tres")]],
        [[Block("Uno", mark="- ")], []],
        [[], []],
    ],
)
def test_a_table_that_only_lays_out_text_leaves_it_as_it_is(cells: list[list[Block]]) -> None:
    assert blocks_of_row(cells) == [block for cell in cells for block in cell]


def test_bold_cells_at_the_head_of_a_table_are_a_row_too() -> None:
    assert blocks_of_row([[heading("Año", 2)], [heading("Muertos", 2)]]) == [row(["Año", "Muertos"])]


def test_tables_in_books_and_mail() -> None:
    page = (
        "<table><tr><th>Año<th>Muertos</tr><tr><td><p>2021</p><td>316</tr></table>"
        f"<table><tr><td><p>{SENTENCE}</p><table><tr><td>a<td>b</tr></table></td></tr></table>"
    )
    assert blocks_of(parse_html(page.encode(), "utf-8")) == [
        row(["Año", "Muertos"]),
        row(["2021", "316"]),
        Block(SENTENCE),
        row(["a", "b"]),
    ]
