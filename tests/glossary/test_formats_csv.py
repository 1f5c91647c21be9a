"""CSV and TSV glossaries."""

from __future__ import annotations

from pathlib import Path

import pytest

from translate_pipeline.errors import GlossaryError
from translate_pipeline.glossary import GlossaryEntry
from translate_pipeline.glossary.formats import LanguagePair, edit_glossary, read_glossary, write_glossary

ES_EN = LanguagePair("es", "en")


def file(folder: Path, text: str, name: str = "names.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8", newline="")
    return path


def pairs(path: Path) -> list[tuple[str, str]]:
    return [(entry.source, entry.target) for entry in read_glossary(path).entries]


def test_every_field_of_an_entry_has_its_column(tmp_path: Path) -> None:
    path = file(
        tmp_path,
        "source,target,aliases,article,note,case,accents,inflection,direction,do_not_translate,domain,attribution,date\n"
        "Estados Unidos,United States,EE. UU.|EEUU,the,country,any,optional,none,both,,geography,Wikidata,2025-01-31\n"
        "Sputnik,,,,,,,,,yes,,,\n",
    )
    states, sputnik = read_glossary(path).entries
    assert states == GlossaryEntry(
        "Estados Unidos",
        "United States",
        ("EE. UU.", "EEUU"),
        "the",
        "country",
        f"{path}:2",
        case="any",
        accents="optional",
        inflection="none",
        direction="both",
        domain="geography",
        attribution="Wikidata",
        date="2025-01-31",
    )
    assert (sputnik.target, sputnik.do_not_translate) == ("Sputnik", True)


@pytest.mark.parametrize(
    "text",
    [
        "Pekín,Beijing\nKiev,Kyiv\n",
        "Pekín;Beijing\nKiev;Kyiv\n",
        "Pekín\tBeijing\nKiev\tKyiv\n",
        '"Pekín","Beijing"\r\n"Kiev","Kyiv"\r\n',
        "\ufeffPekín,Beijing\nKiev,Kyiv",
        "Pekín,Beijing,ES,EN-US\nKiev,Kyiv,ES,EN-US\n",
        "Pekín,Beijing,es,en,high\nKiev,Kyiv,es,en,low\n",
        "# ours\nPekín,Beijing\n\n# not, yet\nKiev,Kyiv\n",
        "source;target\nPekín;Beijing\nKiev;Kyiv\n",
        "target,source\nBeijing,Pekín\nKyiv,Kiev\n",
        "es,en\nPekín,Beijing\nKiev,Kyiv\n",
        "en,note,es\nBeijing,city,Pekín\nKyiv,,Kiev\n".replace("en,note,es", "target,note,source"),
    ],
)
def test_what_deepl_and_spreadsheets_write(tmp_path: Path, text: str) -> None:
    assert pairs(file(tmp_path, text)) == [("Pekín", "Beijing"), ("Kiev", "Kyiv")]


@pytest.mark.parametrize(
    ("header", "pair"),
    [
        ("es,en", "es-en"),
        ("en,es,note", "en-es"),
        ("es-ES,en-GB", "es-ES-en-GB"),
        ("Pekín,Beijing,ES,EN", "es-en"),
        ("source,target", None),
        ("UE,EU", None),
        ("no,no", None),
    ],
)
def test_a_file_may_state_its_language_pair(tmp_path: Path, header: str, pair: str | None) -> None:
    row = "Kiev,Kyiv" + "," * (header.count(",") - 1)
    if header.endswith("EN"):
        row = "Kiev,Kyiv,ES,EN"
    stated = read_glossary(file(tmp_path, f"{header}\n{row}\n")).pair
    assert (stated and str(stated)) == pair


def test_a_semicolon_file_may_have_commas_in_its_terms(tmp_path: Path) -> None:
    path = file(tmp_path, "Pérez, Juan;Juan Pérez\nKiev;Kyiv\n")
    assert pairs(path) == [("Pérez, Juan", "Juan Pérez"), ("Kiev", "Kyiv")]


