"""Bytes to text, for files that do not say how they are encoded."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from translate_pipeline.errors import NotTextError
from translate_pipeline.readers.cleaning import CONTROL

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"\x89PNG", "a PNG image"),
    (b"GIF8", "a GIF image"),
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a zip archive that is no text document"),
    (b"\x1f\x8b", "gzip-compressed data"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database"),
)
_WESTERN_TEXT = frozenset("áéíóúüñçàèòâêîôûäöëïÁÉÍÓÚÜÑÇÀÈÒÂÊÎÔÛÄÖËÏ¿¡«»ºª°·–—“”‘’…€£§©®™\xa0\xad")


@dataclass(frozen=True)
class DecodedText:
    """Text, and the encoding it was read with."""

    text: str
    encoding: str


def _unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 without a mark: in Western text nearly every second byte is zero."""
    sample = data[:4096]
    if len(sample) < 4 or len(data) % 2:
        return None
    even, odd = sample[::2].count(0) / len(sample[::2]), sample[1::2].count(0) / len(sample[1::2])
    if odd > 0.6 and even < 0.1:
        return "utf-16-le"
    if even > 0.6 and odd < 0.1:
        return "utf-16-be"
    return None


def _western(data: bytes) -> str | None:
    """CP1252 or Latin-1 when that turns the high bytes into letters and marks of Western European text."""
    high = [byte for byte in data if byte >= 0x80]
    for encoding in ("cp1252", "latin-1"):
        try:
            letters = bytes(high).decode(encoding)
        except UnicodeDecodeError:
            continue
        if sum(letter in _WESTERN_TEXT for letter in letters) >= 0.9 * len(letters):
            return encoding
    return None


def _encoding(data: bytes, name: str) -> str:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return encoding
    utf16 = _unmarked_utf16(data)
    if utf16:
        return utf16
    try:
        data.decode("utf-8")
        return "utf-8"
    except UnicodeDecodeError:
        pass
    if len(CONTROL.findall(data.decode("latin-1").translate(dict.fromkeys(range(128, 160), "x")))) > 0.02 * len(data):
        raise NotTextError(name, "binary data")
    western = _western(data)
    if western:
        return western
    # Short single-byte text misleads a statistical guess, so it comes after the Western prior.
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    if best is None:
        raise NotTextError(name, "binary data")
    return best.encoding


def decode(data: bytes, name: str) -> DecodedText:
    """Decodes a text file: a byte order mark, UTF-8, UTF-16, CP1252 or Latin-1, else charset-normalizer's guess.

    Args:
        data: the bytes of the file.
        name: what errors call the file.

    Raises:
        NotTextError: the bytes are an image, an archive or other binary data.
    """
    for magic, looks_like in _MAGIC:
        if data.startswith(magic):
            raise NotTextError(name, looks_like)
    encoding = _encoding(data, name)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        text = data.decode(encoding, errors="replace")
        if text.count("\ufffd") > 0.01 * len(text):
            raise NotTextError(name, "damaged or binary data") from None
    if len(CONTROL.findall(text)) > 0.3 * len(text):
        raise NotTextError(name, "binary data")
    return DecodedText(text.removeprefix("\ufeff"), encoding.removesuffix("-sig"))
