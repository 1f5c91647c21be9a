from __future__ import annotations

import gzip
import tracemalloc
import zlib

import pytest

from translate_pipeline.fetching.content_encoding import decoded
from translate_pipeline.fetching.failure import NotFetchedError, SizeLimitError

TEXT = "Página de noticias. ".encode() * 500


def _in_parts(data: bytes, size: int = 7) -> list[bytes]:
    return [data[place : place + size] for place in range(0, len(data), size)]


@pytest.mark.parametrize("encoding", ["", "identity", " Identity , "])
def test_a_plain_body_comes_through(encoding: str) -> None:
    assert decoded(_in_parts(TEXT), encoding, 100_000) == TEXT


@pytest.mark.parametrize("encoding", ["gzip", "GZIP", "x-gzip", "identity, gzip"])
def test_gzip_is_decoded_however_it_is_cut(encoding: str) -> None:
    assert decoded(_in_parts(gzip.compress(TEXT)), encoding, 100_000) == TEXT


def test_a_body_of_several_members_and_padding_is_decoded() -> None:
    assert decoded([gzip.compress(TEXT) + gzip.compress(b"Fin") + b"\0\0"], "gzip", 100_000) == TEXT + b"Fin"


def test_an_empty_body_is_empty() -> None:
    assert decoded([], "gzip", 10) == b""


def test_a_body_of_exactly_the_limit_is_whole_and_one_byte_more_is_refused() -> None:
    assert decoded([TEXT], "", len(TEXT)) == TEXT
    assert decoded([gzip.compress(TEXT)], "gzip", len(TEXT)) == TEXT
    for body, encoding in ((TEXT, ""), (gzip.compress(TEXT), "gzip")):
        with pytest.raises(SizeLimitError):
            decoded([body], encoding, len(TEXT) - 1)


def test_a_bomb_is_refused_in_little_memory() -> None:
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    bomb = b"".join(packer.compress(bytes(1_000_000)) for _ in range(500)) + packer.flush()
    assert len(bomb) < 1_000_000
    tracemalloc.start()
    with pytest.raises(SizeLimitError, match=r"^larger than 2 MB: given up"):
        decoded([bomb], "gzip", 2_000_000)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 10_000_000


def test_thousands_of_tiny_members_are_refused() -> None:
    with pytest.raises(NotFetchedError, match="too many pieces"):
        decoded([gzip.compress(b"") * 2000], "gzip", 100_000)


def test_a_truncated_or_damaged_body_is_said_so() -> None:
    with pytest.raises(NotFetchedError, match="broke off"):
        decoded([gzip.compress(TEXT)[:-10]], "gzip", 100_000)
    with pytest.raises(NotFetchedError, match="damaged"):
        decoded([b"no gzip"], "gzip", 100_000)


@pytest.mark.parametrize("encoding", ["br", "zstd", "gzip, gzip", "\x1b[31m"])
def test_an_encoding_that_was_not_asked_for_is_refused(encoding: str) -> None:
    with pytest.raises(NotFetchedError, match="encoding that was not asked for"):
        decoded([TEXT], encoding, 100_000)
