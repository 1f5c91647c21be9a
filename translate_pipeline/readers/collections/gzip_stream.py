"""Gzip-compressed inputs, told by their first bytes and read piece by piece."""

from __future__ import annotations

import gzip
import io
import zlib
from typing import TYPE_CHECKING, BinaryIO, cast

from translate_pipeline.errors import UnreadableFormatError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_MAGIC = b"\x1f\x8b\x08"
# Text shrinks 3 to 20 times; a thousand times is what a bomb of equal bytes does.
_LARGEST_RATIO = 300
_FREE_BYTES = 32 << 20


def plain_head(head: bytes, size: int = 64 << 10) -> bytes:
    """The beginning of an input, up to `size` bytes of it decompressed where it is gzip."""
    if not head.startswith(_MAGIC):
        return head
    try:
        return zlib.decompressobj(31).decompress(head, size)
    except zlib.error:
        return b""


def decompressed(stream: BinaryIO, name: str, format_name: str) -> BinaryIO:
    """The stream itself, or what it holds where it is gzip.

    Reading it raises `UnreadableFormatError` where the compressed data are damaged or expand beyond all measure.
    """
    is_gzip = stream.read(len(_MAGIC)) == _MAGIC
    stream.seek(0)
    return cast(BinaryIO, io.BufferedReader(_Gzip(stream, name, format_name), 1 << 16)) if is_gzip else stream


class _Gzip(io.RawIOBase):
    def __init__(self, stream: BinaryIO, name: str, format_name: str) -> None:
        self._compressed, self._plain = stream, gzip.GzipFile(fileobj=stream)
        self._name, self._format_name, self._size = name, format_name, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        try:
            data = self._plain.read(len(memoryview(buffer)))
        except (EOFError, OSError, zlib.error) as error:
            raise UnreadableFormatError(self._name, self._format_name, f"its gzip data are damaged: {error}") from None
        self._size += len(data)
        if self._size > max(_FREE_BYTES, _LARGEST_RATIO * self._compressed.tell()):
            reason = f"its gzip data expand more than {_LARGEST_RATIO} times"
            raise UnreadableFormatError(self._name, self._format_name, reason)
        memoryview(buffer)[: len(data)] = data
        return len(data)
