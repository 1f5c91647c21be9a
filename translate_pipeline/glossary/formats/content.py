"""Which format a file without a telling name has, where its first lines leave no doubt."""

from __future__ import annotations

import re

from translate_pipeline.errors import NotTextError
from translate_pipeline.readers.decoding import decode

_TBX_ROOT = re.compile(r"\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*|<!DOCTYPE[^>\[]*>\s*)*<(?:tbx|martif)\b", re.DOTALL)
_HEADER = re.compile(r'"?source"?\s*([,;\t])\s*"?target"?\b', re.IGNORECASE)
_START_BYTES = 65_536


def format_name_of(data: bytes) -> str | None:
    """The name of the format, or None: prose with a comma in it must not be taken for a glossary."""
    try:
        text = decode(data[:_START_BYTES], "").text
    except NotTextError:
        return None
    if _TBX_ROOT.match(text):
        return "TBX"
    if text.lstrip().startswith("{") and '"entries"' in text:
        return "JSON"
    lines = [line for line in text.splitlines()[:20] if line.strip() and not line.startswith("#")]
    header = _HEADER.match(lines[0]) if lines else None
    if header is not None:
        return "TSV" if header.group(1) == "\t" else "CSV"
    return "TSV" if lines and all(line.strip().count("\t") for line in lines) else None
