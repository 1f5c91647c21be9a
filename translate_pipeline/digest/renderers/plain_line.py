"""Text of others as one line."""

from __future__ import annotations

import re

from translate_pipeline.readers.cleaning import clean_text

# Blanks that hold a figure together stay: 10 000, 25 %.
_BLANKS = re.compile(r"[^\S\u00a0\u2007\u202f]+")


def plain_line(text: str) -> str:
    """Text on one line, without the control characters that a terminal obeys and the marks that turn its direction.

    Names and addresses of articles come here as their publishers wrote them.
    """
    return _BLANKS.sub(" ", clean_text(text)[0]).strip()
