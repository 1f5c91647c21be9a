"""Paragraphs and headings from the lines of a PDF, by sizes, gaps, indents and the room left in a line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain, pairwise
from statistics import median

from translate_pipeline.readers.blocks import Block, heading
from translate_pipeline.readers.divided_words import join_divided, word_counts
from translate_pipeline.readers.pdf_lines import PdfLine
from translate_pipeline.readers.pdf_margins import body_size
from translate_pipeline.readers.unfinished_lines import is_unfinished

_SENTENCE_END = re.compile(r"[.!?…:][\"'»”’)\]]*$")
_ITEM = re.compile(r"(?:([•·‣▪●○■□–*-])|(\d{1,3})[.)])\s+(?=\S)")
_BULLET = re.compile(r"[•·‣▪●○■□]\s+\S")
_CONTENTS = re.compile(r"(?:\s?[.…]){4,}\s*\d{1,4}$")
_BULLET_ALONE = re.compile(r"[•·‣▪●○■□*–-]$")
_HEADING_WORDS = 30
_HEADING_SIZE = 1.15
_SAME_SIZE = 0.08
_WIDE_GAP = 1.35
_WIDE_HEADING_GAP = 1.9
_INDENT = 0.7
_USUAL_LEADING = 1.2
_MUCH_ROOM = 0.3
_SAME_EDGE = 0.75


def blocks_of_lines(pages: Sequence[Sequence[PdfLine]]) -> list[Block]:
    """The paragraphs, items of lists and headings of a document.

    Args:
        pages: the lines of each page in reading order, without running heads and feet. Lines of a table of contents
            are left out.
    """
    lines = _with_initials([line for line in chain.from_iterable(pages) if not _CONTENTS.search(line.text)])
    if not lines:
        return []
    layout = _Layout(lines)
    paragraphs: list[list[PdfLine]] = [[lines[0]]]
    for number in range(1, len(lines)):
        if layout.begins_paragraph(number):
            paragraphs.append([lines[number]])
        else:
            paragraphs[-1].append(lines[number])
    counts = word_counts(line.text for line in lines)
    return [layout.block(paragraph, _joined(paragraph, counts)) for paragraph in paragraphs]


def _with_initials(lines: list[PdfLine]) -> list[PdfLine]:
    """The lines with a drop cap, or a bullet on its own, put before the line it belongs to."""
    found: list[PdfLine] = []
    for line in lines:
        last = found[-1] if found else None
        if last and last.page == line.page and len(last.text) == 1 and last.right <= line.left + line.size:
            is_initial = last.text.isupper() and last.size > 1.8 * line.size
            if is_initial or _BULLET_ALONE.match(last.text):
                text = last.text + ("" if is_initial else " ") + line.text
                found[-1] = replace(line, text=text, left=last.left)
                continue
        found.append(line)
    return found


class _Layout:
    """The measures of a document: its body's size, its spacing, and the edges of the column around each line."""

    def __init__(self, lines: Sequence[PdfLine]) -> None:
        self._lines = lines
        self._body_size = body_size(lines) or 1.0
        self._leading = {}
        gaps: dict[float, list[float]] = {}
        for above, below in pairwise(lines):
            step = above.bottom - below.bottom
            if above.page == below.page and _same_size(above, below) and 0 < step < 3 * max(below.size, 1):
                gaps.setdefault(round(below.size), []).append(step)
        for size, steps in gaps.items():
            steps.sort()
            self._leading[size] = steps[len(steps) // 4] if len(steps) < 8 else median(steps)
        larger = {round(line.size * 2) / 2 for line in lines if self._is_large(line)}
        self._levels = {size: level for level, size in enumerate(sorted(larger, reverse=True), 1)}
        self._right_edges = self._edges()

    def _is_large(self, line: PdfLine) -> bool:
        return line.size >= _HEADING_SIZE * self._body_size

    def _edges(self) -> list[float]:
        """For each line the right edge of its column: the farthest of the lines of its size that go on downwards.

        A headline may run over several columns, so its edge is not that of the text below it.
        """
        edges: list[float] = []
        start = 0
        for number in range(1, len(self._lines) + 1):
            if number < len(self._lines):
                above, below = self._lines[number - 1], self._lines[number]
                downwards = above.page == below.page and below.bottom < above.top
                if downwards and _same_size(above, below) and _overlap(above, below):
                    continue
            edges += [max(line.right for line in self._lines[start:number])] * (number - start)
            start = number
        return edges

    def begins_paragraph(self, number: int) -> bool:
        """Whether a line begins a paragraph, and does not go on with that of the line before it."""
        above, below = self._lines[number - 1], self._lines[number]
        if not _same_size(above, below):
            return True
        finished = bool(_SENTENCE_END.search(above.text)) and not above.divided
        # A line may also begin with the dash of an insertion, or with a number that ends a sentence.
        if _BULLET.match(below.text) or (_ITEM.match(below.text) and (finished or _ITEM.match(above.text))):
            return True
        step = above.bottom - below.bottom
        if above.page != below.page or step < 0 or not _overlap(above, below):
            return above.bold != below.bold or not self._goes_on(above, below, finished)
        leading = self._leading.get(round(below.size), _USUAL_LEADING * below.size)
        if self._is_large(below):
            return step > _WIDE_HEADING_GAP * max(leading, below.size)
        if above.divided:
            return False
        if step > _WIDE_GAP * leading or (above.bold != below.bold and (above.bold or not below.text[:1].islower())):
            return True
        return self._is_indented(number) or self._ends_early(number - 1, below, finished)

    def _goes_on(self, above: PdfLine, below: PdfLine, finished: bool) -> bool:
        """Whether a paragraph goes on in the next column or on the next page."""
        if above.divided:
            return True
        return not finished and not self._is_large(above) and (below.text[:1].islower() or above.text[-1:] not in ".!?")

    def _is_indented(self, number: int) -> bool:
        above, below = self._lines[number - 1], self._lines[number]
        if _ITEM.match(above.text) or below.left - above.left < _INDENT * below.size:
            return False
        following = self._lines[number + 1] if number + 1 < len(self._lines) else None
        # A block that stays indented is the rest of an item, unless a sentence ended before it.
        returns = following is None or not _overlap(below, following) or below.left - following.left > below.size / 3
        return returns or bool(_SENTENCE_END.search(above.text))

    def _ends_early(self, number: int, below: PdfLine, finished: bool) -> bool:
        """Whether a line leaves room in which the next line's first word would have fitted."""
        line, edge = self._lines[number], self._right_edges[number]
        width = (line.right - line.left) / max(1, len(line.text))
        room = edge - line.right
        fits = room > (len(below.text.split(" ", 1)[0]) + 1.5) * width
        much = room > _MUCH_ROOM * max(1.0, edge - line.left)
        goes_on = below.text[:1].islower() or is_unfinished(line.text) or self._fills_column(number)
        return fits and (finished or (much and not goes_on))

    def _fills_column(self, number: int) -> bool:
        """Whether a line ends where the line before or after it ends too, as the lines of justified text do."""
        line = self._lines[number]
        around = [self._lines[n] for n in (number - 1, number + 1) if 0 <= n < len(self._lines)]
        return any(other.page == line.page and abs(other.right - line.right) < _SAME_EDGE for other in around)

    def block(self, lines: Sequence[PdfLine], text: str) -> Block:
        """The block of a paragraph's lines."""
        short = len(text.split()) <= _HEADING_WORDS
        if short and self._is_large(lines[0]):
            return heading(text, self._levels.get(round(lines[0].size * 2) / 2, 1))
        if short and all(line.bold for line in lines) and not _SENTENCE_END.search(text) and not _ITEM.match(text):
            return heading(text, len(self._levels) + 1)
        item = _ITEM.match(text)
        if item:
            mark = f"{item.group(2)}. " if item.group(2) else "- "
            return Block(text[item.end() :], mark=mark)
        return Block(text)


def _same_size(one: PdfLine, other: PdfLine) -> bool:
    return abs(one.size - other.size) <= _SAME_SIZE * max(one.size, other.size)


def _overlap(one: PdfLine, other: PdfLine) -> bool:
    """Whether two lines stand one above the other, in one column."""
    return min(one.right, other.right) > max(one.left, other.left)


def _joined(lines: Sequence[PdfLine], counts: Counter[str]) -> str:
    """The text of a paragraph, with the words put together that a hyphen divides at the end of a line."""
    text = lines[0].text
    for above, below in pairwise(lines):
        if not above.divided:
            text = f"{text} {below.text}"
            continue
        text = join_divided(text, below.text, counts)
    return text + ("-" if lines[-1].divided else "")
