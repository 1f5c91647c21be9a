"""A word list that is searched where it lies, so that opening it costs nothing."""

from __future__ import annotations


class SortedWords:
    """Words of a UTF-8 text, one a line, sorted by code point.

    Args:
        data: the text; every line ends in a line feed.
    """

    def __init__(self, data: bytes) -> None:
        self._data = data

    def __contains__(self, word: str) -> bool:
        """Whether a word is in the list: binary search over the text."""
        data, wanted = self._data, word.encode("utf-8", errors="replace")
        low, high = 0, len(data)
        while low < high:
            middle = (low + high) // 2
            start = max(low, data.rfind(b"\n", low, middle) + 1)
            end = data.index(b"\n", middle)
            found = data[start:end]
            if found == wanted:
                return True
            if found < wanted:
                low = end + 1
            else:
                high = start
        return False
