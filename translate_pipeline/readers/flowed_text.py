"""The text of e-mail: quotations, and lines wrapped as RFC 3676 (`format=flowed`) says."""

from __future__ import annotations

import re
from dataclasses import dataclass

_QUOTATION = re.compile(r"(?:> ?)*")
_SHORTEST_FULL_LINE = 30
_SIGNATURE = "-- "


@dataclass(frozen=True)
class QuotedText:
    """Consecutive lines of one depth of quotation; depth 0 is the sender's own text."""

    depth: int
    text: str


def quoted_parts(text: str) -> list[QuotedText]:
    """The parts of a text whose lines are quoted with `>`, without the quotation marks."""
    return _joined([_line_of(line) for line in text.split("\n")])


def unflowed_parts(text: str, delete_space: bool = False) -> list[QuotedText]:
    """The parts of a text in `format=flowed`, each paragraph on one line.

    Args:
        text: the body of the message.
        delete_space: the parameter `DelSp`: the blank at the end of a soft line break is no part of the text.
    """
    lines: list[tuple[int, list[str]]] = []
    flowing = False
    for raw in text.split("\n"):
        depth = len(raw) - len(raw.lstrip(">"))
        line = raw[depth:].removeprefix(" ")
        is_signature = line == _SIGNATURE
        soft = line.endswith(" ") and not is_signature
        kept = line[:-1] if soft and delete_space else line
        if flowing and lines[-1][0] == depth and not is_signature:
            lines[-1][1].append(kept)
        else:
            lines.append((depth, [kept]))
        flowing = soft
    return _joined([(depth, "".join(pieces)) for depth, pieces in lines])


def with_continued_lines(text: str) -> str:
    """A text in which a long line is joined to the next if that goes on in lower case, as replies wrap raggedly."""
    joined: list[list[str]] = []
    above = ""
    for line in text.split("\n"):
        unfinished = len(above) >= _SHORTEST_FULL_LINE and above.rstrip()[-1:] not in ".!?:;"
        if unfinished and line.lstrip()[:1].islower():
            joined[-1][-1] = above.rstrip()
            joined[-1].append(line.lstrip())
        else:
            joined.append([line])
        above = joined[-1][-1]
    return "\n".join(" ".join(lines) for lines in joined)


def _line_of(line: str) -> tuple[int, str]:
    match = _QUOTATION.match(line)
    marks = match.group() if match else ""
    return marks.count(">"), line[len(marks) :]


def _joined(lines: list[tuple[int, str]]) -> list[QuotedText]:
    parts: list[tuple[int, list[str]]] = []
    for depth, line in lines:
        if parts and parts[-1][0] == depth:
            parts[-1][1].append(line)
        else:
            parts.append((depth, [line]))
    return [QuotedText(depth, "\n".join(held)) for depth, held in parts]
