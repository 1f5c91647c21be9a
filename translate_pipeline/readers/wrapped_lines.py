"""Lines that a program wrapped at a fixed width, as agencies' wires and e-mail have them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from translate_pipeline.dateline import begins_with_dateline
from translate_pipeline.readers.divided_words import join_divided, word_counts
from translate_pipeline.readers.layout import is_byline
from translate_pipeline.readers.unfinished_lines import is_unfinished
from translate_pipeline.translation.prose import is_prose

_MARK = re.compile(r"\s*(?:[-*+•·‣▪–—]|\d{1,3}[.)]|#{1,6}|>)(?:\s|(?<=—))")
_INSERTION = re.compile(r"\s*(?:[-–—]\s?(?=[^\W\dA-ZÁÉÍÓÚÑ])|\d{1,3}\.\s)")
_SENTENCE_END = re.compile(r"[.!?:…][\"'»”’)\]]*$")
_DIVIDED = re.compile(r"[^\W_]-$")
_DIVIDES_WORD = re.compile(r"[^\W_]-\s*\n")
_ROW_OF_TABLE = re.compile(r"\S(?:\t|[ ]{3,})\S|\|")
_ROW_OF_DATA = re.compile(r"(?:[^;]*;){2}|(?:[^,]*,(?! )){2}")
# The last line of a paragraph may be nothing else.
_NUMBER = re.compile(r"\W*(?:\w{1,2}\W+)?[\d.,:%]+\W*")
_WIDTHS = range(40, 131)
_FEWEST_FULL_LINES = 2
_SHORT_OF_WIDTH = 0.6
_MOST_SHORT_LINES = 1 / 3
_MOST_HEADLINES = 1 / 8

# How many columns a text takes.
_Measure = Callable[[str], int]


def unwrap(text: str) -> str:
    """Joins the lines of paragraphs that were wrapped at a fixed width; every other line stays as it is.

    A block of lines between two empty ones counts as wrapped when its lines break where the next word would not have
    fitted any more. In it a paragraph begins with an indented line, a mark of a list or a dateline, and below a short
    line that ends a sentence. So the lines of poems, lists, tables and addresses stay apart, and headlines above and
    signatures below a text too. Words that a hyphen divides are put together.
    """
    blocks = [list(lines) for _, lines in groupby(text.split("\n"), lambda line: bool(line.strip()))]
    found = [_Block.of(lines) if lines[0].strip() else None for lines in blocks]
    width = max((block.width for block in found if block is not None and block.is_wrapped()), default=None)
    counts = word_counts(text.split("\n")) if _DIVIDES_WORD.search(text) else Counter[str]()
    joined: list[str] = []
    for lines, block in zip(blocks, found, strict=True):
        joined += block.paragraphs(counts) if block is not None and block.is_wrapped(width) else lines
    return "\n".join(joined)


@dataclass(frozen=True)
class _Block:
    """Consecutive lines.

    Args:
        lines: without white space at their ends.
        width: the columns of the longest line of prose.
        full: for each line but the last, whether the next line's first word would not have fitted into it.
        starts: for each line but the first, whether something marks it as the beginning of a paragraph.
    """

    lines: tuple[str, ...]
    width: int
    full: tuple[bool, ...]
    starts: tuple[bool, ...]

    @classmethod
    def of(cls, raw: Sequence[str]) -> _Block:
        """The block of lines as they are in the file, measured in letters, or in bytes where `fold` counted these."""
        lines = tuple(line.expandtabs().rstrip() if line[:1] in " \t" else line.rstrip() for line in raw)
        starts = _starts(lines)
        measured = [_measured(lines, starts, measure) for measure in (len, _bytes)]
        return next((block for block in measured if block.is_wrapped()), measured[0])

    def is_wrapped(self, known_width: int | None = None) -> bool:
        """Whether a program wrapped the lines; `known_width` is that of other blocks of the text."""
        if self.width not in _WIDTHS or all(map(_ROW_OF_DATA.match, self.lines)):
            return False
        joints = [place for place in range(len(self.full)) if self.full[place] and not self.starts[place]]
        unfinished = [place for place in joints if not _is_finished(self.lines[place])]
        finished = sum(map(_is_finished, self.lines[:-1]))
        if not unfinished or len(unfinished) < finished:
            return False
        if len(unfinished) < _FEWEST_FULL_LINES and not self._is_sure(unfinished[0], known_width):
            return False
        between = range(joints[0], joints[-1] + 1)
        short = [place for place in between if self._is_short(place)]
        headlines = sum(not self._goes_on_in_lower_case(place) for place in short)
        return len(short) <= _MOST_SHORT_LINES * len(joints) and headlines <= _MOST_HEADLINES * len(joints)

    def _is_sure(self, place: int, known_width: int | None) -> bool:
        """Whether a single line says enough: it cannot be the last, or it fills the width of the text."""
        if self.lines[place + 1].lstrip()[:1].islower() or is_unfinished(self.lines[place]):
            return True
        if known_width is None or self.width > known_width:
            return False
        return len(self.lines[place]) + 1 + len(_first_word(self.lines[place + 1])) > known_width

    def _is_short(self, place: int) -> bool:
        """Whether a line breaks off in a sentence although the next word would have fitted."""
        return not (self.full[place] or self.starts[place] or _is_finished(self.lines[place]))

    def _goes_on_in_lower_case(self, place: int) -> bool:
        long = len(self.lines[place]) >= _SHORT_OF_WIDTH * self.width
        return long and self.lines[place + 1].lstrip()[:1].islower()

    def paragraphs(self, counts: Counter[str]) -> Iterator[str]:
        """The paragraphs of a wrapped block, each on one line that keeps its indent."""
        pieces = [self.lines[0]]
        for place, line in enumerate(self.lines[1:]):
            joins = self.full[place] or (self._is_short(place) and self._goes_on_in_lower_case(place))
            if self.starts[place] or not joins:
                yield " ".join(pieces)
                pieces = [line]
            elif _DIVIDED.search(self.lines[place]):
                pieces[-1] = join_divided(pieces[-1][:-1], line.lstrip(), counts)
            else:
                pieces.append(line.lstrip())
        yield " ".join(pieces)


def _measured(lines: tuple[str, ...], starts: tuple[bool, ...], measure: _Measure) -> _Block:
    width = max((measure(line) for line in lines if is_prose(line)), default=0)
    full = tuple(
        _DIVIDED.search(line) is not None or measure(line) + 1 + measure(_first_word(following)) > width
        for line, following in pairwise(lines)
    )
    return _Block(lines, width, full, starts)


def _bytes(text: str) -> int:
    return len(text.encode("utf-8", errors="replace"))


def _first_word(line: str) -> str:
    return line.split(None, 1)[0]


def _is_finished(line: str) -> bool:
    return _SENTENCE_END.search(line) is not None


def _starts(lines: Sequence[str]) -> tuple[bool, ...]:
    indents = [len(line) - len(line.lstrip()) for line in lines]
    least, outdented = min(indents), _has_hanging_indents(indents)
    return tuple(
        (indent == least if outdented else indent > least) or _begins_paragraph(above, line)
        for indent, (above, line) in zip(indents[1:], pairwise(lines), strict=True)
    )


def _has_hanging_indents(indents: Sequence[int]) -> bool:
    """Whether the first line of each paragraph stands farther to the left than the others."""
    least = min(indents)
    if indents[0] != least or max(indents) == least:
        return False
    return not any(a == b == least for a, b in pairwise(indents)) and any(a == b > least for a, b in pairwise(indents))


def _mark(line: str) -> str:
    """The mark of a list that a line begins with; `1` for all numbers."""
    match = _MARK.match(line)
    mark = match.group().strip() if match else ""
    return "1" if mark[:1].isdigit() else mark


def _begins_paragraph(above: str, line: str) -> bool:
    if is_byline(line.strip()) or is_byline(above.strip()) or begins_with_dateline(line.strip()):
        return True
    if any(_ROW_OF_TABLE.search(one.strip()) for one in (above, line)):
        return True
    if above.isupper() != line.isupper() and len(above.split()) > 1 and len(line.split()) > 1:
        return True
    is_inside = not _is_finished(above) and _mark(above) != _mark(line)
    if _mark(line) and not (is_inside and _INSERTION.match(line)):
        return True
    return any(not is_prose(one) and not _NUMBER.fullmatch(one) for one in (above, line))
