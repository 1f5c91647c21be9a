from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_pipeline.errors import NotTextError
from translate_pipeline.readers.decoding import decode

SPANISH = "¿Qué pasó en España? El niño, «según dijo», cruzó la línea: 5 € más."


@pytest.mark.parametrize(
    ("encoding", "named"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("utf-32", "utf-32"),
        ("cp1252", "cp1252"),
    ],
)
def test_each_encoding_gives_the_same_text(encoding: str, named: str) -> None:
    decoded = decode(SPANISH.encode(encoding), "a.txt")
    assert decoded.text == SPANISH
    assert decoded.encoding == named


def test_latin_1_is_read_as_its_superset() -> None:
    assert decode("El niño cruzó la línea.".encode("latin-1"), "a.txt").text == "El niño cruzó la línea."


def test_a_cyrillic_text_is_no_western_text() -> None:
    text = "Министр обороны прибыл в столицу, чтобы провести переговоры с военными и политическими руководителями."
    assert decode(text.encode("cp1251"), "a.txt").text == text


@pytest.mark.parametrize("data", [bytes(range(256)) * 20, b"\xff\xd8\xff\xe1abc", b"\x1f\x8b\x08abc", bytes(2000)])
def test_binary_data_is_refused(data: bytes) -> None:
    with pytest.raises(NotTextError, match=r"photo\.txt: not a text file"):
        decode(data, "photo.txt")


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_any_utf_8_text_comes_through(text: str) -> None:
    assert decode(b"\xef\xbb\xbf" + text.encode(), "a.txt").text == text.removeprefix("\ufeff")


@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        assert isinstance(decode(data, "x").text, str)
    except NotTextError as error:
        assert "x: not a text file" in str(error)
