from __future__ import annotations

from pathlib import Path

import pytest

from translate_pipeline.errors import GlossaryError, OutputError
from translate_pipeline.glossary import GlossaryEntry
from translate_pipeline.glossary.addition import add_entry
from translate_pipeline.glossary.formats import LanguagePair

ES_EN = LanguagePair("es", "en")
TABLE = "# ours\nsource,target,aliases\nKiev,Kyiv,Kíev\nPekín,Beijing,\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "names.csv"
    file.write_text(TABLE, encoding="utf-8")
    return file


def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def test_a_new_entry_is_put_at_the_end(path: Path) -> None:
    assert add_entry(path, GlossaryEntry("Roma", "Rome"), ES_EN) == "added"
    assert text(path) == TABLE + "Roma,Rome,\n"


def test_what_is_there_already_is_left_alone(path: Path) -> None:
    assert add_entry(path, GlossaryEntry("Kíev", "Kyiv", ("Kiev",)), ES_EN) == "unchanged"
    assert text(path) == TABLE


def test_more_of_an_entry_that_is_there(path: Path) -> None:
    assert add_entry(path, GlossaryEntry("Kiev", "Kyiv", ("Kiew",), domain="geography"), ES_EN) == "changed"
    assert text(path) == ("# ours\nsource,target,aliases,domain\nKiev,Kyiv,Kíev|Kiew,geography\nPekín,Beijing,,\n")


@pytest.mark.parametrize("entry", [GlossaryEntry("Kiev", "Kiev"), GlossaryEntry("Kiew", "Kiew", ("Kíev",))])
def test_a_contradiction_is_refused(path: Path, entry: GlossaryEntry) -> None:
    with pytest.raises(GlossaryError, match=r"names\.csv:3: 'K.ev' is 'Kyiv' there: change it with --replace"):
        add_entry(path, entry, ES_EN)
    assert text(path) == TABLE


def test_replacing_keeps_what_the_new_entry_does_not_say(path: Path) -> None:
    assert add_entry(path, GlossaryEntry("Kiev", "Kiev"), ES_EN, replacing=True) == "changed"
    assert text(path) == TABLE.replace("Kyiv", "Kiev")


def test_replacing_takes_forms_from_other_entries(path: Path) -> None:
    assert add_entry(path, GlossaryEntry("Kíev", "Kiev", ("Pekín",)), ES_EN, replacing=True) == "added"
    assert text(path) == "# ours\nsource,target,aliases\nKiev,Kyiv,\nKíev,Kiev,Pekín\n"


def test_what_was_to_be_kept_may_be_translated(path: Path) -> None:
    path.write_text("source,target,do_not_translate\nSputnik,,yes\n")
    add_entry(path, GlossaryEntry("Sputnik", "Satellite"), ES_EN, replacing=True)
    assert text(path) == "source,target,do_not_translate\nSputnik,Satellite,\n"


@pytest.mark.parametrize(
    ("name", "first_line"), [("new.csv", "source,target\n"), ("new.json", "{\n"), ("new.tbx", "<?xml ")]
)
def test_a_missing_file_is_made(tmp_path: Path, name: str, first_line: str) -> None:
    path = tmp_path / name
    assert add_entry(path, GlossaryEntry("Roma", "Rome"), ES_EN) == "added"
    assert add_entry(path, GlossaryEntry("Roma", "Rome"), ES_EN) == "unchanged"
    assert text(path).startswith(first_line)


def test_a_missing_folder_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(OutputError):
        add_entry(tmp_path / "nowhere" / "new.csv", GlossaryEntry("Roma", "Rome"), ES_EN)
