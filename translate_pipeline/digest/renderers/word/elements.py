"""WordprocessingML elements (ECMA-376, part 1, chapter 17), whose children stand in the order of its schema."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from translate_pipeline.digest.page.languages import direction
from translate_pipeline.digest.renderers.word.languages import proofing_language
from translate_pipeline.readers.cleaning import clean_text

Element = Any
"""An lxml element."""

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
# Blanks that hold a figure together stay: 10 000, 25 %.
_BLANKS = re.compile(r"[^\S\u00a0\u2007\u202f]+")
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_text(text: str) -> str:
    """Text with U+FFFD for each character that XML 1.0 cannot hold: control characters, lone surrogates."""
    return _NOT_XML.sub("\ufffd", text)


def element(name: str, /, *children: Element | None, **attributes: object) -> Element:
    """An element of the main namespace with its children; those that are None are left out."""
    from lxml import etree

    made = etree.Element(f"{{{NAMESPACE}}}{name}", nsmap={"w": NAMESPACE})
    for key, value in attributes.items():
        made.set(f"{{{NAMESPACE}}}{key}", xml_text(str(value)))
    made.extend(child for child in children if child is not None)
    return made


def run(text: str, language: str = "en", style: str = "") -> Element:
    """Text in one language and one character style, on one line and without invisible characters."""
    shown = element("t")
    shown.text = xml_text(_BLANKS.sub(" ", clean_text(text)[0]))
    shown.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return element("r", _run_properties(language, style), shown)


def _run_properties(language: str, style: str) -> Element:
    tag = proofing_language(language)
    right_to_left = direction(language) == "rtl"
    return element(
        "rPr",
        element("rStyle", val=style) if style else None,
        element("rtl") if right_to_left else None,
        element("lang", val="en-US", bidi=tag) if right_to_left else element("lang", val=tag, eastAsia=tag),
    )


def paragraph(*content: Element, style: str = "", language: str = "en") -> Element:
    """A paragraph; `language` gives its direction."""
    properties = element(
        "pPr",
        element("pStyle", val=style) if style else None,
        element("bidi") if direction(language) == "rtl" else None,
    )
    return element("p", properties if len(properties) else None, *content)


def field_marks(instruction: str) -> tuple[list[Element], Element]:
    """What stands before and after the text that a field shows until it is updated."""
    code = element("instrText")
    code.text = f" {instruction} "
    code.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    begin, separate, end = (element("r", element("fldChar", fldCharType=kind)) for kind in ("begin", "separate", "end"))
    return [begin, element("r", code), separate], end


def field(instruction: str, shown: str) -> list[Element]:
    """A field such as `PAGE`, with what it shows until it is updated."""
    before, after = field_marks(instruction)
    return [*before, run(shown), after]


def inner_link(bookmark: str, *runs: Element) -> Element:
    """Runs that lead to a bookmark."""
    return element("hyperlink", *runs, anchor=bookmark, history="1")


def outer_link(relationship: str, *runs: Element) -> Element:
    """Runs that lead to the address of an external relationship."""
    link = element("hyperlink", *runs, history="1")
    link.set(f"{{{_RELATIONSHIPS}}}id", relationship)
    return link


def table(header: Sequence[Element], rows: Iterable[Sequence[Sequence[Element]]], widths: Sequence[int]) -> Element:
    """A table whose header is repeated on every page.

    Args:
        header: a paragraph for each column.
        rows: the paragraphs of each of their cells.
        widths: of the columns, in twentieths of a point.
    """
    properties = element(
        "tblPr",
        element("tblStyle", val="DigestTable"),
        element("tblW", w=sum(widths), type="dxa"),
        element("tblLayout", type="fixed"),
        element("tblLook", val="0020", firstRow="1", lastRow="0", firstColumn="0", lastColumn="0", noHBand="1",
                noVBand="1"),
    )  # fmt: skip
    grid = element("tblGrid", *(element("gridCol", w=width) for width in widths))
    first = _row([[cell] for cell in header], widths, element("trPr", element("cantSplit"), element("tblHeader")))
    return element(
        "tbl", properties, grid, first, *(_row(row, widths, element("trPr", element("cantSplit"))) for row in rows)
    )


def _row(cells: Sequence[Sequence[Element]], widths: Sequence[int], properties: Element) -> Element:
    columns = (
        element("tc", element("tcPr", element("tcW", w=width, type="dxa")), *cell)
        for cell, width in zip(cells, widths, strict=True)
    )
    return element("tr", properties, *columns)