def test_a_hash_in_quotation_marks_begins_a_term(tmp_path: Path) -> None:
    path = file(tmp_path, '#Kiev,Kyiv\n"#MeToo","#MeToo"\n')
    assert pairs(path) == [("#MeToo", "#MeToo")]


def test_a_bar_after_a_backslash_belongs_to_an_alias(tmp_path: Path) -> None:
    path = file(tmp_path, "source,target,aliases\nuno,one,a\\|b|AC\\DC| cc \n")
    assert read_glossary(path).entries[0].aliases == ("a|b", "AC\\DC", "cc")


@pytest.mark.parametrize(
    ("text", "line", "why"),
    [
        ("source,target\nPekín\n", 2, "1 cells where 2 are expected"),
        ("source,note\nKiev,Kyiv\n", 1, "a header without source or target: name both columns"),
        ("source,targets,note\nKiev,Kyiv,\n", 1, "unknown column 'targets'"),
        ("a,b,c,d,e\n", 1, "5 columns without a header"),
        ("Pekín,Beijing,es,en\nKiew,Kyiv,de,en\n", 2, "source_language is 'de' here and 'es' before"),
        ("source,target,case\nPekín,Beijing,upper\n", 2, "case 'upper' is unknown: use exact, any"),
        ("source,target,date\nPekín,Beijing,2025-02-30\n", 2, "no date: write it as 2025-01-31"),
        ("source,target,date\nPekín,Beijing,31.1.2025\n", 2, "no date: write it as 2025-01-31"),
        ("source,target,do_not_translate\nPekín,Beijing,yes\n", 2, "'Beijing' is not the source 'Pekín'"),
        ("source,target,do_not_translate\nPekín,,perhaps\n", 2, "do_not_translate 'perhaps' is unknown"),
        ("source,target,aliases\nPekín,Beijing,P\n", 2, "alias 'P' is no term"),
        ("source,target,note\nPekín,Beijing," + "x" * 201 + "\n", 2, "note has 201 characters"),
        ('Pekín,Beijing\n"Kiev,Kyiv\n' + "a,b\n" * 30, 2, "a cell of more than 20 lines: close its quotation mark"),
        ('Pekín,Beijing\nKiev,"Ky"iv\n', 2, "malformed CSV"),
        ("Pekín,Beijing\nKiev,Ky\0iv\n", 2, "a NUL byte"),
        ("Pekín,Bei\uffffjing\n", 1, "is no character"),
        ("Pekín,\u200b\n", 1, "empty target"),
        ("Pekín,...\n", 1, "is no term"),
    ],
)
def test_a_bad_row_is_named_with_its_line(tmp_path: Path, text: str, line: int, why: str) -> None:
    path = file(tmp_path, text)
    with pytest.raises(GlossaryError) as caught:
        read_glossary(path)
    assert str(caught.value).startswith(f"{path}:{line}: ")
    assert why in str(caught.value)


def test_bytes_that_are_no_text_are_named_with_their_line(tmp_path: Path) -> None:
    path = tmp_path / "names.csv"
    path.write_bytes(b"Kiev,Kyiv\nPek\xff\x01\x02\x03\x04\x05\x06,Beijing\n")
    with pytest.raises(GlossaryError, match=r"names\.csv:2: not a text file \(it looks like binary data\): .*in UTF-8"):
        read_glossary(path)


def test_lenient_reading_goes_on_after_each_bad_row(tmp_path: Path) -> None:
    path = file(tmp_path, 'Pekín,Beijing\n"Kiev,Kyiv\nMoscú,\nSeúl,Seoul\nX,Y\nRoma,"Ro"me\nParís,Paris\n')
    bad: list[GlossaryError] = []
    found = read_glossary(path, on_bad_row=bad.append)
    assert [entry.source for entry in found.entries] == ["Pekín", "Seúl", "París"]
    assert [str(error).removeprefix(f"{path}:")[0] for error in bad] == ["2", "3", "5", "6"]


