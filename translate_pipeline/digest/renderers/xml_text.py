"""Text that XML can hold."""

from __future__ import annotations

import re

from translate_pipeline.digest.renderers.plain_line import plain_line

# Control characters and half surrogate pairs are gone before.
_NO_CHARACTERS = re.compile(r"[\ufffe\uffff]")


def xml_text(text: str) -> str:
    """Text on one line without what XML 1.0 forbids (its production 2, `Char`)."""
    return _NO_CHARACTERS.sub("\ufffd", plain_line(text))
