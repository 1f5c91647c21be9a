"""Languages as HTML names them."""

from __future__ import annotations

# Argos has codes of its own for Brazilian Portuguese and traditional Chinese.
_TAGS = {"pb": "pt-BR", "zh": "zh-Hans", "zt": "zh-Hant", "und": ""}
_RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})


def language_tag(code: str) -> str:
    """The language tag (BCP 47) of a code that Argos uses; empty, which HTML takes for unknown, if undetermined."""
    return _TAGS.get(code, code)


def direction(code: str) -> str:
    """`rtl` for a language that is written from right to left, else `ltr`."""
    return "rtl" if code.partition("-")[0] in _RIGHT_TO_LEFT else "ltr"
