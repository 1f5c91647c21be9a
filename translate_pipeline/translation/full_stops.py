"""Headlines as sentences: models learn from sentences, and lose words of those that do not end."""

from __future__ import annotations

import re

_FEWEST_WORDS = 3
_INITIALS = re.compile(r"(?:\b[^\W\d_]\.){2}$")


def with_full_stop(text: str) -> str:
    """A text of three words or more with a full stop, where it ends with a word or a figure."""
    return f"{text}." if text[-1:].isalnum() and len(text.split()) >= _FEWEST_WORDS else text


def without_full_stop(translation: str) -> str:
    """The translation of a text that got a full stop; that of an abbreviation such as `U.S.` stays."""
    return translation if _INITIALS.search(translation) else translation.removesuffix(".")
