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


def article_blocks(body: Element) -> list[Block]:
    """The blocks of an article; `body` is changed.

    What is struck out is left out.
    """
    from lxml.etree import strip_elements

    strip_elements(body, "del", with_tail=False)
    kinds = {" ".join("".join(code.itertext()).split()): ParagraphKind.VERBATIM for code in body.iter("code")}
    for element in list(body.iter("*")):
        tag = str(element.tag)
        if tag in _RENDITION:
            rendition = element.get("rend", "")
            element.tag = rendition if _RENDITION[tag].fullmatch(rendition) else _OTHERWISE[tag]
        elif tag in _IN_HTML:
            element.tag = _IN_HTML[tag]
    return [_of_kind(block, kinds) for block in blocks_of(body)]


def _of_kind(block: Block, kinds: dict[str, ParagraphKind]) -> Block:
    kind = kinds.get(" ".join(block.text.split()))
    return replace(block, kind=kind) if kind and block.kind is ParagraphKind.BODY else block
