"""Paragraphs and rows of tables as Rich Text Format gives them: by where they end."""

from __future__ import annotations

from dataclasses import dataclass, field

from translate_pipeline.readers.blocks import Block, heading
from translate_pipeline.readers.line_breaks import split_at_breaks
from translate_pipeline.readers.table_rows import blocks_of_row


@dataclass
class Flow:
    """A text that is being read, that of the document or of a note: its blocks, its open row and paragraph."""

    blocks: list[Block] = field(default_factory=list)
    cells: list[list[Block]] = field(default_factory=list)
    cell: list[Block] = field(default_factory=list)
    in_table: bool = False
    text: list[str] = field(default_factory=list)
    mark: str = ""
    outline: int | None = None
    all_bold: bool = True

    def end_paragraph(self, level: int | None) -> None:
        """Makes blocks of the open paragraph; `level` is that of a heading."""
        # Emoji come as two halves of UTF-16.
        text = "".join(self.text).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        mark, self.text, self.mark, self.all_bold = self.mark, [], "", True
        if not self.in_table:
            self.end_row()
        if not text.strip():
            return
        target = self.cell if self.in_table else self.blocks
        if level is not None:
            target.append(heading(text, level))
            return
        first, *others = split_at_breaks(text)
        target += [Block(first, mark=mark), *map(Block, others)]

    def end_cell(self) -> None:
        """Ends the open cell, whose last paragraph has ended."""
        self.cells.append(self.cell)
        self.cell = []

    def end_row(self) -> None:
        """Makes blocks of the open row, if there is one."""
        if self.cells or self.cell:
            self.blocks += blocks_of_row([*self.cells, self.cell] if self.cell else self.cells)
            self.cells, self.cell = [], []
