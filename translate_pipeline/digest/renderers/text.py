"""Plain text of 72 columns, for mail and printers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from translate_pipeline.digest.model import Digest
from translate_pipeline.digest.renderers.column_width import column_width
from translate_pipeline.digest.renderers.line_wrapping import wrapped
from translate_pipeline.digest.renderers.outline import outline
from translate_pipeline.digest.renderers.outline.blocks import (
    Block,
    Bullets,
    Facts,
    Heading,
    Part,
    Sentences,
    ShownPair,
    Table,
    WebAddress,
)
from translate_pipeline.digest.renderers.plain_line import plain_line

_WIDTH = 72
# RFC 5322 allows no longer line; what is longer is no address that anybody could use.
_LONGEST_ADDRESS = 998
_MARGIN = 10
_INDENT = 4
_UNDERLINES = {1: "=", 2: "-"}


def _hanging(text: str, first: str = "", indent: int = 0) -> list[str]:
    """A paragraph whose first line begins with `first`, and whose lines begin `indent` columns from the left."""
    lines = wrapped(plain_line(text), _WIDTH - indent) or [""]
    begin = first + " " * (indent - column_width(first))
    return [begin + lines[0], *(" " * indent + line for line in lines[1:])]


def _pair(pair: ShownPair, first: str, indent: int) -> list[str]:
    """The translation, and under it, after its language and further to the right, the source."""
    sides = pair.sides
    lines = _hanging(f"⚠ {sides[0]}" if pair.findings else sides[0], first, indent)
    if len(sides) > 1:
        label = f"{pair.language}: "
        lines += _hanging(sides[1], " " * indent + label, indent + len(label))
    for finding in pair.findings:
        lines += _hanging(finding, " " * indent + "⚠ ", indent + 2)
    return lines


def _facts(parts: Iterable[Part], first: str = "") -> list[str]:
    """Facts with their addresses on lines of their own, unbroken, since a broken one cannot be opened."""
    parts = list(parts)
    indent = len(first)
    said = " · ".join(part for part in parts if isinstance(part, str))
    lines = _hanging(said, first, indent) if said else []
    for part in parts:
        if isinstance(part, WebAddress):
            begin = " " * indent if lines else first
            whole = len(part.url) <= _LONGEST_ADDRESS
            lines += [begin + part.url] if whole else _hanging(part.url, begin, indent)
    return lines


def _table(table: Table) -> Iterator[list[str]]:
    if not table.languages:
        rows = [table.header, *(row.cells for row in table.rows)]
        yield [line for cells in rows for line in _facts(cells, "- " if cells is not table.header else "")]
        return
    leads = [plain_line(" · ".join(row.cells)) for row in table.rows]
    in_margin = all(column_width(lead) <= _MARGIN - 2 for lead in leads)
    for lead, row in zip(leads, table.rows, strict=True):
        if row.pair is not None and in_margin:
            yield _pair(row.pair, lead, _MARGIN)
        else:
            yield _hanging(lead) + (_pair(row.pair, "", _INDENT) if row.pair is not None else [])


def _heading(heading: Heading) -> list[str]:
    first = plain_line(heading.number) + " " if heading.number else ""
    lines = _pair(heading.pair, first, len(first))
    underline = _UNDERLINES.get(heading.level)
    return [*lines, underline * max(map(column_width, lines))] if underline else lines


def _groups(block: Block) -> Iterable[list[str]]:
    """The lines of a block, in groups that a blank line divides."""
    if isinstance(block, Heading):
        return [_heading(block)]
    if isinstance(block, Facts):
        return [_facts(block.parts)]
    if isinstance(block, Sentences):
        return [_hanging(block.text)]
    if isinstance(block, Bullets):
        label = _hanging(block.label) if block.label else []
        return [[*label, *(line for item in block.items for line in _facts(item, "- "))]]
    return _table(block)


def _lines(blocks: Iterable[Block]) -> Iterator[str]:
    before: Block | None = None
    for block in blocks:
        if before is not None and not (isinstance(before, Heading) and isinstance(block, Facts)):
            yield ""
        for number, group in enumerate(_groups(block)):
            if number:
                yield ""
            yield from (line.rstrip() for line in group)
        before = block


class TextRenderer:
    """Plain text for mail and printers: each translation with its source below it.

    The full text of articles is shown only where there is a single one: that of forty would fill a hundred pages, and
    the other formats have it.
    """

    name = "txt"
    endings: tuple[str, ...] = (".txt", ".text")

    def render(self, digest: Digest) -> bytes:
        """A digest in UTF-8, in lines of at most 72 columns; only a web address that is longer stands unbroken."""
        single = sum(1 for _ in digest.articles()) == 1
        text = "\n".join(_lines(outline(digest, with_full_text=single))) + "\n"
        return text.encode("utf-8")
