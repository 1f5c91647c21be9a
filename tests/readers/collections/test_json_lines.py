from __future__ import annotations

import gzip
import io
import json
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_pipeline.document import ParagraphKind
from translate_pipeline.errors import EmptyInputError, TsumError, UnreadableFormatError
from translate_pipeline.metadata import Metadata
from translate_pipeline.readers.collections.base import CollectionOptions, Entry
from translate_pipeline.readers.collections.json_lines import JsonLinesCollection


def entries(data: bytes, name: str = "a.jsonl", text_column: str | None = None) -> list[Entry]:
    return list(JsonLinesCollection().entries(io.BytesIO(data), name, CollectionOptions(text_column=text_column)))


def line(**row: object) -> bytes:
    return json.dumps(row, ensure_ascii=False).encode() + b"\n"


@pytest.mark.parametrize(
    ("head", "name", "known"),
    [
        (b'{"text": "a"}\n{"text": "b"}\n', "x", True),
        (b'\xef\xbb\xbf\r\n{"text": "a"}\r\n\r\n{"te', "x", True),
        (b'{"text": "a"}', "x", True),
        (gzip.compress(b'{"text": "a"}\n{"text": "b"}\n', mtime=0), "x", True),
        (b'[\n {"text": "a"},', "x", True),
        (b"bad line\n", "x.jsonl", True),
        (b"bad line\n", "https://a.example/x.NDJSON.gz", True),
        (b'{\n "text": "a"\n}', "x.json", True),
        (b'{\n "text": "a"\n}', "x", False),
        (b'{"text": "a"}\nY luego otra cosa.', "x", False),
        (b'{"cita"} dijo el ministro.', "x", False),
        (b"[1] Nota.", "x.json", False),
        (b"PAR1\0\0", "x.jsonl", False),
        (b"", "x", False),
    ],
)
def test_recognises_objects_on_lines(head: bytes, name: str, known: bool) -> None:
    assert JsonLinesCollection().recognises(head, name) is known


def test_an_article_with_all_it_says_of_itself() -> None:
    [entry] = entries(
        line(
            id=7,
            titulo="La  visita",
            texto="El presidente llegó ayer.\n\nHabló con vecinos.",
            fecha="16/10/2024",
            autor=["Ana Pérez", {"name": "Luis Gil"}],
            source={"id": None, "name": "El Diario"},
            link="https://d.example/7",
        )
    )
    assert (entry.name, entry.identity, entry.date) == ("a.jsonl:1", "a.jsonl#7", "2024-10-16")
    document = entry.load()
    assert document.metadata == Metadata(
        "La visita", "2024-10-16", "Ana Pérez, Luis Gil", "El Diario", "https://d.example/7"
    )
    assert [p.text for p in document.paragraphs] == ["La visita", "El presidente llegó ayer.", "Habló con vecinos."]
    assert document.paragraphs[0].kind is ParagraphKind.HEADING


@pytest.mark.parametrize("column", ["text", "Content", "articleBody", "cuerpo", "Contenido", "artículo", "full_text"])
def test_the_usual_names_of_the_text(column: str) -> None:
    [entry] = entries(line(**{"resumen": "Otro texto.", column: "El texto."}))
    assert entry.load().source_text == "El texto."


def test_a_title_that_the_text_begins_with_is_not_repeated() -> None:
    [entry] = entries(line(title="La visita", text="LA VISITA\n\nEl presidente llegó."))
    assert entry.load().source_text.count("isita") + entry.load().source_text.count("ISITA") == 1


def test_a_named_column_is_taken_and_an_unknown_one_lists_what_there_is() -> None:
    data = line(text="No.", nota=["Esto sí.", "Y esto."])
    assert entries(data, text_column="nota")[0].load().source_text == "Esto sí.\n\nY esto."
    with pytest.raises(UnreadableFormatError, match=r"a\.jsonl:1: .*no column 'cuerpo', but 'text', 'nota'"):
        entries(data, text_column="cuerpo")[0].load()


def test_identity_is_the_files_and_the_articles(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"x")
    found = entries(line(text="a b", url="https://d.example/1") + line(text="c d"), str(path))
    assert [entry.identity for entry in found] == [f"{path}#https://d.example/1", f"{path}#2"]


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (b'{"text": "a",}', "no JSON"),
        (b'{"text": "ni\xf1o"}', "byte 13 is not UTF-8"),
        (b'["text"]', "no JSON object"),
        (b'"text"', "no JSON object"),
        (b"[" * 100_000, "nested too deeply"),
        (b'{"a": ' * 50_000, "nested too deeply"),
        (b'{"text": ' + b"9" * 5000 + b"}", "too long|holds no text"),
        (b'{"text": 3}', "holds no text"),
        (b'{"text": {"a": 1}}', "holds no text"),
        (b'{"titulo": "x", "a": 1}', "name one of 'titulo', 'a' with --text-column"),
        (b"{}", "none at all"),
        (b'{"text": "' + b"a" * (11 << 20) + b'"}', "longer than 10 MB"),
    ],
)
def test_a_bad_line_names_its_place_and_the_rest_goes_on(bad: bytes, reason: str) -> None:
    first, failed, last = entries(b'{"text": "Uno."}\r\n\r\n' + bad + b'\n{"text": "Dos."}')
    with pytest.raises(UnreadableFormatError, match=rf"^a\.jsonl:3: .*(?:{reason})"):
        failed.load()
    assert [first.load().source_text, last.load().source_text] == ["Uno.", "Dos."]
    assert last.name == "a.jsonl:4"


