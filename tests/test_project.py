"""The table `[glossary]` of `tsum.toml`."""

from __future__ import annotations

from pathlib import Path

import pytest

from translate_pipeline.cli.options import DeviceName, translation_settings
from translate_pipeline.config import Settings
from translate_pipeline.errors import UsageError
from translate_pipeline.project import GlossaryTable, load_project, read_project


def project(folder: Path, text: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "tsum.toml"
    path.write_text(text, encoding="utf-8")
    return path


def settings(*glossaries: Path, no_default: bool = False, no_project: bool = False) -> Settings:
    return translation_settings(
        "en", "es", None, DeviceName.CPU, None, None, list(glossaries), no_default, no_project=no_project
    )


def test_the_glossary_table(tmp_path: Path) -> None:
    path = project(tmp_path, '[glossary]\nfiles = ["names.csv", "/else/more.tbx"]\ncurated = false\n')
    read = read_project(path)
    assert read.glossary == GlossaryTable(("names.csv", "/else/more.tbx"), False)
    assert read.glossary_files == (tmp_path / "names.csv", Path("/else/more.tbx"))


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "[glossary]\n", "glossary = {}\n"])
def test_an_empty_file_says_nothing(tmp_path: Path, text: str) -> None:
    assert read_project(project(tmp_path, text)).glossary == GlossaryTable((), True)


def test_wildcards_match_files_in_order(tmp_path: Path) -> None:
    for name in ("b.csv", "a.csv", "deep/c.csv", "notes.txt", "[x].csv"):
        (tmp_path / "names" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "names" / name).touch()
    path = project(tmp_path, '[glossary]\nfiles = ["names/*.csv", "names/[x].csv", "names/**/c.csv"]\n')
    names = [str(file.relative_to(tmp_path / "names")) for file in read_project(path).glossary_files]
    assert names == ["[x].csv", "a.csv", "b.csv", "[x].csv", "deep/c.csv"]


def test_a_wildcard_that_matches_nothing(tmp_path: Path) -> None:
    path = project(tmp_path, '[glossary]\ncurated = true\nfiles = [\n  "names/*.csv",\n]\n')
    with pytest.raises(UsageError) as caught:
        _ = read_project(path).glossary_files
    assert str(caught.value) == f"{path}:3: no file matches 'names/*.csv': mend the name or take it out"


@pytest.mark.parametrize(
    ("text", "line", "why"),
    [
        ("glossary = 5\n", 1, "glossary must be a table: write [glossary]"),
        ("[[glossary]]\n", 1, "glossary must be a table: write [glossary]"),
        ("[glossary]\nfiles = []\nfile = []\n", 3, "unknown key 'file' in [glossary]: known are files, curated"),
        ("[glossary.files]\na = 1\n", 1, "files must be a list of texts"),
        ('\n[glossary]\n\nfiles = "names.csv"\n', 4, "files must be a list of texts"),
        ("[glossary]\nfiles = [1]\n", 2, "files must be a list of texts"),
        ('[glossary]\ncurated = "no"\n', 2, "curated must be true or false"),
        ("glossary.curated = 1\n", 1, "curated must be true or false"),
        ("[glossary]\nfiles = [\n", 3, "malformed TOML"),
        ("[glossary]\nfiles 5\n", 2, "malformed TOML"),
        ("[glossary]\nfiles = []\nfiles = []\n", 3, "malformed TOML"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(tmp_path: Path, text: str, line: int, why: str) -> None:
    path = project(tmp_path, text)
    with pytest.raises(UsageError) as caught:
        read_project(path)
    assert str(caught.value).startswith(f"{path}:{line}: ")
    assert why in str(caught.value)
    assert "\n" not in str(caught.value)


def test_another_encoding(tmp_path: Path) -> None:
    path = project(tmp_path, "")
    path.write_bytes('[glossary]\nfiles = ["Pekín.csv"]\n'.encode("latin-1"))
    with pytest.raises(UsageError, match=r":2: not UTF-8, as TOML must be"):
        read_project(path)


def test_a_huge_file(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="larger than 1 MB"):
        read_project(project(tmp_path, "#" * (1024 * 1024 + 1)))


def test_deep_nesting(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="malformed TOML"):
        read_project(project(tmp_path, "x = " + "[" * 100_000))


def test_the_command_line_comes_before_the_project(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project(home, '[glossary]\nfiles = ["desk.csv"]\n')
    monkeypatch.chdir(home)
    mine = Path("mine.csv")
    assert settings(mine).glossaries == (mine, home / "desk.csv")
    assert settings(mine).default_glossary
    assert not settings(mine, no_default=True).default_glossary
    assert settings(mine, no_project=True).glossaries == (mine,)


def test_a_project_may_leave_the_curated_glossaries_out(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project(home, "[glossary]\ncurated = false\n")
    monkeypatch.chdir(home)
    assert not settings().default_glossary
    assert settings(no_project=True).default_glossary


def test_the_users_own_file_is_behind_the_projects(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = project(home / ".config" / "tsum", '[glossary]\nfiles = ["own.csv"]\ncurated = false\n')
    monkeypatch.chdir(home)
    assert settings().glossaries == (own.parent / "own.csv",)
    assert not settings().default_glossary
    desk = project(home / "desk", '[glossary]\nfiles = ["desk.csv"]\n')
    monkeypatch.chdir(desk.parent)
    assert settings().glossaries == (desk.parent / "desk.csv",)
    assert not settings().default_glossary
    project(home / "desk", "[glossary]\ncurated = true\n")
    assert settings().glossaries == (own.parent / "own.csv",)
    assert settings().default_glossary
    assert settings(no_project=True).glossaries == ()


def test_a_wildcard_of_the_users_file_is_named_with_its_line(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = project(home / ".config" / "tsum", '[glossary]\nfiles = ["*.csv"]\n')
    project(home, "[glossary]\ncurated = true\n")
    monkeypatch.chdir(home)
    with pytest.raises(UsageError, match="no file matches") as caught:
        settings()
    assert str(caught.value).startswith(f"{own}:2: ")


def test_without_a_project_nothing_changes(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(home)
    assert load_project() is None
    assert settings() == Settings(source="es")
