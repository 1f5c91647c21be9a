"""The blocks of an article that trafilatura has found, from its own kind of elements."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from translate_pipeline.document import ParagraphKind
from translate_pipeline.readers.blocks import Block
from translate_pipeline.readers.markup import blocks_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

# https://trafilatura.readthedocs.io/en/latest/: its output is a small part of TEI.
_IN_HTML = {"item": "li", "quote": "blockquote", "lb": "br", "row": "tr", "cell": "td", "code": "pre"}
_RENDITION = {"head": re.compile(r"h[1-6]"), "list": re.compile(r"ol")}
_OTHERWISE = {"head": "h2", "list": "ul"}
_SENTENCE_END = re.compile(r"[.!?…:][\"'»”’)\]]*$")
_ROW_WORDS = 25


def article_blocks(body: Element) -> list[Block]:
    """The blocks of an article; `body` is changed.

    A row of a table is one block, its cells separated by ` | `. What is struck out is left out.
    """
    from lxml.etree import strip_elements

    strip_elements(body, "del", with_tail=False)
    kinds = {" ".join("".join(code.itertext()).split()): ParagraphKind.VERBATIM for code in body.iter("code")}
    for row in list(body.iter("row")):
        text = _joined(row)
        # As in plain text, a short line that is no sentence takes no part in a summary.
        if text and len(text.split()) <= _ROW_WORDS and not _SENTENCE_END.search(text):
            kinds[text] = ParagraphKind.HEADING
    for element in list(body.iter("*")):
        tag = str(element.tag)
        if tag in _RENDITION:
            rendition = element.get("rend", "")
            element.tag = rendition if _RENDITION[tag].fullmatch(rendition) else _OTHERWISE[tag]
        elif tag in _IN_HTML:
            element.tag = _IN_HTML[tag]
    return [_of_kind(block, kinds) for block in blocks_of(body)]


def _joined(row: Element) -> str | None:
    """Makes one paragraph of a row of data; None for a row that lays out paragraphs or other tables in its cells."""
    cells = list(row.iterchildren("cell"))
    texts = [" ".join(" ".join(cell.itertext()).split()) for cell in cells]
    if len(cells) < 2 or any(len(list(cell.iter("p", "list", "table", "quote"))) > 1 for cell in cells):
        return None
    for cell in cells:
        row.remove(cell)
    joined = " | ".join(text for text in texts if text)
    row.tag, row.text = "p", joined
    return joined


def _of_kind(block: Block, kinds: dict[str, ParagraphKind]) -> Block:
    kind = kinds.get(" ".join(block.text.split()))
    return replace(block, kind=kind) if kind and block.kind is ParagraphKind.BODY else block
