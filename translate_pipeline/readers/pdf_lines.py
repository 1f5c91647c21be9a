"""The lines of text on the pages of a PDF, as PDFium finds them.

PDFium is not thread-safe: https://pypdfium2.readthedocs.io/ says to call it from one thread at a time.
"""

from __future__ import annotations

import ctypes
import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage

# PDFium's sign for a hyphen at the end of a line.
_HYPHEN = 0x2
_LARGEST_TILT = 0.05
_LONGEST_FONT_NAME = 128
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
_BOLD_WEIGHT = 600
# Text begins farther from the edges of a page than heads and feet do.
_MARGIN = 0.06


@dataclass(frozen=True)
class PdfLine:
    """One line of text; lengths are in points of 1/72 inch, heights from the lower edge of the page.

    Args:
        text: its text, without a hyphen that divides its last word.
        page: the number of its page, from 0.
        left, right: where its first letter begins and its last letter ends.
        bottom, top: the lower and upper edge of its letters' boxes.
        size: the size of its font.
        bold: whether its font is bold.
        divided: whether a hyphen divides its last word.
        in_margin: whether it stands where heads and feet do, within 6 % of the upper or lower edge of the page.
    """

    text: str
    page: int
    left: float
    right: float
    bottom: float
    top: float
    size: float
    bold: bool
    divided: bool
    in_margin: bool = False


def lines_of(page: PdfPage, number: int) -> list[PdfLine]:
    """The lines of a page in PDFium's order, upright ones only unless none is.

    Args:
        page: the page.
        number: its number, from 0.
    """
    lower, upper = _margins(page)
    text_page = page.get_textpage()
    try:
        found = [_line(text_page, number, indices) for indices in _lines_of_indices(text_page)]
    finally:
        text_page.close()
    upright = [line for line, tilted in found if not tilted and line.text]
    lines = upright or [line for line, _ in found if line.text]
    return [replace(line, in_margin=line.bottom < lower or line.top > upper) for line in lines]


def _margins(page: PdfPage) -> tuple[float, float]:
    """Below which height the foot of a page is, and above which its head."""
    _, bottom, _, top = page.get_bbox()
    return bottom + _MARGIN * (top - bottom), top - _MARGIN * (top - bottom)


def _lines_of_indices(text_page: PdfTextPage) -> list[list[tuple[int, int]]]:
    """For each line the indices and code points of its characters."""
    from pypdfium2 import raw

    lines: list[list[tuple[int, int]]] = [[]]
    for index in range(text_page.count_chars()):
        code = raw.FPDFText_GetUnicode(text_page, index)
        if code in (0x0A, 0x0D):
            lines.append([])
            continue
        lines[-1].append((index, code))
        if code == _HYPHEN:
            lines.append([])
    return [line for line in lines if any(code > 0x20 for _, code in line)]


def _letters(code: int) -> str:
    if code in _LIGATURES:
        return _LIGATURES[code]
    return chr(code) if code <= 0x10FFFF else ""


def _line(text_page: PdfTextPage, page: int, characters: list[tuple[int, int]]) -> tuple[PdfLine, bool]:
    """A line, and whether it stands askew."""
    divided = characters[-1][1] == _HYPHEN
    seen = [index for index, code in characters if code > 0x20] or [characters[0][0]]
    text = "".join(_letters(code) for _, code in characters if code != _HYPHEN)
    # Surrogate pairs come as two characters.
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    first, middle, last = seen[0], seen[len(seen) // 2], characters[-1][0] if divided else seen[-1]
    left, bottom, _, top = text_page.get_charbox(first, loose=True)
    right = text_page.get_charbox(last, loose=True)[2]
    size, tilt = _size_and_tilt(text_page, middle)
    bold = all(_is_bold(text_page, index) for index in {first, middle, seen[-1]})
    line = PdfLine(" ".join(text.split()), page, left, right, bottom, top, size, bold, divided)
    return line, abs(tilt) > _LARGEST_TILT


def _size_and_tilt(text_page: PdfTextPage, index: int) -> tuple[float, float]:
    """The size of a character's font in points, and the angle of its base line in radians."""
    from pypdfium2 import raw

    size = raw.FPDFText_GetFontSize(text_page, index)
    matrix = raw.FS_MATRIX()
    if not raw.FPDFText_GetMatrix(text_page, index, matrix):
        return size, 0.0
    return size * math.hypot(matrix.c, matrix.d), math.atan2(matrix.b, matrix.a)


def _is_bold(text_page: PdfTextPage, index: int) -> bool:
    from pypdfium2 import raw

    if raw.FPDFText_GetFontWeight(text_page, index) >= _BOLD_WEIGHT:
        return True
    name, flags = ctypes.create_string_buffer(_LONGEST_FONT_NAME), ctypes.c_int()
    raw.FPDFText_GetFontInfo(text_page, index, name, _LONGEST_FONT_NAME, flags)
    return any(word in name.value.lower() for word in (b"bold", b"black", b"heavy"))
