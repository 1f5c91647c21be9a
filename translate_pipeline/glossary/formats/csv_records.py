"""The records of a CSV file, each with the lines it stands on."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from translate_pipeline.errors import GlossaryError
from translate_pipeline.glossary.formats.base import OnBadRow

_MARKS = "\t,;"
_SAMPLED_LINES = 20
_MOST_LINES = 20


@dataclass(frozen=True)
class Record:
    """A row of cells; its lines are counted from 1."""

    line: int
    last_line: int
    cells: list[str]


class _Lines:
    """Feeds a CSV reader; comments and empty lines between records are passed over."""

    def __init__(self, path: Path, lines: Sequence[str]) -> None:
        self._path, self._lines = path, lines
        self.read, self.first, self.at_start = 0, 0, True

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        while self.read < len(self._lines):
            line = self._lines[self.read]
            self.read += 1
            if self.at_start:
                if not line.strip() or line.lstrip().startswith("#"):
                    continue
                self.first, self.at_start = self.read, False
            elif self.read - self.first >= _MOST_LINES:
                raise GlossaryError(
                    f"{self._path}:{self.first}: a cell of more than {_MOST_LINES} lines: close its quotation mark"
                )
            if "\0" in line:
                raise GlossaryError(f"{self._path}:{self.read}: a NUL byte in it: save it as plain text")
            return line + "\n"
        raise StopIteration


def delimiter_of(lines: Sequence[str]) -> str:
    """Comma, or the semicolon or tab that Spanish spreadsheets write, as the first rows show."""
    rows = (line for line in lines if line.strip() and not line.lstrip().startswith("#"))
    sample = [line for line, _ in zip(rows, range(_SAMPLED_LINES), strict=False)]
    for mark in _MARKS if sample else "":
        names = [cell.strip(' "').casefold() for cell in sample[0].split(mark)]
        if "source" in names and "target" in names:
            return mark
    counts = {mark: sum(mark in line for line in sample) for mark in _MARKS}
    best = max(_MARKS, key=lambda mark: counts[mark])
    return best if counts[best] else ","


def records(path: Path, lines: Sequence[str], delimiter: str, on_bad_row: OnBadRow) -> Iterator[Record]:
    """The records of a file that have something in them.

    Args:
        path: the name of the file, for messages.
        lines: its lines without their breaks.
        delimiter: what divides cells.
        on_bad_row: is given the error of a malformed record; if it returns, reading goes on with the next line.
    """
    feed = _Lines(path, lines)
    reader = csv.reader(feed, strict=True, delimiter=delimiter)
    while True:
        feed.at_start = True
        try:
            cells = next(reader)
        except StopIteration:
            return
        except (csv.Error, GlossaryError) as error:
            on_bad_row(error if isinstance(error, GlossaryError) else _malformed(f"{path}:{feed.first}", str(error)))
            feed.read = feed.first
            reader = csv.reader(feed, strict=True, delimiter=delimiter)
            continue
        if any(cell.strip() for cell in cells):
            yield Record(feed.first, feed.read, cells)


def _malformed(where: str, reason: str) -> GlossaryError:
    if "field limit" in reason:
        return GlossaryError(f"{where}: a cell of more than {csv.field_size_limit():,} characters: shorten it")
    return GlossaryError(f"{where}: malformed CSV ({reason}): check the quotation marks")
