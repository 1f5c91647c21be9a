from __future__ import annotations

import csv
from pathlib import Path

import pytest

from translate_pipeline.errors import GlossaryError
from translate_pipeline.glossary import load_glossary
from translate_pipeline.glossary.curated import curated_files
from translate_pipeline.glossary.formats import read_glossary_file

SEED_TERMS = {
    "Andrei Belousov": "Andrei Belousov",
    "Belousov": "Belousov",
    "Sergei Shoigu": "Sergei Shoigu",
    "Vladimir Putin": "Vladimir Putin",
    "No Kwang Chol": "No Kwang Chol",
    "Yoon Suk Yeol": "Yoon Suk Yeol",
    "Rustem Umerov": "Rustem Umerov",
    "Kim Jong Un": "Kim Jong Un",
    "Corea del Norte": "North Korea",
    "Corea del Sur": "South Korea",
    "Seúl": "Seoul",
    "Pyongyang": "Pyongyang",
    "Estados Unidos": "United States",
    "Estado Mayor Conjunto del Sur": "South's Joint Chiefs of Staff",
    "jefes de Estado Mayor conjuntos": "Joint Chiefs of Staff",
    "zona de identificación de defensa aérea": "air defense identification zone",
}


def test_the_curated_glossary_has_every_name_of_the_seed_article(example: Path) -> None:
    matches = load_glossary([], True, "es", "en").find(example.read_text(encoding="utf-8"))
    found = {match.text: match.target for match in matches}
    assert {source: found.get(source) for source in SEED_TERMS} == SEED_TERMS


def test_no_curated_row_contradicts_another() -> None:
    load_glossary(curated_files("es", "en"), False, "es", "en")


def test_every_curated_row_has_all_cells_without_stray_space() -> None:
    for path in curated_files("es", "en"):
        for row in csv.reader(path.read_text(encoding="utf-8").splitlines()):
            assert len(row) == 11, row
            assert [cell.strip() for cell in row] == row


def test_the_users_file_comes_before_the_curated_ones(tmp_path: Path) -> None:
    own = tmp_path / "own.csv"
    own.write_text("Seúl,Keijo\n")
    glossary = load_glossary([own], True, "es", "en")
    assert [match.target for match in glossary.find("en Seúl")] == ["Keijo"]


def test_another_language_pair_has_no_curated_glossary() -> None:
    assert load_glossary([], True, "fr", "en").find("Corea del Sur") == []


def test_the_fingerprint_changes_with_an_entry(tmp_path: Path) -> None:
    first, second = tmp_path / "a.csv", tmp_path / "b.csv"
    first.write_text("Kiev,Kyiv\n")
    second.write_text("Kiev,Kiev\n")
    prints = {load_glossary([path], False, "es", "en").fingerprint for path in (first, second, first)}
    assert len(prints) == 2


@pytest.mark.parametrize(
    "rows",
    [
        "source,target,aliases,article,note\nEstados Unidos,United States,EE. UU.|EEUU,the,country\n",
        "note,article,target,source,aliases\ncountry,the,United States,Estados Unidos,EE. UU.|EEUU\n",
        "\ufeffSource,Target,Aliases,Article\nEstados Unidos,United States, EE. UU. | EEUU ,The\n",
    ],
)
def test_columns_in_any_order(tmp_path: Path, rows: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text(rows, encoding="utf-8")
    (entry,) = read_glossary_file(path)
    assert entry.forms == ("Estados Unidos", "EE. UU.", "EEUU")
    assert (entry.target, entry.article) == ("United States", "the")


@pytest.mark.parametrize(("name", "mark"), [("a.csv", ";"), ("a.csv", "\t"), ("a.tsv", "\t")])
def test_the_separators_of_spreadsheets(tmp_path: Path, name: str, mark: str) -> None:
    path = tmp_path / name
    path.write_text(f"source{mark}target\nPekín{mark}Beijing\n", encoding="utf-8")
    assert [(entry.source, entry.target) for entry in read_glossary_file(path)] == [("Pekín", "Beijing")]


def test_two_bare_columns_comments_and_blank_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("# names\nKiev,Kyiv\n\nPekín,Beijing\n", encoding="utf-8")
    assert [(e.source, e.target, e.origin) for e in read_glossary_file(path)] == [
        ("Kiev", "Kyiv", f"{path}:2"),
        ("Pekín", "Beijing", f"{path}:4"),
    ]


def test_a_latin_1_glossary_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("Pekín,Beijing\n".encode("latin-1"))
    assert read_glossary_file(path)[0].source == "Pekín"


def test_a_quoted_cell_over_two_lines_keeps_line_numbers(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('source,target,note\nKiev,Kyiv,"one\ntwo"\nPekín,,x\n', encoding="utf-8")
    with pytest.raises(GlossaryError, match=r"a\.csv:4: empty target"):
        read_glossary_file(path)
