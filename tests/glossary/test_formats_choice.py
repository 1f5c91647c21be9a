"""Which format a file has, and for which language pair it is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from translate_pipeline.errors import GlossaryError, UsageError
from translate_pipeline.glossary import GlossaryEntry
from translate_pipeline.glossary.formats import LanguagePair, read_glossary_file, write_glossary
from translate_pipeline.glossary.skipping import SkippedRows

TBX = """<?xml version="1.0"?><!-- ours --><martif type="TBX"><text><body><termEntry>
<langSet lang="es"><tig><term>Kiev</term></tig></langSet><langSet lang="en"><tig><term>Kyiv</term></tig></langSet>
</termEntry></body></text></martif>"""
JSON = '{"entries": [{"source": "Kiev", "target": "Kyiv"}]}'
CSV = "source,target\nKiev,Kyiv\n"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.csv", CSV),
        ("a.CSV", CSV),
        ("a.tsv", "Kiev\tKyiv\n"),
        ("a.tab", "Kiev\tKyiv\n"),
        ("a.tbx", TBX),
        ("a.json", JSON),
        ("a.xml", TBX),
        ("a.txt", TBX),
        ("a.txt", JSON),
        ("a.txt", CSV),
        ("a.txt", "# ours\nKiev\tKyiv\n"),
    ],
)
def test_the_suffix_tells_the_format_or_the_content_does(tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    assert [entry.target for entry in read_glossary_file(path, "es", "en")] == ["Kyiv"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.txt", "El presidente, que llegó ayer, habló.\n"),
        ("a.txt", ""),
        ("a.xml", "<html><body>tbx</body></html>"),
        ("a.xml", "<!DOCTYPE martif [<!ENTITY a 'b'>]><martif/>"),
    ],
)
def test_prose_and_other_xml_are_no_glossary(tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / name
    path.write_text(text)
    with pytest.raises(GlossaryError, match="no glossary in it that tsum knows"):
        read_glossary_file(path)


@pytest.mark.parametrize("name", ["a.csv", "a.tsv", "a.tbx", "a.json"])
def test_the_opposite_pair_is_turned_round_where_an_entry_allows_it(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    both = GlossaryEntry("Kiev", "Kyiv", ("Kíev",), "none", direction="both")
    write_glossary(path, [both, GlossaryEntry("Pekín", "Beijing")], LanguagePair("es", "en"))
    assert [(e.source, e.target) for e in read_glossary_file(path, "es", "en")] == [
        ("Kiev", "Kyiv"),
        ("Pekín", "Beijing"),
    ]
    (turned,) = read_glossary_file(path, "en", "es")
    assert (turned.source, turned.target, turned.aliases, turned.article) == ("Kyiv", "Kiev", (), "")
    assert turned.origin.startswith(f"{path}:")


@pytest.mark.parametrize("name", ["a.csv", "a.tbx", "a.json"])
def test_another_pair_is_refused(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    write_glossary(path, [GlossaryEntry("Kiev", "Kyiv", direction="both")], LanguagePair("fr", "en"))
    with pytest.raises(GlossaryError) as caught:
        read_glossary_file(path, "es", "en")
    assert str(caught.value) == f"{path}: a glossary for fr-en, where one for es-en is needed: leave it out"


def test_regions_do_not_matter(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("es-MX,en-US\nKiev,Kyiv\n")
    assert [entry.target for entry in read_glossary_file(path, "es", "en")] == ["Kyiv"]
    assert read_glossary_file(path, "en", "es") == []


def test_a_file_without_languages_is_taken_as_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(CSV)
    assert [entry.source for entry in read_glossary_file(path, "fr", "de")] == ["Kiev"]
    assert [entry.source for entry in read_glossary_file(path)] == ["Kiev"]


def test_lenient_reading_counts_what_it_leaves_out(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Kiev,Kyiv\n" + "Pekín,\n" * 5)
    skipped = SkippedRows()
    assert len(read_glossary_file(path, "es", "en", lenient=True, on_skip=skipped)) == 1
    assert skipped.summaries() == [
        "5 glossary rows are left out",
        *(f"{path}:{line}: empty target: give it a value or remove the row" for line in (2, 3, 4)),
        "and 2 more",
    ]
    assert SkippedRows().summaries() == []


def test_a_file_that_is_bad_as_a_whole_is_refused_even_when_lenient(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("source,target,colour\nKiev,Kyiv,red\n")
    with pytest.raises(GlossaryError, match="unknown column"):
        read_glossary_file(path, lenient=True)


@pytest.mark.parametrize(
    ("name", "bare", "why"),
    [
        ("a.xlsx", False, "unknown glossary format: the name must end in .csv, .tsv, .tab, .tbx, .json"),
        ("a", False, "unknown glossary format"),
        ("a.tbx", True, "--bare is for CSV and TSV: TBX has no columns"),
    ],
)
def test_only_known_formats_are_written(tmp_path: Path, name: str, bare: bool, why: str) -> None:
    with pytest.raises(UsageError, match=why):
        write_glossary(tmp_path / name, [], LanguagePair("es", "en"), bare)
    assert not (tmp_path / name).exists()
