"""Blocks of an outline as XHTML."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from translate_pipeline.digest.renderers.outline.blocks import (
    Block,
    Bullets,
    Facts,
    Heading,
    Part,
    Row,
    Sentences,
    ShownPair,
    Table,
)
from translate_pipeline.digest.renderers.xml_text import xml_text

if TYPE_CHECKING:
    from lxml.etree import _Element

XHTML = "http://www.w3.org/1999/xhtml"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def xhtml_div(blocks: Iterable[Block], target_language: str) -> _Element:
    """A `div` with the blocks; text of others becomes text nodes and nothing else."""
    from lxml import etree

    div = etree.Element(f"{{{XHTML}}}div", nsmap={None: XHTML})
    content = _Content(target_language)
    for block in blocks:
        content.add(div, block)
    return div


class _Content:
    """Adds blocks to an element, each sentence with its language."""

    def __init__(self, target_language: str) -> None:
        self._target_language = target_language

    def add(self, parent: _Element, block: Block) -> None:
        if isinstance(block, Heading):
            heading = _child(parent, "h3")
            _text(heading, f"{block.number} ")
            self._pair(heading, block.pair, "span")
        elif isinstance(block, Facts):
            _facts(_child(parent, "p"), block.parts)
        elif isinstance(block, Sentences):
            _child(parent, "p", block.text)
        elif isinstance(block, Bullets):
            if block.label:
                _child(parent, "p", block.label)
            items = _child(parent, "ul")
            for item in block.items:
                _facts(_child(items, "li"), item)
        else:
            self._table(parent, block)

    def _table(self, parent: _Element, block: Table) -> None:
        table = _child(parent, "table")
        head = _child(_child(table, "thead"), "tr")
        for name in (*block.header, *block.languages):
            _child(head, "th", name)
        body = _child(table, "tbody")
        for row in block.rows:
            self._row(_child(body, "tr"), row, len(block.languages))

    def _row(self, line: _Element, row: Row, columns: int) -> None:
        for cell in row.cells:
            _child(line, "td", cell)
        if row.pair is not None:
            self._pair(line, row.pair, "td")
            if len(row.pair.sides) < columns:
                line[-1].set("colspan", str(columns))

    def _pair(self, parent: _Element, pair: ShownPair, name: str) -> None:
        for number, side in enumerate(pair.sides):
            if number and name == "span":
                _child(parent, "br")
            is_target = number == 0 and pair.target is not None
            element = _child(parent, name, f"⚠ {side}" if pair.findings and not number else side)
            _set_language(element, self._target_language if is_target else pair.language)
            for finding in () if number else pair.findings:
                _child(element, "br")
                _set_language(_child(element, "em", finding), "en")


def _set_language(element: _Element, language: str) -> None:
    code = xml_text(language)
    if code:
        element.set("lang", code)
        element.set(_XML_LANG, code)
        element.set("dir", "auto")


def _child(parent: _Element, name: str, text: str = "") -> _Element:
    from lxml import etree

    element = etree.SubElement(parent, f"{{{XHTML}}}{name}")
    element.text = xml_text(text) or None
    return element


def _text(parent: _Element, text: str) -> None:
    """Adds text after the last child."""
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def _facts(parent: _Element, parts: Iterable[Part]) -> None:
    for number, part in enumerate(parts):
        _text(parent, " · " if number else "")
        if isinstance(part, str):
            _text(parent, xml_text(part))
        else:
            _child(parent, "a", part.url).set("href", xml_text(part.url))
