"""Parallel text: tab-separated files of Spanish, English, and the name of the source."""

from __future__ import annotations

import csv
import gzip
import lzma
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from translate_pipeline.errors import InputError

_TIMES = re.compile(r"[0-9]+(?:\.[0-9]+)?")


@dataclass(frozen=True)
class SentencePair:
    """A sentence, its translation, and the name of the corpus they come from."""

    source: str
    target: str
    origin: str


def _opened(path: Path) -> TextIO:
    if path.suffix == ".xz":
        return lzma.open(path, "rt", encoding="utf-8", newline="\n")
    if path.suffix == ".gz":
        return gzip.open(path, "rt", encoding="utf-8", newline="\n")
    return path.open(encoding="utf-8", newline="\n")


def read_pairs(path: Path) -> Iterator[SentencePair]:
    """The pairs of a file, plain or packed with xz or gzip; without a third column the file's name is the origin.

    Raises:
        InputError: the file cannot be read, or a line has no second column.
    """
    number = 0
    try:
        with _opened(path) as file:
            for number, line in enumerate(file, 1):
                columns = line.rstrip("\r\n").split("\t")
                if len(columns) < 2:
                    raise InputError(f"{path}:{number}: no tab: a line is Spanish, English, and the source's name")
                yield SentencePair(columns[0], columns[1], columns[2] if columns[2:] else path.name.split(".")[0])
    except UnicodeDecodeError:
        raise InputError(f"{path}:{number + 1}: not UTF-8: convert the file") from None
    except (EOFError, lzma.LZMAError, gzip.BadGzipFile):
        raise InputError(f"{path}: the packed file is damaged after line {number}: get it again") from None
    except OSError as error:
        raise InputError.from_os_error(path, error) from None


def read_lines(path: Path) -> list[str]:
    """The lines of a UTF-8 file. Raises `InputError`."""
    try:
        return path.read_text(encoding="utf-8").removesuffix("\n").split("\n")
    except UnicodeDecodeError:
        raise InputError(f"{path}: not UTF-8: convert the file") from None
    except OSError as error:
        raise InputError.from_os_error(path, error) from None


def read_mix(path: Path) -> dict[str, float]:
    """How many times the pairs of each origin are counted (CSV: `origin,times`).

    Raises:
        InputError: the file cannot be read, or a row is no name and number.
    """
    mix = {}
    for number, row in enumerate(csv.reader(read_lines(path)), 1):
        if number == 1 and row == ["origin", "times"]:
            continue
        if len(row) != 2 or not _TIMES.fullmatch(row[1]):
            raise InputError(f"{path}:{number}: a row is `origin,times`, for instance `wmt_news,4` or `tatoeba,0.5`")
        mix[row[0]] = float(row[1])
    return mix
