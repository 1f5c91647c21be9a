"""The paragraphs, rows of tables and notes of OpenDocument texts: ISO/IEC 26300, chapters 5 to 9."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from translate_pipeline.readers.blocks import Block, heading
from translate_pipeline.readers.line_breaks import split_at_breaks
from translate_pipeline.readers.odt_styles import OdtStyles
from translate_pipeline.readers.safe_xml import attribute, child, children, local_name
from translate_pipeline.readers.table_rows import blocks_of_row

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_LEFT_OUT = frozenset(
    "annotation tracked-changes table-of-content alphabetical-index illustration-index table-index object-index"
    " user-index bibliography forms sequence-decls variable-decls user-field-decls hidden-text hidden-paragraph"
    " ruby-text event-listeners script scripts".split()
)
# Titles and descriptions of pictures, unlike the field of the same name.
_PICTURES = "{urn:oasis:names:tc:opendocument:xmlns:svg"
_MOST_BLANKS = 1000
_DEEPEST = 20
_GROUPS_OF_ROWS = ("table-header-rows", "table-rows", "table-row-group")


@dataclass
class _OpenParagraph:
    element: Element
    text: list[str] = field(default_factory=list)


@dataclass
class _OpenList:
    style: str | None
    number: int = 0


@dataclass
class OdtNotes:
    """The texts of notes in the order of their references."""

    footnotes: list[str] = field(default_factory=list)
    endnotes: list[str] = field(default_factory=list)

    def blocks(self) -> list[Block]:
        """The notes as they stand at the end of a document."""
        return [
            Block(text, mark=f"[{number}] ")
            for texts in (self.footnotes, self.endnotes)
            for number, text in enumerate(texts, 1)
        ]


class OdtBody:
    """Turns the paragraphs under an element into blocks, in their order.

    Args:
        styles: those of the document.
        notes: gets the notes.
        depth: how many tables and notes are around the element.
    """

    def __init__(self, styles: OdtStyles, notes: OdtNotes, depth: int = 0) -> None:
        self._styles, self._notes, self._depth = styles, notes, depth
        self._blocks: list[Block] = []
        self._paragraphs: list[_OpenParagraph] = []
        self._lists: list[_OpenList] = []
        self._item_mark = ""

    def blocks(self, root: Element) -> list[Block]:
        from lxml import etree

        walker = etree.iterwalk(root, events=("start", "end"))
        for event, element in walker:
            name = local_name(element)
            if event == "start":
                if _is_left_out(name, element):
                    walker.skip_subtree()
                elif name in ("note", "table") and self._depth < _DEEPEST:
                    self._add_apart(name, element)
                    walker.skip_subtree()
                else:
                    self._start(name, element)
                    self._add(element.text)
                continue
            if not _is_left_out(name, element):
                self._end(name)
            self._add(element.tail)
        return self._blocks

    def _inner_blocks(self, element: Element) -> list[Block]:
        return OdtBody(self._styles, self._notes, self._depth + 1).blocks(element)

    def _add_apart(self, name: str, element: Element) -> None:
        """Adds a note to the notes, or the rows of a table to the blocks."""
        if name == "table":
            for row in _rows(element):
                self._blocks += blocks_of_row([self._inner_blocks(cell) for cell in children(row, "table-cell")])
            return
        body = child(element, "note-body")
        if body is not None:
            texts = self._notes.endnotes if attribute(element, "note-class") == "endnote" else self._notes.footnotes
            texts.append(" ".join(block.text for block in self._inner_blocks(body)))

    def _add(self, text: str | None) -> None:
        if text and self._paragraphs:
            self._paragraphs[-1].text.append(re.sub(r"\s+", " ", text))

    def _start(self, name: str, element: Element) -> None:
        if name in ("p", "h"):
            self._paragraphs.append(_OpenParagraph(element))
        elif name == "list":
            outer = self._lists[-1].style if self._lists else None
            self._lists.append(_OpenList(attribute(element, "style-name") or outer))
        elif name == "list-item" and self._lists:
            now = self._lists[-1]
            now.number += 1
            numbered = self._styles.is_numbered(now.style, len(self._lists))
            self._item_mark = "   " * (len(self._lists) - 1) + (f"{now.number}. " if numbered else "- ")
        elif self._paragraphs and name in ("s", "tab", "line-break"):
            blanks = attribute(element, "c") or "1"
            times = min(int(blanks), _MOST_BLANKS) if re.fullmatch(r"\d{1,9}", blanks) else 1
            self._paragraphs[-1].text.append({"s": " " * times, "tab": " ", "line-break": "\n"}[name])

    def _end(self, name: str) -> None:
        if name in ("p", "h") and self._paragraphs:
            self._close(self._paragraphs.pop())
        elif name == "list" and self._lists:
            self._lists.pop()
        elif name == "list-item":
            self._item_mark = ""

    def _close(self, paragraph: _OpenParagraph) -> None:
        text = "".join(paragraph.text)
        if not text.strip():
            return
        level = self._styles.heading_level(paragraph.element)
        if level is not None:
            self._blocks.append(heading(text, level))
        else:
            first, *others = split_at_breaks(text)
            self._blocks += [Block(first, mark=self._item_mark), *map(Block, others)]
        self._item_mark = ""


def _rows(table: Element) -> Iterator[Element]:
    groups = [iter(table)]
    while groups:
        element = next(groups[-1], None)
        if element is None:
            groups.pop()
        elif local_name(element) == "table-row":
            yield element
        elif local_name(element) in _GROUPS_OF_ROWS:
            groups.append(iter(element))


def _is_left_out(name: str, element: Element) -> bool:
    return name in _LEFT_OUT or (name in ("title", "desc") and _PICTURES in element.tag)
