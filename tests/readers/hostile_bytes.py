"""Bytes that no reader may stumble over: arbitrary ones, and real files cut off or altered."""

from __future__ import annotations

import contextlib

from hypothesis import strategies as st

from translate_pipeline.errors import TsumError
from translate_pipeline.readers.base import Reader


def arbitrary(magic: bytes) -> st.SearchStrategy[bytes]:
    """Arbitrary bytes, also behind the mark of a format."""
    return st.one_of(st.binary(max_size=400), st.binary(max_size=400).map(magic.__add__))


@st.composite
def damaged(draw: st.DrawFn, real: bytes) -> bytes:
    """A real file that was cut off, or in which some bytes were changed."""
    data = bytearray(real[: draw(st.integers(1, len(real)))] if draw(st.booleans()) else real)
    for _ in range(draw(st.integers(0, 8))):
        data[draw(st.integers(0, len(data) - 1))] = draw(st.integers(0, 255))
    return bytes(data)


def read_or_refuse(reader: Reader, data: bytes, name: str) -> None:
    """Reads bytes; any error but a `TsumError` gets through."""
    reader.recognises(data, name)
    with contextlib.suppress(TsumError):
        reader.read(data, name)
