"""`1,667`: thousands as Mexico and Central America write them, or decimals as the rest of Spanish does."""

from __future__ import annotations

import re

_EITHER = re.compile(r"\d{1,3},\d{3}")
_BILLIONS = re.compile(r"\s*(?:billones|billón)\b", re.IGNORECASE)
_MILLIONS = re.compile(r"\s*millones\b", re.IGNORECASE)
_PER_CENT = re.compile(r"\s?(?:%|por\s+ciento\b)", re.IGNORECASE)
_DECIMAL_COMMA = re.compile(r"(?<![\d.,])(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+,\d{1,2})(?![\d.,]*\d)")
_DECIMAL_POINT = re.compile(r"(?<![\d.,])(?:\d{1,3}(?:,\d{3}){2,}|\d+(?:,\d{3})*\.\d{1,2})(?![\d.,]*\d)")


def is_decimal(digits: str, text: str, end: int) -> bool:
    """Whether the comma of Spanish digits with three more behind it can only be a decimal comma.

    Nobody has thousands of `billones`; with millions and per cents the other numbers of the text tell.

    Args:
        digits: a number such as `1,667`.
        text: the text in which it stands.
        end: where it ends there.
    """
    if not _EITHER.fullmatch(digits):
        return False
    if digits.startswith("0") or _BILLIONS.match(text, end):
        return True
    if digits.endswith("0"):
        return False
    if _PER_CENT.match(text, end):
        return True
    if not _MILLIONS.match(text, end):
        return False
    return _DECIMAL_COMMA.search(text) is not None and _DECIMAL_POINT.search(text) is None
