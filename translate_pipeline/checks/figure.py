"""A number found in text."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True)
class Figure:
    """A number, with its magnitude word: where it stands, and the values it can have.

    `english` is how English prints it, where the number itself tells.
    """

    text: str
    start: int
    end: int
    values: frozenset[Fraction]
    english: str = ""
