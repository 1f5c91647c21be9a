"""The encoding of an HTML page, by what the page, its server and its bytes say."""

from __future__ import annotations

import codecs
import re

from translate_pipeline.readers.decoding import DecodedText, decode

_META = re.compile(rb"<meta\b[^>]{0,500}?charset\s*=\s*[\"']?\s*([\w:.-]{2,40})", re.IGNORECASE)
_XML = re.compile(rb"^\s*<\?xml\b[^>]{0,200}?encoding\s*=\s*[\"']([\w:.-]{2,40})[\"']", re.IGNORECASE)
_HEAD_BYTES = 1 << 16
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# The encodings of the web (WHATWG Encoding Standard, section 4.2), by Python's names; codecs such as rot13 are none.
_OF_THE_WEB = re.compile(
    r"utf-8|utf-16(?:-[bl]e)?|ascii|iso8859-\d+|cp125\d|cp866|cp874|koi8-[ru]|mac-(?:roman|cyrillic)"
    r"|gbk|gb2312|gb18030|big5|euc_jp|iso2022_jp|shift_jis|euc_kr"
)
_MOST_DAMAGE = 0.1


def decode_html(data: bytes, name: str, charset: str | None = None) -> DecodedText:
    """Decodes a page by its byte order mark, the server's charset, its own `meta`, else as a text file.

    A declaration that the bytes contradict is not believed: UTF-8 that calls itself Latin-1 is read as UTF-8.

    Args:
        data: the bytes of the page.
        name: what errors call it.
        charset: what the server said.

    Raises:
        NotTextError: the bytes are no text.
    """
    if not data.startswith(_MARKS):
        for declared in (_codec(charset), _declared_in(data)):
            text = _decoded(data, declared) if declared else None
            if declared and text is not None:
                return text
    return decode(data, name)


def _codec(label: str | None) -> str | None:
    try:
        codec = codecs.lookup((label or "").strip().strip("\"'")).name
    except (LookupError, ValueError):
        return None
    if not _OF_THE_WEB.fullmatch(codec):
        return None
    # Browsers read both as their superset.
    return "cp1252" if codec in ("iso8859-1", "ascii") else codec


def _declared_in(data: bytes) -> str | None:
    head = data[:_HEAD_BYTES]
    for pattern in (_XML, _META):
        for match in pattern.finditer(head):
            codec = _codec(match[1].decode("latin-1"))
            # A declaration that can be read byte by byte is not in UTF-16.
            if codec:
                return "utf-8" if codec.startswith("utf-16") else codec
    return None


def _decoded(data: bytes, codec: str) -> DecodedText | None:
    if codec != "utf-8" and not data.isascii():
        try:
            return DecodedText(data.decode("utf-8"), "utf-8")
        except UnicodeDecodeError:
            pass
    text = data.decode(codec, errors="replace")
    beyond_ascii = len(text) - len(text.encode("ascii", errors="ignore"))
    if text.count("\ufffd") > _MOST_DAMAGE * beyond_ascii:
        return None
    return DecodedText(text.removeprefix("\ufeff"), codec)
