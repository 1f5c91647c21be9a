"""Cleans one side of a sentence pair."""

from __future__ import annotations

import html
import re
import unicodedata

_INVISIBLE = re.compile(r"[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u200b-\u200f\u2028-\u202e\ufeff]")
_SPACE = re.compile(r"\s+")


def clean(text: str) -> str:
    """Entities decoded, Unicode composed (NFC), invisible characters gone, LaTeX quotes and spaces made plain."""
    text = _INVISIBLE.sub("", unicodedata.normalize("NFC", html.unescape(text)))
    return _SPACE.sub(" ", text.replace("``", '"').replace("''", '"')).strip()


def letters_only(text: str) -> str:
    """A text's letters and digits in lower case: what two copies of a sentence have in common."""
    return re.sub(r"\W+", "", text.lower())
