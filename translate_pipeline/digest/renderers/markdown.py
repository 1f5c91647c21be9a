"""Markdown, with tables that set each sentence beside its source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from translate_pipeline.digest.model import Digest
from translate_pipeline.digest.renderers.markdown_escaping import escaped, link
from translate_pipeline.digest.renderers.outline import outline
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


def _facts(parts: Iterable[Part]) -> str:
    return " · ".join(escaped(part) if isinstance(part, str) else link(part.url) for part in parts)


def _marked(text: str, pair: ShownPair) -> str:
    return f"⚠ {text}" if pair.findings else text


def _heading(heading: Heading) -> Iterator[str]:
    main, *source = heading.pair.sides
    number = f"{heading.number} " if heading.number else ""
    yield f"{'#' * heading.level} {number}{_marked(escaped(main), heading.pair)}"
    for side in source:
        yield f"*{escaped(side)}*"
    for finding in heading.pair.findings:
        yield f"⚠ {escaped(finding)}"


def _cells(row: Row, columns: int) -> list[str]:
    """The cells of a row; a sentence that was left as it is stands in both columns of two."""
    cells = [escaped(cell) for cell in row.cells]
    if row.pair is None:
        return cells + [""] * columns
    sides = [escaped(side) for side in row.pair.sides]
    return [*cells, _marked(sides[0], row.pair), *sides[-1:] * (columns - 1)]


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _table(table: Table) -> Iterator[str]:
    header = [escaped(name) for name in (*table.header, *table.languages)]
    rows = [_cells(row, len(table.languages)) for row in table.rows]
    yield "\n".join([_line(header), "|" + "---|" * len(header), *map(_line, rows)])
    doubts = [(row.cells, finding) for row in table.rows if row.pair for finding in row.pair.findings]
    if doubts:
        yield "\n".join(f"- ⚠ {_facts(cells)}: {escaped(finding)}" for cells, finding in doubts)


def _paragraphs(block: Block) -> Iterable[str]:
    if isinstance(block, Heading):
        return _heading(block)
    if isinstance(block, Facts):
        return [_facts(block.parts)]
    if isinstance(block, Sentences):
        return [escaped(block.text)]
    if isinstance(block, Bullets):
        items = "\n".join(f"- {_facts(item)}" for item in block.items)
        return [escaped(block.label), items] if block.label else [items]
    return _table(block)


class MarkdownRenderer:
    """CommonMark with the tables of GitHub Flavored Markdown."""

    name = "md"
    endings: tuple[str, ...] = (".md", ".markdown")

    def render(self, digest: Digest) -> bytes:
        """A digest in UTF-8, with the full text of its articles near the end."""
        paragraphs = (part for block in outline(digest, with_full_text=True) for part in _paragraphs(block))
        return ("\n\n".join(paragraphs) + "\n").encode("utf-8")
