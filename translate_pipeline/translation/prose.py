"""What is prose, and what inside prose must come through translation unchanged."""

from __future__ import annotations

import re

# Code, URLs, e-mail addresses, handles, hashtags, paths of Windows and TeX formulas; `$5 y US$10` is no formula.
VERBATIM_SPAN = re.compile(
    r"`[^`\n]+`"
    r"|(?:https?|ftp)://[^\s<>\"“”«»]*[^\s<>\"“”«».,;:!?)\]'’]"
    r"|\bwww\.[^\s<>\"“”«»]*[^\s<>\"“”«».,;:!?)\]'’]"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+\b"
    r"|(?<![\w/@])@\w{2,}"
    r"|(?<!\w)(?:[A-Za-z]:|\\\\[\w.-]+)\\[^\s<>\"“”«»|?*]*[^\s<>\"“”«»|?*.,;:!)\]'’]"
    r"|\$\$[^$\n]{1,300}\$\$"
    r"|\\\([^\n]{1,300}?\\\)|\\\[[^\n]{1,300}?\\\]"
    r"|(?<![\w$])\$(?=[^$\n]{0,200}[\\^_{}]|[A-Za-z]\$|[A-Za-z][^$\n]{0,60}=)[^\s$](?:[^$\n]{0,200}[^\s$])?\$(?![\w$])"
    r"|(?<![\w/#])#\w*[^\W\d_]\w*"
)
_HAS_VERBATIM = re.compile(r"[@#`\\$]|://|www\.")
_WORD = re.compile(r"[^\W\d_]{2,}")
_POSTAL_ADDRESS = re.compile(
    r"(?:C/|Calle|Avda?\.?|Avenida|Plaza|Pza\.|P\.º|Paseo|Carretera|Ctra\.|Apartado)\s+(?:\S+\s+){0,8}\S*\d"
)
_LONGEST_WORD = 60
_ADDRESS_WORDS = 14


def verbatim_spans(text: str) -> list[re.Match[str]]:
    """The code, URLs, e-mail addresses, handles, hashtags, paths and formulas of a text, in order."""
    return list(VERBATIM_SPAN.finditer(text)) if _HAS_VERBATIM.search(text) else []


def without_verbatim_spans(text: str, filler: str = " ") -> str:
    """A text with each of its verbatim spans blotted out; every offset stays."""
    if not _HAS_VERBATIM.search(text):
        return text
    return VERBATIM_SPAN.sub(lambda match: filler * len(match.group()), text)


def is_prose(text: str) -> bool:
    """False for what has no words to translate: URLs, addresses, bare numbers, separators, data."""
    rest = without_verbatim_spans(text)
    if not any(len(word) <= _LONGEST_WORD for word in _WORD.findall(rest)):
        return False
    is_address = _POSTAL_ADDRESS.match(text) and len(text.split()) <= _ADDRESS_WORDS and not text.endswith(".")
    return not is_address