@pytest.mark.parametrize("value", [None, "", " \n "])
def test_an_empty_text_is_said_to_be_empty(value: str | None) -> None:
    [entry] = entries(line(text=value, title="T"))
    with pytest.raises(EmptyInputError, match=r"^a\.jsonl:1: no text"):
        entry.load()


def test_half_characters_do_not_come_through() -> None:
    [entry] = entries(b'\xef\xbb\xbf{"id": "\\ud800x", "title": "T\\udc00", "text": "A\\ud83d b.", "url": "\\ud800"}')
    document = entry.load()
    " ".join([entry.identity, document.source_text, *document.metadata.known().values()]).encode("utf-8")


def test_an_archive_in_gzip() -> None:
    assert [e.load().source_text for e in entries(gzip.compress(line(text="Uno.") + line(text="Dos.")))] == [
        "Uno.",
        "Dos.",
    ]
    data = gzip.compress(b"".join(line(text=f"Texto {n}.", x=n * 7919 % 10007) for n in range(5000)))
    *good, failed = entries(data[: len(data) // 2])
    assert len(good) > 100
    with pytest.raises(UnreadableFormatError, match="gzip data are damaged"):
        failed.load()
    with pytest.raises(UnreadableFormatError, match="gzip data expand more than"):
        entries(gzip.compress(bytes(100 << 20)))


def test_an_array() -> None:
    data = b'\xef\xbb\xbf [ {"text": "Uno \xc3\xb1 ]."},\n\t{"text": "Dos."} , 3, {"text": "Tres."}]'
    first, second, failed, third = entries(data, "a.json")
    assert [e.load().source_text for e in (first, second, third)] == ["Uno ñ ].", "Dos.", "Tres."]
    assert third.name == "a.json[4]"
    with pytest.raises(UnreadableFormatError, match=r"a\.json\[3\]: .*no JSON object"):
        failed.load()


@pytest.mark.parametrize(
    "rest", [b"", b",", b', {"text"', b", {]", b' {"text": "b"}', b', "\xff"]', b", {'a': 1}]", b']\n{"text": "b"}']
)
def test_an_array_that_breaks_gives_what_it_has(rest: bytes) -> None:
    good, failed = entries(b'[{"text": "Uno."}' + rest, "a.json")
    assert good.load().source_text == "Uno."
    with pytest.raises(UnreadableFormatError, match=r"a\.json: .*element 2: "):
        failed.load()


def test_one_object_is_no_archive_and_utf_16_is_named() -> None:
    with pytest.raises(UnreadableFormatError, match="not a list of articles"):
        entries(b'{\n "articles": []\n}', "a.json")
    with pytest.raises(UnreadableFormatError, match="UTF-16"):
        entries('{"text": "a"}\n'.encode("utf-16"))


def test_memory_does_not_grow_with_the_number_of_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    with path.open("wb") as file:
        file.writelines(line(id=n, text="El presidente habló. " * 50) for n in range(20_000))
    tracemalloc.start()
    with path.open("rb") as file:
        count = sum(
            bool(entry.identity) for entry in JsonLinesCollection().entries(file, str(path), CollectionOptions())
        )
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 20_000
    assert peak < 1_000_000


@given(st.binary(max_size=200), st.sampled_from(["a.jsonl", "a.json", "a"]))
def test_any_bytes_are_read_or_refused(data: bytes, name: str) -> None:
    for whole in (data, b'{"text": "a b"}\n' + data, b'[{"text": "a b"},' + data, b"\x1f\x8b\x08" + data):
        try:
            for entry in entries(whole, name):
                entry.load()
        except TsumError as error:
            assert str(error).startswith(name)


# Keys begin with a digit, as no usual name does, so that none of them is taken for the text.
@given(st.lists(st.dictionaries(st.text(max_size=12).map("9{}".format), st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["name", "x"]), inner, max_size=2),
    max_leaves=6,
)), max_size=4))  # fmt: skip
def test_any_rows_are_read_or_refused(rows: list[dict[str, object]]) -> None:
    keyed = [{**row, "text": "El texto.", "author": next(iter(row.values()), None)} for row in rows]
    for data in (b"".join(line(**row) for row in keyed), json.dumps(keyed).encode()):
        for entry in entries(data):
            assert "El texto." in entry.load().source_text