def test_columns_that_no_entry_needs_are_not_written(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    write_glossary(path, [GlossaryEntry("Kiev", "Kyiv", article="none"), GlossaryEntry("a, b", 'c "d"')], None)
    assert path.read_text(encoding="utf-8") == 'source,target,article\nKiev,Kyiv,none\n"a, b","c ""d""",\n'


def test_the_header_states_the_language_pair(tmp_path: Path) -> None:
    path = tmp_path / "out.tsv"
    write_glossary(path, [GlossaryEntry("Kiev", "Kyiv")], ES_EN)
    assert path.read_text(encoding="utf-8") == "es\ten\nKiev\tKyiv\n"


def test_bare_is_what_deepl_imports(tmp_path: Path) -> None:
    """Two columns, no header, and each source once: DeepL refuses a file with two rows for one source."""
    path = tmp_path / "deepl.csv"
    entries = [GlossaryEntry("Kiev", "Kyiv", ("Kíev", "Kiev, la ciudad"), "none"), GlossaryEntry("Kíev", "Kiev")]
    write_glossary(path, entries, ES_EN, bare=True)
    assert path.read_text(encoding="utf-8") == 'Kiev,Kyiv\nKíev,Kyiv\n"Kiev, la ciudad",Kyiv\n'


def test_an_edit_keeps_comments_quoting_breaks_and_the_order_of_columns(tmp_path: Path) -> None:
    path = file(
        tmp_path,
        '\ufeff# ours\r\ntarget,source,note\r\n"Kyiv",Kiev,"two\r\nlines"\r\n\r\n# later\r\nBeijing,Pekín,\r\n\r\n',
    )
    changed = GlossaryEntry("Kiev", "Kiev", domain="geo")
    edit_glossary(path, {0: changed}, [GlossaryEntry("#Roma", "Rome")], ES_EN)
    assert path.read_bytes().decode() == (
        "\ufeff# ours\r\ntarget,source,note,domain\r\nKiev,Kiev,,geo\r\n\r\n# later\r\nBeijing,Pekín,,\r\n"
        'Rome,"#Roma",,\r\n'
    )


def test_an_edit_takes_entries_out(tmp_path: Path) -> None:
    path = file(tmp_path, "Kiev,Kyiv\n# no, we say so\nPekín,Beijing\nSeúl,Seoul")
    edit_glossary(path, {1: None}, [], ES_EN)
    assert path.read_text(encoding="utf-8") == "Kiev,Kyiv\n# no, we say so\nSeúl,Seoul\n"


def test_a_file_without_a_header_has_no_place_for_more_fields(tmp_path: Path) -> None:
    path = file(tmp_path, "Kiev,Kyiv\n")
    with pytest.raises(GlossaryError, match=r":1: no header, so no column for domain: put the line source,target bef"):
        edit_glossary(path, {}, [GlossaryEntry("Pekín", "Beijing", domain="geo")], ES_EN)
    assert path.read_text(encoding="utf-8") == "Kiev,Kyiv\n"


def test_an_edit_of_a_deepl_export_keeps_its_languages(tmp_path: Path) -> None:
    path = file(tmp_path, "Kiev,Kyiv,ES,EN\n")
    edit_glossary(path, {}, [GlossaryEntry("Pekín", "Beijing")], ES_EN)
    assert path.read_text(encoding="utf-8") == "Kiev,Kyiv,ES,EN\nPekín,Beijing,ES,EN\n"


@pytest.mark.parametrize("text", ["", "# ours\n", "\n\n"])
def test_an_edit_of_an_empty_file_gives_it_a_header(tmp_path: Path, text: str) -> None:
    path = file(tmp_path, text)
    edit_glossary(path, {}, [GlossaryEntry("Pekín", "Beijing")], ES_EN)
    assert path.read_text(encoding="utf-8").removeprefix("# ours\n") == "source,target\nPekín,Beijing\n"
