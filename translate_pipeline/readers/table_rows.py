"""Rows of tables: the cells of data beside each other on one line, those of a mere layout one below the other."""

from __future__ import annotations

import re
from collections.abc import Sequence

from translate_pipeline.document import ParagraphKind
from translate_pipeline.readers.blocks import Block

_LONGEST_CELL = 40
_WORDS_OF_PROSE = 8
_SENTENCE_END = re.compile(r"[.!?…][\"'»”’)\]]*$")


def row(cells: Sequence[str]) -> Block:
    """A row of data: its cells with ` | ` between them. It takes no part in summaries, as headings do not."""
    texts = [" ".join(cell.split()) for cell in cells]
    while texts and not texts[-1]:
        texts.pop()
    return Block(" ".join(" | ".join(texts).split()), ParagraphKind.ASIDE, is_row=True)


def blocks_of_row(cells: Sequence[Sequence[Block]]) -> list[Block]:
    """The blocks of a row: one if it holds data, else those of its cells.

    Pages and forms are laid out with tables too: a cell of several paragraphs, or of more than 40 words, is no data,
    and neither are cells that are whole sentences all.

    Args:
        cells: the blocks in each cell.
    """
    blocks = [block for cell in cells for block in cell]
    texts = [cell[0].text if cell else "" for cell in cells]
    is_layout = any(len(cell) > 1 for cell in cells) or any(len(text.split()) > _LONGEST_CELL for text in texts)
    if is_layout or all(map(_is_prose, blocks)):
        return blocks
    return [row(texts)]


def _is_prose(block: Block) -> bool:
    text = block.text.strip()
    return (block.kind is ParagraphKind.BODY and bool(block.mark)) or (
        len(text.split()) >= _WORDS_OF_PROSE and _SENTENCE_END.search(text) is not None
    )
