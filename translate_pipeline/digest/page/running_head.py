"""Title and date at the head of each printed page but the first, which opens with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translate_pipeline.digest.page.readable_dates import readable_day

if TYPE_CHECKING:
    from translate_pipeline.digest.model import Digest

_LONGEST_TITLE = 80


def running_head(digest: Digest) -> str:
    """Style rules with a digest's title and date.

    Chromium knows no named strings that would take the title from the page itself, so that the rules hold it.
    """
    title = digest.title if len(digest.title) <= _LONGEST_TITLE else f"{digest.title[:_LONGEST_TITLE]}…"
    face = "font: 7.5pt sans-serif; color: #555;"
    return (
        "@media print {\n"
        f"  @page {{ @top-left {{ content: {_string(title)}; {face} }} "
        f"@top-right {{ content: {_string(readable_day(digest.date))}; {face} }} }}\n"
        "  @page :first { @top-left { content: none; } @top-right { content: none; } }\n"
        "}\n"
    )


def _string(text: str) -> str:
    """A string of CSS: all but letters and figures escaped (CSS Syntax Level 3, 4.3.7), so that nothing ends it."""
    return '"' + "".join(letter if letter.isascii() and letter.isalnum() else _escape(letter) for letter in text) + '"'


def _escape(letter: str) -> str:
    return f"\\{ord(letter):x} "
