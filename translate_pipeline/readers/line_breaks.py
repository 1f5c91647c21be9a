"""Line breaks inside a paragraph, which writers use to wrap a line or to begin a new paragraph."""

from __future__ import annotations

import re

_FINISHED = re.compile(r"[.!?…:;][\"'»”’)\]]*$")
_EMPTY_LINES = re.compile(r"\n[^\S\n]*\n\s*")


def split_at_breaks(text: str) -> list[str]:
    """The paragraphs of a text with forced line breaks.

    An empty line begins a new paragraph, and so does a break after the end of a sentence; any other break is a blank.
    """
    found: list[str] = []
    for part in _EMPTY_LINES.split(text):
        current = ""
        for line in (" ".join(line.split()) for line in part.split("\n")):
            if current and not _FINISHED.search(current):
                current = f"{current} {line}".rstrip()
            else:
                found.append(current)
                current = line
        found.append(current)
    return [paragraph for paragraph in found if paragraph]
