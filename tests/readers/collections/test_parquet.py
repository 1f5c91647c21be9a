from __future__ import annotations

import datetime
import io
import subprocess
import sys
from pathlib import Path

import pyarrow
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import parquet

from translate_pipeline.errors import EmptyInputError, MissingLibraryError, TsumError, UnreadableFormatError
from translate_pipeline.metadata import Metadata
from translate_pipeline.readers.collections.base import CollectionOptions, Entry
from translate_pipeline.readers.collections.parquet import ParquetCollection


def archive(columns: dict[str, object], row_group_size: int = 1000) -> bytes:
    out = io.BytesIO()
    parquet.write_table(pyarrow.table(columns), out, row_group_size=row_group_size)
    return out.getvalue()


def entries(data: bytes, text_column: str | None = None) -> list[Entry]:
    options = CollectionOptions(text_column=text_column)
    return list(ParquetCollection().entries(io.BytesIO(data), "a.parquet", options))


def test_recognises_its_mark() -> None:
    assert ParquetCollection().recognises(archive({"text": ["a"]})[:64], "x")
    assert not ParquetCollection().recognises(b"El formato PAR1.", "x.parquet")


def test_rows_with_all_they_say_of_themselves() -> None:
    moment = datetime.datetime(2024, 10, 16, 8, 30, tzinfo=datetime.timezone.utc)
    data = archive(
        {
            "Texto": ["El presidente llegó ayer.", "Dos.", None],
            "titular": ["La visita", "Otra", None],
            "fecha": [moment, None, None],
            "autores": [["Ana", "Luis"], [], None],
            "medio": pyarrow.array(["El Diario", "El Diario", None]).dictionary_encode(),
            "id": [7, 8, None],
            "bytes": [b"\xff", b"", None],
        }
    )
    first, second, empty = entries(data)
    assert (first.name, first.identity, first.date) == ("a.parquet:1", "a.parquet#7", "2024-10-16T08:30:00+00:00")
    document = first.load()
    assert document.metadata == Metadata("La visita", first.date, "Ana, Luis", "El Diario", None)
    assert document.source_text == "# La visita\n\nEl presidente llegó ayer."
    assert second.load().metadata.date is None
    assert empty.identity == "a.parquet#3"
    with pytest.raises(EmptyInputError, match=r"^a\.parquet:3"):
        empty.load()


def test_text_as_bytes_and_as_paragraphs() -> None:
    assert entries(archive({"text": ["El niño.".encode()]}))[0].load().source_text == "El niño."
    assert entries(archive({"text": [["Uno.", "Dos."]]}))[0].load().source_text == "Uno.\n\nDos."
    with pytest.raises(UnreadableFormatError, match=r"a\.parquet:1: .*not UTF-8 at byte 1"):
        entries(archive({"text": [b"a\xff"]}))[0].load()
    with pytest.raises(UnreadableFormatError, match="holds no text"):
        entries(archive({"text": [3]}))[0].load()


def test_a_named_column_and_one_that_is_not_there() -> None:
    data = archive({"text": ["No."], "nota": ["Esto sí."], "raro": [1]})
    assert entries(data, "nota")[0].load().source_text == "Esto sí."
    with pytest.raises(UnreadableFormatError, match="no column 'cuerpo', but 'text', 'nota', 'raro'"):
        entries(data, "cuerpo")
    with pytest.raises(UnreadableFormatError, match="name one of 'raro' with --text-column"):
        entries(archive({"raro": ["x"]}))
    assert entries(archive({"text": pyarrow.array([], pyarrow.string())})) == []


def test_a_value_over_the_limit_fails_alone() -> None:
    large, good = entries(archive({"text": ["a" * (11 << 20), "Dos."]}))
    with pytest.raises(UnreadableFormatError, match=r"a\.parquet:1: .*larger than 10 MB"):
        large.load()
    assert good.load().source_text == "Dos."


def test_a_damaged_row_group_does_not_lose_the_others() -> None:
    data = bytearray(archive({"text": [f"Texto {n}." for n in range(3000)]}, row_group_size=1000))
    start = parquet.ParquetFile(io.BytesIO(bytes(data))).metadata.row_group(1).column(0).data_page_offset
    data[start : start + 40] = b"\xff" * 40
    found = entries(bytes(data))
    assert [entry.name for entry in (found[999], found[1000], found[1001])] == [
        f"a.parquet:{n}" for n in (1000, 1001, 2001)
    ]
    assert (found[999].load().source_text, found[-1].load().source_text) == ("Texto 999.", "Texto 2999.")
    with pytest.raises(UnreadableFormatError, match=r"a\.parquet: a Parquet archive .*rows 1001 to 2000: "):
        found[1000].load()


@pytest.mark.parametrize("data", [b"PAR1", b"PAR1" + bytes(100) + b"PAR1", archive({"text": ["a"]})[:-20], b""])
def test_a_damaged_archive_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableFormatError, match=r"a\.parquet: a Parquet archive that cannot be read"):
        entries(data)


def test_only_what_is_needed_is_read_and_memory_does_not_grow(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    rows = {"text": [f"{n} " + "El presidente habló. " * 50 for n in range(2000)]}
    with parquet.ParquetWriter(path, pyarrow.table(rows).schema) as writer:
        for _ in range(20):
            writer.write_table(pyarrow.table(rows))
    script = (
        "import io, pathlib, resource, sys\n"
        "import pyarrow\n"
        "from translate_pipeline.readers.collections.base import CollectionOptions\n"
        "from translate_pipeline.readers.collections.parquet import ParquetCollection\n"
        "with pathlib.Path(sys.argv[1]).open('rb') as file:\n"
        "    print(sum(1 for _ in ParquetCollection().entries(file, 'a', CollectionOptions())),"
        " pyarrow.default_memory_pool().max_memory())\n"
    )
    run = subprocess.run([sys.executable, "-c", script, str(path)], capture_output=True, text=True, check=True)
    count, peak = map(int, run.stdout.split())
    assert count == 40_000
    assert peak < 16_000_000  # bytes; the texts are 42 MB


def test_without_pyarrow_the_what_to_install_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingLibraryError, match=r"pip install pyarrow"):
        entries(b"PAR1")


_GOOD = archive({"text": ["El texto.", "Otro."], "title": ["T", None]})


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    for whole in (data, b"PAR1" + data + b"PAR1", _GOOD[:40] + data + _GOOD[-200:]):
        try:
            for entry in entries(whole):
                entry.load()
        except TsumError as error:
            assert "a.parquet" in str(error)


@given(st.integers(0, len(_GOOD) - 1), st.integers(0, 255))
def test_any_changed_byte_is_read_or_refused(place: int, byte: int) -> None:
    try:
        for entry in entries(_GOOD[:place] + bytes([byte]) + _GOOD[place + 1 :]):
            entry.load()
    except TsumError as error:
        assert "a.parquet" in str(error)
