"""JSON whose values know the lines they begin on, which Python's own reader does not tell."""

from __future__ import annotations

import json
import re
from collections.abc import Container
from dataclasses import dataclass
from typing import Any

_SPACE = re.compile(r"[ \t\n\r]*")


@dataclass(frozen=True)
class Member:
    """A value, and the line it begins on, counted from 1."""

    value: Any
    line: int


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise ValueError(f"the key {key!r} stands there twice")
        found[key] = value
    return found


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is no JSON")


class _Scanner:
    """Goes through a text from value to value."""

    def __init__(self, text: str) -> None:
        self._text, self._index = text, 0
        self._line, self._counted = 1, 0
        self._decoder = json.JSONDecoder(object_pairs_hook=_unique, parse_constant=_no_constant)
        self._skip_space()

    def _skip_space(self) -> None:
        match = _SPACE.match(self._text, self._index)
        self._index = match.end() if match else self._index

    @property
    def line(self) -> int:
        self._line += self._text.count("\n", self._counted, self._index)
        self._counted = self._index
        return self._line

    def accept(self, mark: str) -> bool:
        if not self._text.startswith(mark, self._index):
            return False
        self._index += 1
        self._skip_space()
        return True

    def expect(self, mark: str) -> None:
        if not self.accept(mark):
            raise json.JSONDecodeError(f"{mark!r} expected", self._text, self._index)

    def member(self) -> Member:
        line = self.line
        try:
            value, self._index = self._decoder.raw_decode(self._text, self._index)
        except json.JSONDecodeError:
            raise
        except ValueError as error:
            raise json.JSONDecodeError(str(error).partition(":")[0], self._text, self._index) from None
        self._skip_space()
        return Member(value, line)

    def key(self, taken: Container[str]) -> str:
        start = self._index
        key = self.member().value
        if not isinstance(key, str):
            raise json.JSONDecodeError("a key must be text", self._text, start)
        if key in taken:
            raise json.JSONDecodeError(f"the key {key!r} stands there twice", self._text, start)
        return key

    def end(self) -> None:
        if self._index < len(self._text):
            raise json.JSONDecodeError("text after the end", self._text, self._index)


def members_with_lines(text: str, list_key: str) -> dict[str, Member]:
    """The members of the object in a text; that named `list_key` has a list of `Member` for its value.

    Raises:
        json.JSONDecodeError: the text is no JSON object, or a key stands in an object twice.
        RecursionError: it is nested too deep.
    """
    scanner = _Scanner(text)
    members: dict[str, Member] = {}
    scanner.expect("{")
    while not scanner.accept("}"):
        if members:
            scanner.expect(",")
        key = scanner.key(members)
        scanner.expect(":")
        line = scanner.line
        if key != list_key or not scanner.accept("["):
            members[key] = scanner.member()
            continue
        values: list[Member] = []
        while not scanner.accept("]"):
            if values:
                scanner.expect(",")
            values.append(scanner.member())
        members[key] = Member(values, line)
    scanner.end()
    return members
