"""Writes TMX 1.4b, segment by segment."""

from __future__ import annotations

import importlib.metadata
import re
import time
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from translate_pipeline.atomic import atomic_file
from translate_pipeline.memory.memory import StoredSegment
from translate_pipeline.memory.tmx.properties import properties_of

_DAY = 86_400
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_HEADER = """\
<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4">
<header creationtool="tsum" creationtoolversion={version} segtype="sentence" o-tmf="tsum" adminlang="en" \
srclang={source} datatype="plaintext" creationdate="{now}"/>
<body>
"""


def write_tmx(path: Path, segments: Iterable[StoredSegment], source_language: str | None = None) -> int:
    """Writes segments to a file, whole or not at all, in memory that does not grow with their number.

    A character that XML does not allow becomes a blank.

    Args:
        path: the file.
        segments: what to write.
        source_language: the source language of all segments, if they have one.

    Returns:
        How many segments were written.

    Raises:
        OutputError: the file cannot be written; what stood there before is untouched.
    """
    written = 0
    with atomic_file(path) as write:
        write(
            _HEADER.format(
                version=quoteattr(importlib.metadata.version("tsum")),
                source=quoteattr(source_language or "*all*"),
                now=time.strftime("%Y%m%dT%H%M%SZ", time.gmtime()),
            )
        )
        for segment in segments:
            write(_unit(segment))
            written += 1
        write("</body>\n</tmx>\n")
    return written


def _unit(segment: StoredSegment) -> str:
    source, translation = (_FORBIDDEN.sub(" ", text) for text in (segment.source, segment.translation))
    written = replace(segment, source=source, translation=translation)
    used = time.strftime("%Y%m%dT%H%M%SZ", time.gmtime(segment.used * _DAY))
    properties = "".join(
        f"<prop type={quoteattr(kind)}>{_text(value)}</prop>\n" for kind, value in properties_of(written).items()
    )
    return (
        f'<tu srclang={quoteattr(segment.source_language)} lastusagedate="{used}">\n{properties}'
        f"<tuv xml:lang={quoteattr(segment.source_language)}><seg>{_text(source)}</seg></tuv>\n"
        f"<tuv xml:lang={quoteattr(segment.target_language)}><seg>{_text(translation)}</seg></tuv>\n</tu>\n"
    )


def _text(text: str) -> str:
    # Parsers turn a bare carriage return into a line feed.
    return escape(_FORBIDDEN.sub(" ", text), {"\r": "&#13;"})
