"""Trees of HTML and XHTML elements as blocks, for text that is all content: books and e-mail."""

from __future__ import annotations

import re
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from translate_pipeline.readers.blocks import Block, heading
from translate_pipeline.readers.line_breaks import split_at_breaks
from translate_pipeline.readers.safe_xml import attribute, local_name
from translate_pipeline.readers.table_rows import blocks_of_row

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer"
    " form h1 h2 h3 h4 h5 h6 header hr html legend li main ol p pre section summary table tbody td tfoot"
    " th thead tr ul".split()
)
_LEFT_OUT = frozenset(
    "script style head noscript template svg math nav iframe object audio video canvas select button textarea"
    " rp rt".split()
)
_HEADING = re.compile(r"h([1-6])$")
_UNSEEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.I)
_NOTE_NUMBER = re.compile(r"\s*[\[(]?(?:\d{1,4}|\*{1,3}|[a-z†‡])[\])]?\s*$")
_LARGEST_NOTE = 8


class _Walk:
    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._text: list[str] = []
        self._level: int | None = None
        self._quotations = 0
        self._lists: list[tuple[bool, int]] = []
        self._rows: list[list[int]] = []
        self._item_mark = ""

    def flush(self) -> None:
        text = "".join(self._text)
        self._text.clear()
        if not text.strip():
            return
        if self._level is not None:
            self.blocks.append(heading(text, self._level))
        else:
            first, *others = split_at_breaks(text)
            quotation = "> " * self._quotations
            self.blocks.append(Block(first, mark=quotation + self._item_mark))
            self.blocks += [Block(other, mark=quotation) for other in others]
        self._item_mark = ""

    def add(self, text: str | None) -> None:
        if text:
            self._text.append(re.sub(r"\s+", " ", text))

    def start(self, name: str, element: Element) -> None:
        if name == "br":
            self._text.append("\n")
        if name not in _BLOCKS:
            return
        self.flush()
        match = _HEADING.match(name)
        if match:
            self._level = int(match.group(1))
        elif name == "blockquote":
            self._quotations += 1
        elif name in ("ol", "ul"):
            start = attribute(element, "start") or "1"
            self._lists.append((name == "ol", int(start) if re.fullmatch(r"\d{1,6}", start) else 1))
        elif name == "li":
            ordered, number = self._lists[-1] if self._lists else (False, 1)
            self._item_mark = "   " * (len(self._lists) - 1) + (f"{number}. " if ordered else "- ")
            if self._lists:
                self._lists[-1] = ordered, number + 1
        elif name == "tr":
            self._rows.append([])
        elif name in ("td", "th") and self._rows:
            self._rows[-1].append(len(self.blocks))

    def end(self, name: str) -> None:
        if name not in _BLOCKS:
            return
        self.flush()
        if _HEADING.match(name):
            self._level = None
        elif name == "blockquote":
            self._quotations -= 1
        elif name in ("ol", "ul"):
            self._lists.pop()
        elif name == "li":
            self._item_mark = ""
        elif name == "tr" and self._rows:
            self._end_row(self._rows.pop())

    def _end_row(self, starts: list[int]) -> None:
        """Makes one block of the cells of a row of data; `starts` are the places where their blocks begin."""
        if starts:
            cells = [self.blocks[start:end] for start, end in pairwise([*starts, len(self.blocks)])]
            self.blocks[starts[0] :] = blocks_of_row(cells)


def blocks_of(root: Element) -> list[Block]:
    """The paragraphs, headings, items of lists, rows of tables and quotations of a page, in their order.

    Scripts, navigation, what a style hides, and the numbers that point to notes are left out.

    Args:
        root: the page, or any element of it; names of elements count without their namespace.
    """
    from lxml import etree

    walk = _Walk()
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        name = local_name(element)
        unseen = name in _LEFT_OUT or _is_hidden(element) or _points_to_note(name, element)
        if event == "start":
            if unseen:
                walker.skip_subtree()
            else:
                walk.start(name, element)
                walk.add(element.text)
            continue
        if not unseen:
            walk.end(name)
        if element is not root:
            walk.add(element.tail)
    walk.flush()
    return walk.blocks


def _is_hidden(element: Element) -> bool:
    return "hidden" in element.attrib or bool(_UNSEEN_STYLE.search(element.get("style") or ""))


def _points_to_note(name: str, element: Element) -> bool:
    if name not in ("a", "sup"):
        return False
    if "noteref" in (attribute(element, "type") or "").split() or element.get("role") == "doc-noteref":
        return True
    inside = {local_name(inner) for inner in islice(element.iterdescendants(), _LARGEST_NOTE)}
    text = "".join(islice(element.itertext(), _LARGEST_NOTE))
    return ("a" if name == "sup" else "sup") in inside and bool(_NOTE_NUMBER.match(text))
