from __future__ import annotations

from translate_pipeline.readers.blocks import Block, heading
from translate_pipeline.readers.markup import blocks_of
from translate_pipeline.readers.safe_xml import parse_html


def blocks(page: str) -> list[Block]:
    return blocks_of(parse_html(page.encode(), "utf-8"))


def test_paragraphs_headings_and_inline_elements() -> None:
    page = "<h2>Las <i>razones</i></h2>\n<p>El presidente\n <b>calla</b>, dijo <a>EFE</a>.</p>suelto<div>Fin</div>"
    assert blocks(page) == [
        heading("Las razones", 2),
        Block("El presidente calla, dijo EFE."),
        Block("suelto"),
        Block("Fin"),
    ]


def test_lists_and_what_follows_in_an_item() -> None:
    page = "<ol start=4><li>Uno<ul><li><p>Dentro</p><p>Sigue</p></li></ul></li><li>Dos</li></ol>"
    assert [(block.mark, block.text) for block in blocks(page)] == [
        ("4. ", "Uno"),
        ("   - ", "Dentro"),
        ("", "Sigue"),
        ("5. ", "Dos"),
    ]


def test_quotations_and_breaks() -> None:
    page = "<blockquote><p>Uno.<br>Dos<br>tres.</p><blockquote>Más hondo</blockquote></blockquote><p>Fuera</p>"
    assert [(block.mark, block.text) for block in blocks(page)] == [
        ("> ", "Uno."),
        ("> ", "Dos tres."),
        ("> > ", "Más hondo"),
        ("", "Fuera"),
    ]


def test_what_no_reader_sees_is_left_out() -> None:
    page = (
        "<script>x()</script><style>p{}</style><nav>Menú</nav><p hidden>no</p><p>sí<!-- no --></p>"
        '<div style="display: none">no</div>tras<svg><text>no</text></svg> todo'
    )
    assert [block.text for block in blocks(page)] == ["sí", "tras todo"]


def test_numbers_of_notes_are_left_out_and_exponents_kept() -> None:
    page = (
        '<p>Hubo diez<sup><a href="#n1">1</a></sup> o <a href="#n2"><sup>[2]</sup></a>doce<a role="doc-noteref">3</a>'
        " en 10 km<sup>2</sup>.</p>"
    )
    assert [block.text for block in blocks(page)] == ["Hubo diez o doce en 10 km2."]


def test_deep_nesting_is_read() -> None:
    assert [block.text for block in blocks("<div>" * 1000 + "texto" + "</div>" * 1000 + "<p>Fin")] == ["texto", "Fin"]
