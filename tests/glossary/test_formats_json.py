"""JSON glossaries."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from translate_pipeline.errors import GlossaryError
from translate_pipeline.glossary import GlossaryEntry
from translate_pipeline.glossary.formats import LanguagePair, edit_glossary, read_glossary, write_glossary

ES_EN = LanguagePair("es", "en")
STATES = """{
  "source_language": "es",
  "target_language": "en",
  "entries": [
    {
      "source": "Estados Unidos",
      "target": "United States",
      "aliases": [
        "EE. UU."
      ],
      "article": "the"
    },
    {
      "source": "Sputnik",
      "target": "Sputnik",
      "do_not_translate": true
    }
  ]
}
"""


def file(folder: Path, text: str) -> Path:
    path = folder / "names.json"
    path.write_text(text, encoding="utf-8")
    return path


def test_an_object_with_languages_and_entries(tmp_path: Path) -> None:
    path = file(tmp_path, STATES)
    found = read_glossary(path)
    assert found.pair == ES_EN
    assert found.entries == [
        GlossaryEntry("Estados Unidos", "United States", ("EE. UU.",), "the", origin=f"{path}:5"),
        GlossaryEntry("Sputnik", "Sputnik", do_not_translate=True, origin=f"{path}:13"),
    ]


def test_it_is_written_as_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "out.json"
    write_glossary(path, read_glossary(file(tmp_path, STATES)).entries, ES_EN)
    assert path.read_text(encoding="utf-8") == STATES


def test_the_languages_may_be_left_out(tmp_path: Path) -> None:
    found = read_glossary(file(tmp_path, '\ufeff{"entries": [{"target": "Kyiv", "source": "Kiev"}]}'))
    assert (found.pair, [entry.source for entry in found.entries]) == (None, ["Kiev"])


ENTRY = '{"source": "Kiev", "target": "Kyiv"}'


@pytest.mark.parametrize(
    ("text", "line", "why"),
    [
        ("", 1, "malformed JSON ('{' expected)"),
        ("[]", 1, "malformed JSON ('{' expected)"),
        ('{"entries": [\n{"source": "Kiev" "target": "Kyiv"}]}', 2, "malformed JSON (Expecting ',' delimiter)"),
        ('{"entries": [\n' + ENTRY + ",\n]}", 3, "malformed JSON (Expecting value)"),
        ('{"entries": [\n' + ENTRY, 2, "malformed JSON (',' expected)"),
        ('{"entries": []}\nmore', 2, "text after the end"),
        ('{"entries": [],\n"entries": []}', 2, "the key 'entries' stands there twice"),
        ('{"entries": [\n{"source": "Kiev", "source": "Kiew"}]}', 2, "the key 'source' stands there twice"),
        ('{"entries": [\nNaN]}', 2, "NaN is no JSON"),
        ('{"terms": []}', 1, "unknown key 'terms'"),
        ('{"source_language": "es", "target_language": "en"}', 1, "no list of entries"),
        ('{\n"entries": {}}', 2, "no list of entries"),
        ('{"entries": [],\n"source_language": "es"}', 2, "source_language alone"),
        ('{"entries": [],\n"source_language": "Spanish", "target_language": "en"}', 2, "no language code"),
        ('{"entries": [\n"Kiev"]}', 2, "an entry must be an object"),
        ('{"entries": [' + ENTRY + ',\n{"source": "Kiev", "target": "Kyiv", "alias": "x"}]}', 2, "unknown key 'alias'"),
        ('{"entries": [\n{"source": "Kiev", "target": 5}]}', 2, "target must be text"),
        ('{"entries": [\n{"source": "Kiev", "target": "Kyiv", "aliases": "x"}]}', 2, "aliases must be a list"),
        ('{"entries": [\n{"source": "Kiev", "do_not_translate": "yes"}]}', 2, "must be true or false"),
        ('{"entries": [\n{"source": "Kiev", "target": "Ky\\u0000iv"}]}', 2, "is no character"),
        ('{"entries": [\n{"source": "Kiev", "target": ' + "9" * 5000 + "}]}", 2, "malformed JSON"),
        ('{"entries": [\n' + "[" * 100_000, None, "nested too deep"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(tmp_path: Path, text: str, line: int | None, why: str) -> None:
    path = file(tmp_path, text)
    with pytest.raises(GlossaryError) as caught:
        read_glossary(path)
    assert str(caught.value).startswith(f"{path}: " if line is None else f"{path}:{line}: ")
    assert why in str(caught.value)
    assert "\n" not in str(caught.value)


def test_another_encoding_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "names.json"
    path.write_bytes('{"entries": [\n{"source": "Pekín", "target": "Beijing"}]}'.encode("latin-1"))
    with pytest.raises(GlossaryError, match=r"names\.json:2: not UTF-8"):
        read_glossary(path)


def test_lenient_reading_leaves_bad_entries_out(tmp_path: Path) -> None:
    path = file(tmp_path, '{"entries": [\n{"source": "Kiev"},\n"x",\n' + ENTRY + "]}")
    bad: list[GlossaryError] = []
    assert [entry.source for entry in read_glossary(path, on_bad_row=bad.append).entries] == ["Kiev"]
    assert [str(error).removeprefix(f"{path}:")[0] for error in bad] == ["2", "3"]


def test_an_edit_keeps_the_other_entries_as_they_are(tmp_path: Path) -> None:
    path = file(tmp_path, STATES)
    edit_glossary(path, {1: None}, [GlossaryEntry("Kiev", "Kyiv")], ES_EN)
    document = json.loads(path.read_text(encoding="utf-8"))
    assert document == {
        "source_language": "es",
        "target_language": "en",
        "entries": [json.loads(STATES)["entries"][0], {"source": "Kiev", "target": "Kyiv"}],
    }
