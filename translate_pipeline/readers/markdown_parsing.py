"""CommonMark by markdown-it-py, with what it leaves out: the offsets of running text in the document."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, heading, lheading, paragraph, table
from markdown_it.token import Token

from translate_pipeline.document import ParagraphKind

_PIPE = re.compile(r"(?<!\\)\|")
_ATX_MARK = re.compile(r"#{1,6}[ \t]+")
_HAS_INLINE_MARK = re.compile(r"[\\`*_~\[\]<>&!]|  \n")
# Of a paragraph that is longer no emphasis is read: nobody wrote it, and some take a second for 100,000 characters.
_LONGEST_CONTENT = 20_000

Rule = Callable[[StateBlock, int, int, bool], bool]


@dataclass(frozen=True)
class RunningText:
    """A paragraph, a heading or a cell of a table.

    Args:
        content: its Markdown, without the marks of quotations and lists around it.
        start: the offset of its first character in the document.
        end: the offset after its last one.
        continuation: what stands before its second line; empty if it has one line.
        kind: heading or body.
        is_cell: it is a cell of a table.
        is_marked_heading: `#` stands before it, so that it can begin no other block.
    """

    content: str
    start: int
    end: int
    continuation: str
    kind: ParagraphKind
    is_cell: bool = False
    is_marked_heading: bool = False


class CommonMark(MarkdownIt):
    """CommonMark with tables and strikethrough, whose addresses stay as they are written."""

    def __init__(self) -> None:
        super().__init__("commonmark")
        self.enable(["table", "strikethrough"])

    def normalizeLink(self, url: str) -> str:  # noqa: N802
        """The address itself."""
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802
        """The address itself."""
        return link


def running_texts(text: str, references: dict[str, object]) -> Iterator[RunningText]:
    """The running text of a document, in its order.

    Args:
        text: Markdown, with line feeds between lines.
        references: gets the definitions of links, for `inline_tokens`.
    """
    kind = ParagraphKind.BODY
    cells: Iterator[tuple[int, int]] = iter(())
    cell: tuple[int, int] | None = None
    in_table = False
    for token in _block_parser().parse(text, references):
        if token.type == "heading_open":
            kind = ParagraphKind.HEADING
        elif token.type in ("th_open", "td_open"):
            kind = ParagraphKind.ASIDE
        elif token.type == "paragraph_open":
            kind = ParagraphKind.BODY
        if token.type in ("table_open", "table_close"):
            in_table = token.type == "table_open"
        elif token.type == "tr_open":
            cells = _cells(text, *token.meta["lines"][0])
        elif token.type in ("th_open", "td_open"):
            cell = next(cells, None)
        elif token.type == "inline" and token.content:
            if not in_table:
                yield _lines_of(text, token, kind)
            elif cell:
                yield RunningText(token.content, *cell, "", kind, is_cell=True)


def _lines_of(text: str, token: Token, kind: ParagraphKind) -> RunningText:
    lines: list[tuple[int, int]] = token.meta["lines"]
    start, end = lines[0][0], lines[-1][1]
    mark = _ATX_MARK.match(text, start) if kind is ParagraphKind.HEADING else None
    if mark:
        start, end = mark.end(), mark.end() + len(token.content)
    continuation = ""
    if len(lines) > 1:
        second = lines[1][0]
        continuation = text[text.rfind("\n", 0, second) + 1 : second]
    end = start + len(text[start:end].rstrip(" \t"))
    return RunningText(token.content, start, end, continuation, kind, is_marked_heading=mark is not None)


def _cells(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Start and end of each cell of a row."""
    row = text[start:end].rstrip(" \t")
    edges = [-1, *(pipe.start() for pipe in _PIPE.finditer(row)), len(row)]
    pieces = [(left + 1, right) for left, right in pairwise(edges)]
    if pieces and pieces[0][0] == pieces[0][1]:
        pieces.pop(0)
    for left, right in pieces:
        content = row[left:right]
        left += len(content) - len(content.lstrip(" \t"))
        yield start + left, start + left + len(content.strip(" \t"))


def inline_tokens(content: str, references: dict[str, object]) -> list[Token]:
    """The tokens of running text; one of text where nothing is marked in it, or it is too long to have been written.

    Args:
        content: the Markdown of a paragraph.
        references: the definitions of links.
    """
    if len(content) > _LONGEST_CONTENT or not _HAS_INLINE_MARK.search(content):
        return [Token("text", "", 0, content=content)]
    return _inline_parser().parseInline(content, references)[0].children or []


def is_one_paragraph(text: str) -> bool:
    """Whether a text without white space around it is, for Markdown, a paragraph and nothing else."""
    tokens = _block_parser().parse(text)
    # A definition of a link leaves no token.
    return len(tokens) == 3 and tokens[0].type == "paragraph_open" and tokens[1].content == text


@cache
def _inline_parser() -> CommonMark:
    return CommonMark()


@cache
def _block_parser() -> CommonMark:
    parser = CommonMark()
    parser.disable(["inline"])
    rules = parser.block.ruler
    rules.at("table", _with_offsets(table), {"alt": ["paragraph", "reference"]})
    rules.at("heading", _with_offsets(heading), {"alt": ["paragraph", "reference", "blockquote"]})
    rules.at("lheading", _with_offsets(lheading))
    rules.at("paragraph", _with_offsets(paragraph))
    return parser


def _with_offsets(rule: Rule) -> Rule:
    """A rule of markdown-it that notes, for each token, start and end of its lines in the document.

    Only while a rule runs does the parser know where the marks around its lines end.
    """

    def noting(state: StateBlock, first_line: int, end_line: int, silent: bool) -> bool:
        count = len(state.tokens)
        found = rule(state, first_line, end_line, silent)
        if found and not silent:
            for token in state.tokens[count:]:
                if token.map and token.type in ("inline", "tr_open"):
                    lines = range(*token.map)
                    token.meta["lines"] = [(state.bMarks[n] + state.tShift[n], state.eMarks[n]) for n in lines]
        return found

    return noting
