"""`tsum glossary suggest` as a person calls it."""

from __future__ import annotations

from pathlib import Path

import typer
from typer.testing import CliRunner, Result

from translate_pipeline.cli.suggest import suggest
from translate_pipeline.errors import ExitCode
from translate_pipeline.glossary.formats import read_glossary_file

APP = typer.Typer()
APP.command()(suggest)


def run(*arguments: str | Path) -> Result:
    """What the command gives; `return_value` is its exit code."""
    return CliRunner().invoke(APP, [str(argument) for argument in arguments], standalone_mode=False)


def test_it_writes_a_glossary_that_leaves_nothing_to_suggest(home: Path, tmp_path: Path, example: Path) -> None:
    names = tmp_path / "names.csv"
    assert run(example, "--no-default-glossary", "-o", names).return_value == 0
    entries = {entry.source: entry for entry in read_glossary_file(names)}
    assert entries["Corea del Norte"].target == "North Korea"
    assert entries["Yoon Suk Yeol"].target == "Yoon Suk Yeol"
    again = run(example, "--no-default-glossary", "--no-translate", "-g", names)
    assert (again.return_value, again.stdout) == (0, "source,target,aliases,note\n")


def test_frequent_names_alone_and_without_translation(home: Path, example: Path) -> None:
    result = run(example, "--no-default-glossary", "--no-translate", "--min-count", "4")
    assert result.stdout.splitlines()[1:] == [
        "Rusia,Rusia,,6 times in corea-del-norte.es.txt",
        "Corea del Norte,Corea del Norte,,4 times in corea-del-norte.es.txt",
    ]


def test_texts_that_are_not_spanish_are_left_out(home: Path, tmp_path: Path, example: Path) -> None:
    english = tmp_path / "english.txt"
    english.write_text("The Supreme Leader of North Korea has met the defence minister of Russia in the capital.\n")
    result = run(english, example, "--no-translate", "-v")
    assert result.return_value == 0
    assert "english.txt: left out: it is in en, and names are found in Spanish" in result.stderr
    assert "names suggested: " in result.stderr


def test_an_input_that_is_missing_does_not_stop_the_others(home: Path, tmp_path: Path, example: Path) -> None:
    result = run(tmp_path / "missing.txt", example, "--no-translate")
    assert result.return_value == ExitCode.SOME_FAILED
    assert result.stdout.startswith("source,target,aliases,note\n")
    assert "missing.txt: no such file" in result.stderr


def test_nothing_is_written_when_every_input_fails(home: Path, tmp_path: Path) -> None:
    names = tmp_path / "names.csv"
    result = run(tmp_path / "a.txt", tmp_path / "b.txt", "-o", names)
    assert str(result.exception) == f"{names}: not written, since every input failed"
    assert not names.exists()
