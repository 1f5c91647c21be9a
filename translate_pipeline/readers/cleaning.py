"""Takes out of a text what no reader sees and no model knows."""

from __future__ import annotations

import re
import unicodedata

CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\x80-\x84\x86-\x9f]")
# Soft hyphens, zero-width and direction marks, which split words unseen; half surrogate pairs.
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")


def clean_text(text: str) -> tuple[str, int]:
    """Text with composed letters (NFC) and plain line breaks, without control and invisible characters.

    Returns:
        The text, and how many control characters were taken out.
    """
    breaks = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x85", "\n")
    breaks = breaks.replace("\u2028", "\n").replace("\u2029", "\n\n")
    visible, removed = CONTROL.subn("", breaks)
    return unicodedata.normalize("NFC", _SURROGATE.sub("\ufffd", _INVISIBLE.sub("", visible))), removed
