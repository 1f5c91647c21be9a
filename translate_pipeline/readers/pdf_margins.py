"""Page numbers, and heads and feet that run through the pages of a PDF."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from translate_pipeline.readers.pdf_lines import PdfLine

_PAGE_NUMBER = re.compile(
    r"[\W_]*(?:(?:p[áa]g(?:ina)?|page|p)\b\.?\s*)?(?:\d{1,4}|[ivxlc]{1,6})(?:\s*(?:/|de|of)\s*\d{1,4})?[\W_]*$", re.I
)
_OUTERMOST = 3
_SAME_HEIGHT = 4.0
_FEW_PAGES = 5
# In sizes of the body's font.
_SMALL = 0.95
_APART = 1.0


def without_margins(pages: Sequence[Sequence[PdfLine]]) -> list[list[PdfLine]]:
    """The lines of each page without page numbers and running heads and feet.

    A running line is one of the three uppermost or lowermost of its page that stands, digits aside, at the same height
    of another page too: of one other in a document of up to five pages, else of two others. Page numbers are left out
    of the first and last line of a page, if there are more pages than one or they stand in its margin. So is a line
    that stands apart in the margin in smaller letters than the text, as that of a single page does.
    """
    places: dict[str, list[tuple[int, float]]] = defaultdict(list)
    outer = [_outermost(lines) for lines in pages]
    for edges in outer:
        for line in edges:
            places[_shape(line)].append((line.page, line.bottom))
    fewest = 2 if len(pages) <= _FEW_PAGES else 3
    body = body_size([line for lines in pages for line in lines])

    def runs(line: PdfLine) -> bool:
        near = {page for page, height in places[_shape(line)] if abs(height - line.bottom) <= _SAME_HEIGHT}
        return len(near) >= fewest

    kept = []
    for lines, edges in zip(pages, outer, strict=True):
        running = {id(line) for line in edges if runs(line)}
        rest = [line for line in lines if id(line) not in running]
        rest = _without_number(rest, len(pages) > 1)
        kept.append([line for line in rest if not _is_lone_margin(line, rest, body)] or rest)
    return kept


def body_size(lines: Sequence[PdfLine]) -> float:
    """The size in points, to the half, in which most letters are set."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size * 2) / 2] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _is_lone_margin(line: PdfLine, lines: Sequence[PdfLine], body: float) -> bool:
    """Whether a line stands in the margin, smaller than the text and with room between both."""
    if not line.in_margin or line.size > _SMALL * body:
        return False
    return all(
        other.in_margin or other.bottom - line.top > _APART * body or line.bottom - other.top > _APART * body
        for other in lines
    )


def _outermost(lines: Sequence[PdfLine]) -> list[PdfLine]:
    by_height = sorted(lines, key=lambda line: -line.bottom)
    return list({id(line): line for line in [*by_height[:_OUTERMOST], *by_height[-_OUTERMOST:]]}.values())


def _shape(line: PdfLine) -> str:
    return re.sub(r"\d+", "#", line.text.casefold())


def _without_number(lines: list[PdfLine], several_pages: bool) -> list[PdfLine]:
    if len(lines) < 2:
        return lines
    top, bottom = max(lines, key=lambda line: line.bottom), min(lines, key=lambda line: line.bottom)
    outer = [line for line in (top, bottom) if several_pages or line.in_margin]
    numbers = {id(line) for line in outer if _PAGE_NUMBER.match(line.text)}
    return [line for line in lines if id(line) not in numbers]
