"""Files that were made to harm, or that no one can read: one line, little time, and nothing fetched."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate_pipeline.errors import GlossaryError
from translate_pipeline.glossary.formats import FORMATS, LanguagePair, read_glossary
from translate_pipeline.glossary.formats.base import GlossaryFormat

ES_EN = LanguagePair("es", "en")
TBX = """<?xml version="1.0"?>
<tbx style="dct" type="TBX-Basic"><text><body>
<conceptEntry>
<langSec xml:lang="es"><termSec><term>{es}</term></termSec></langSec>
<langSec xml:lang="en"><termSec><term>Kyiv</term></termSec></langSec>
</conceptEntry>
</body></text></tbx>
"""
LAUGHS = "".join(f'<!ENTITY lol{n} "{f"&lol{n - 1};" * 10}">\n' for n in range(1, 10))


def message(path: Path) -> str:
    began = time.monotonic()
    with pytest.raises(GlossaryError) as caught:
        read_glossary(path, ES_EN)
    assert time.monotonic() - began < 10
    assert "\n" not in str(caught.value)
    return str(caught.value)


@pytest.mark.parametrize(
    "declarations",
    [
        f'<!ENTITY lol0 "lol">\n{LAUGHS}',
        '<!ENTITY xxe SYSTEM "file:///etc/passwd">',
        '<!ENTITY % remote SYSTEM "http://localhost:9/evil.dtd"> %remote;',
        '<!ATTLIST term xml:lang CDATA "es">',
        "<!ELEMENT tbx ANY>",
    ],
)
def test_a_document_type_with_declarations(tmp_path: Path, declarations: str) -> None:
    path = tmp_path / "bomb.tbx"
    path.write_text(TBX.format(es="&lol9;&xxe;").replace("<tbx", f"<!DOCTYPE tbx [\n{declarations}\n]>\n<tbx", 1))
    assert message(path) == (f"{path}:2: declarations of a document type, which could hide entities: take them out")


@pytest.mark.parametrize("target", ["/etc/passwd", "http://localhost:9/evil.dtd"])
def test_an_external_document_type_is_not_fetched(tmp_path: Path, target: str) -> None:
    path = tmp_path / "external.tbx"
    path.write_text(TBX.format(es="Kiev").replace("<tbx", f'<!DOCTYPE tbx SYSTEM "{target}">\n<tbx', 1))
    assert [entry.source for entry in read_glossary(path, ES_EN).entries] == ["Kiev"]


def test_an_entity_of_an_external_document_type(tmp_path: Path) -> None:
    path = tmp_path / "entity.tbx"
    path.write_text(TBX.format(es="&xxe;").replace("<tbx", '<!DOCTYPE tbx SYSTEM "/etc/passwd">\n<tbx', 1))
    assert message(path) == f"{path}:5: the entity 'xxe' is not defined: write the characters themselves"


@pytest.mark.parametrize("element", ["note", "langSec", "conceptEntry", "x"])
def test_ten_thousand_nested_elements(tmp_path: Path, element: str) -> None:
    path = tmp_path / "deep.tbx"
    path.write_text(TBX.format(es="Kiev").replace("<conceptEntry>", f"<{element}>" * 10_000))
    assert message(path).startswith(f"{path}:3: ")


@pytest.mark.parametrize("place", ["es", "note"])
def test_five_megabytes_in_an_element(tmp_path: Path, place: str) -> None:
    path = tmp_path / "long.tbx"
    text = TBX.format(es="Kiev" if place == "note" else "x" * 5_000_000)
    path.write_text(
        text.replace("<conceptEntry>\n", f"<conceptEntry>\n<note>{'x' * 5_000_000}</note>") if place == "note" else text
    )
    assert "has 5,000,000 characters: at most 20,000 are allowed" in message(path)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("long.csv", "Kiev," + "x" * 5_000_000 + "\n"),
        ("long.csv", 'Kiev,"' + "x" * 5_000_000 + '"\n'),
        ("long.tsv", "Kiev\t" + "x" * 5_000_000 + "\n"),
        ("long.json", '{"entries": [{"source": "Kiev", "target": "' + "x" * 5_000_000 + '"}]}'),
    ],
)
def test_five_megabytes_in_a_cell(tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / name
    path.write_text(text)
    assert "characters" in message(path).removeprefix(f"{path}:1: ").split(":")[0]


def test_a_quotation_mark_in_every_line_is_no_quadratic_work(tmp_path: Path) -> None:
    path = tmp_path / "quotes.csv"
    path.write_text('"Kiev,Kyiv"x\n"Kiev\n' * 50_000)
    bad: list[GlossaryError] = []
    began = time.monotonic()
    read_glossary(path, None, bad.append)
    assert time.monotonic() - began < 20
    assert len(bad) > 50_000


def test_more_than_64_megabytes(tmp_path: Path) -> None:
    path = tmp_path / "huge.csv"
    with path.open("wb") as file:
        file.truncate(64 * 1024 * 1024 + 1)
    assert message(path) == f"{path}: larger than 64 MB: divide the glossary"


@pytest.mark.parametrize("name", ["binary.csv", "binary.tsv", "binary.json", "binary.tbx", "binary.txt", "binary.xml"])
@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4, b"\xff\xfe\x00\xd8" * 8, b"\0" * 64])
def test_bytes_that_are_no_text(tmp_path: Path, name: str, data: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert message(path).startswith(f"{path}:")


@pytest.mark.parametrize("name", ["folder.csv", "missing.tbx", "names.xlsx", "names"])
def test_what_cannot_be_opened_or_is_unknown(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    if name == "folder.csv":
        path.mkdir()
    elif name.startswith("names"):
        path.write_text("Kiev,Kyiv\n")
    assert message(path).startswith(f"{path}: ")


@given(data=st.one_of(st.binary(), st.text().map(str.encode)), known=st.sampled_from(FORMATS))
def test_any_bytes_give_entries_or_a_glossary_error(data: bytes, known: GlossaryFormat) -> None:
    try:
        known.read(Path("x"), data, ES_EN, lambda error: None)
    except GlossaryError as error:
        assert "\n" not in str(error)


@given(
    pieces=st.lists(
        st.sampled_from(["<term>", "</term>", "<termSec>", "</termSec>", "<note>", "</note>", "Kiev", "&amp;"])
    )
)
def test_any_elements_give_entries_or_a_glossary_error(pieces: list[str]) -> None:
    text = TBX.format(es="Kiev").replace("</conceptEntry>", "".join(pieces) + "</conceptEntry>")
    try:
        FORMATS[2].read(Path("x"), text.encode(), ES_EN, lambda error: None)
    except GlossaryError as error:
        assert "\n" not in str(error)
