"""Bodies that come compressed (RFC 9110, section 8.4), decoded within a size limit."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

from translate_pipeline.fetching.failure import NotFetchedError, SizeLimitError

ACCEPTED = "gzip"
_GZIP = 16 + zlib.MAX_WBITS
_MOST_MEMBERS = 1000


def decoded(parts: Iterable[bytes], encoding: str, most_bytes: int) -> bytes:
    """A whole body, decoded.

    Args:
        parts: the body as it comes.
        encoding: the header `Content-Encoding`.
        most_bytes: the largest size, before and after decoding; never much more than that is held in memory.

    Raises:
        SizeLimitError: it is larger.
        NotFetchedError: it is damaged, or in an encoding that was not asked for.
    """
    names = [name.strip().casefold() for name in encoding.split(",")]
    names = [name for name in names if name not in ("", "identity")]
    bounded = _bounded(parts, most_bytes)
    if not names:
        return b"".join(bounded)
    if names not in (["gzip"], ["x-gzip"]):
        raise NotFetchedError("sent in an encoding that was not asked for: save it and give tsum the file")
    return b"".join(_bounded(_gunzipped(bounded, most_bytes), most_bytes))


def _bounded(parts: Iterable[bytes], most_bytes: int) -> Iterator[bytes]:
    size = 0
    for part in parts:
        size += len(part)
        if size > most_bytes:
            raise SizeLimitError(most_bytes)
        yield part


def _gunzipped(parts: Iterable[bytes], most_bytes: int) -> Iterator[bytes]:
    stream, ended, members = zlib.decompressobj(_GZIP), True, 1
    try:
        for part in parts:
            rest = part
            while rest:
                if stream.eof:
                    rest = rest.lstrip(b"\0")  # padding between members, as gzip itself takes it
                    if not rest:
                        break
                    stream, members = zlib.decompressobj(_GZIP), members + 1
                    if members > _MOST_MEMBERS:
                        raise NotFetchedError("its compressed body is in too many pieces: given up")
                yield stream.decompress(rest, most_bytes + 1)
                rest = stream.unconsumed_tail or stream.unused_data
                ended = stream.eof
    except zlib.error:
        raise NotFetchedError("its compressed body is damaged: try again") from None
    if not ended:
        raise NotFetchedError("the transfer broke off: try again")
