"""`tsum glossary`, mostly in this process; the main paths through the real command."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from typer.testing import CliRunner

from translate_pipeline.cli.app import app
from translate_pipeline.errors import TsumError
from translate_pipeline.glossary.formats import read_glossary

if TYPE_CHECKING:
    from tests.conftest import Tsum

NAMES = "# ours\nsource,target,aliases,domain\nKiev,Kyiv,Kíev,geography\nSeúl,Keijo,,\nOTAN,NATO,,military\n"


@pytest.fixture
def desk(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with a glossary in it."""
    folder = home / "desk"
    folder.mkdir()
    (folder / "names.csv").write_text(NAMES, encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


def run(*arguments: str, input: str = "") -> tuple[int, str, str]:
    """Exit code, standard output, and the complaint or the notes."""
    result = CliRunner().invoke(app, ["glossary", *arguments], input=input, standalone_mode=False)
    if isinstance(result.exception, TsumError):
        return int(result.exception.exit_code), result.stdout, str(result.exception)
    if result.exception is not None:
        raise result.exception
    return int(result.return_value or 0), result.stdout, result.stderr


def from_json(text: str) -> Any:
    return json.loads(text)


def test_convert_to_every_format_and_back(desk: Path) -> None:
    for old, new in (("names.csv", "a.tbx"), ("a.tbx", "b.json"), ("b.json", "c.tsv"), ("c.tsv", "d.csv")):
        assert run("convert", old, new) == (0, "", "")
    assert (desk / "d.csv").read_text() == NAMES.removeprefix("# ours\n").replace("source,target", "es,en")


def test_convert_bare_is_for_deepl(desk: Path) -> None:
    assert run("convert", "names.csv", "deepl.csv", "--bare") == (0, "", "")
    assert (desk / "deepl.csv").read_text() == "Kiev,Kyiv\nKíev,Kyiv\nSeúl,Keijo\nOTAN,NATO\n"


def test_convert_states_the_languages_it_is_told(desk: Path) -> None:
    run("convert", "names.csv", "a.json", "--from", "ca")
    assert str(read_glossary(desk / "a.json").pair) == "ca-en"


@pytest.mark.parametrize(
    ("arguments", "code", "why"),
    [
        (["names.csv", "out.xlsx"], 2, "unknown glossary format"),
        (["names.csv", "out.tbx", "--bare"], 2, "--bare is for CSV and TSV"),
        (["names.csv", "nowhere/out.tbx"], 11, "does not exist: make it first"),
        (["names.csv", "names.csv"], 11, "is an input too"),
        (["missing.csv", "out.tbx"], 4, "missing.csv: glossary cannot be read"),
        (["names.csv", "out.tbx", "--from", "Spanish"], 2, "no language code"),
    ],
)
def test_convert_with_bad_input(desk: Path, arguments: list[str], code: int, why: str) -> None:
    found, out, complaint = run("convert", *arguments)
    assert (found, out) == (code, "")
    assert why in complaint
    assert "\n" not in complaint
    assert [path.name for path in desk.iterdir()] == ["names.csv"]


def test_convert_leaves_bad_rows_out_when_lenient(desk: Path) -> None:
    Path("bad.csv").write_text("Kiev,Kyiv\nPekín,\n")
    assert run("convert", "bad.csv", "out.csv")[0] == 4
    assert run("convert", "bad.csv", "out.csv", "--lenient") == (
        0,
        "",
        "tsum: 1 glossary row is left out\ntsum: bad.csv:2: empty target: give it a value or remove the row\n",
    )
    assert Path("out.csv").read_text() == "source,target\nKiev,Kyiv\n"


def test_check_of_a_good_glossary(desk: Path) -> None:
    assert run("check", "names.csv") == (0, "", "tsum: 3 entries, errors: 0, warnings: 0\n")


def test_check_names_what_is_wrong(desk: Path) -> None:
    Path("bad.csv").write_text("Kiev,Kyiv\nKiev,Kiev\nPekín,\nKiev,Kyiv\n")
    code, out, notes = run("check", "bad.csv")
    assert (code, notes) == (4, "tsum: 3 entries, errors: 2, warnings: 1\n")
    assert out == (
        "bad.csv:2: error: 'Kiev' is 'Kiev' here and 'Kyiv' in bad.csv:1: keep one of them\n"
        "bad.csv:3: error: empty target: give it a value or remove the row\n"
        "bad.csv:4: warning: 'Kiev' is in bad.csv:1 already\n"
    )


def test_check_of_warnings_alone_is_no_failure(desk: Path) -> None:
    Path("again.csv").write_text("Kiev,Kyiv\nKiev,Kyiv\n")
    code, out, _ = run("check", "again.csv", "--json")
    assert (code, from_json(out)) == (
        0,
        [
            {
                "file": "again.csv",
                "line": 2,
                "severity": "warning",
                "kind": "duplicate",
                "message": "'Kiev' is in again.csv:1 already",
            }
        ],
    )


def test_add_keeps_the_rest_of_the_file(desk: Path) -> None:
    assert run("add", "names.csv", "Roma", "Rome", "--alias", "Urbe", "--domain", "geography") == (
        0,
        "added: Roma → Rome in names.csv\n",
        "",
    )
    assert (desk / "names.csv").read_text() == NAMES + "Roma,Rome,Urbe,geography\n"


def test_add_refuses_a_contradiction_unless_told(desk: Path) -> None:
    assert run("add", "names.csv", "Kiev", "Kiev") == (
        4,
        "",
        "names.csv:3: 'Kiev' is 'Kyiv' there: change it with --replace",
    )
    assert (desk / "names.csv").read_text() == NAMES
    assert run("add", "names.csv", "Kiev", "Kiev", "--replace")[:2] == (0, "changed: Kiev → Kiev in names.csv\n")
    assert (desk / "names.csv").read_text() == NAMES.replace("Kyiv", "Kiev")


@pytest.mark.parametrize(
    ("arguments", "code", "why"),
    [
        (["names.csv", "Roma", ""], 4, "the new entry: empty target"),
        (["names.csv", "R", "Rome"], 4, "the new entry: source 'R' is no term"),
        (["names.csv", "Roma", "Rome", "--article", "a"], 4, "article 'a' is unknown: use none, the"),
        (["new.xlsx", "Roma", "Rome"], 2, "unknown glossary format"),
        (["nowhere/new.csv", "Roma", "Rome"], 11, "nowhere/new.csv: cannot be written"),
        (["/", "Roma", "Rome"], 4, "/: glossary cannot be read"),
    ],
)
def test_add_with_bad_input(desk: Path, arguments: list[str], code: int, why: str) -> None:
    found, out, complaint = run("add", *arguments)
    assert (found, out) == (code, "")
    assert why in complaint
    assert (desk / "names.csv").read_text() == NAMES


def test_list_of_files_shows_their_entries(desk: Path) -> None:
    assert run("list", "names.csv") == (
        0,
        "Kiev\tKyiv\tKíev\tgeography\tnames.csv:3\nSeúl\tKeijo\t\t\tnames.csv:4\nOTAN\tNATO\t\tmilitary\tnames.csv:5\n",
        "",
    )
    assert run("list", "names.csv", "--domain", "military")[1] == "OTAN\tNATO\t\tmilitary\tnames.csv:5\n"
    (entry,) = from_json(run("list", "names.csv", "--domain", "geography", "--json")[1])
    assert (entry["source"], entry["aliases"], entry["origin"]) == ("Kiev", ["Kíev"], "names.csv:3")


def test_list_shows_what_a_run_would_use_here(desk: Path) -> None:
    (desk / "tsum.toml").write_text('[glossary]\nfiles = ["names.csv"]\n')
    layers = from_json(run("list", "--json")[1])
    assert layers[0] == {"file": f"{desk}/names.csv", "from": f"{desk}/tsum.toml", "entries": 3}
    assert {layer["from"] for layer in layers[1:]} == {"curated"}
    assert all(layer["entries"] > 0 for layer in layers)
    assert run("list", "--no-project", "--json")[1] == json.dumps(layers[1:], ensure_ascii=False, indent=2) + "\n"
    (desk / "tsum.toml").write_text('[glossary]\nfiles = ["names.csv"]\ncurated = false\n')
    assert run("list", "--domain", "military")[1] == f"1\t{desk}/tsum.toml\t{desk}/names.csv\n"


def test_list_where_there_is_nothing(desk: Path) -> None:
    assert run("list", "--from", "fr", "--to", "de") == (0, "", "")


def test_lookup_names_the_entries_and_what_they_keep_out(desk: Path) -> None:
    code, out, notes = run("lookup", "En Seúl y Kíev", "-g", "names.csv")
    first, second, *others = out.splitlines()
    assert (code, notes) == (0, "")
    assert first == "found\tSeúl\tKeijo\tnames.csv:4"
    assert second.startswith("shadowed\tSeúl\tSeoul\t")
    assert "found\tKíev\tKyiv\tnames.csv:3" in others


def test_lookup_as_json_from_standard_input(desk: Path) -> None:
    arguments = ["lookup", "-", "-g", "names.csv", "--no-default-glossary", "--json"]
    (term,) = from_json(run(*arguments, input="La OTAN se reunió.\n")[1])
    assert (term["text"], term["start"], term["target"]) == ("OTAN", 3, "NATO")
    assert (term["entry"]["origin"], term["shadowed"]) == ("names.csv:5", [])


def test_lookup_of_a_file_says_that_its_name_is_looked_up(desk: Path) -> None:
    note = run("lookup", "names.csv", "--no-default-glossary")[2].splitlines()[0]
    assert note == "tsum: names.csv: its name is looked up, not what is in the file: for that give - and `< names.csv`"


def test_lookup_without_a_match(desk: Path) -> None:
    assert run("lookup", "No hay nada.", "--no-default-glossary") == (0, "", "tsum: no entry matches\n")


def test_diff(desk: Path) -> None:
    Path("new.csv").write_text("source,target,aliases\nKiev,Kiev,\nOTAN,NATO,\nRoma,Rome,Urbe\n")
    code, out, notes = run("diff", "names.csv", "new.csv")
    assert (code, notes) == (0, "")
    assert out == (
        "+ Roma → Rome\n- Seúl → Keijo\n"
        "~ Kiev: target: Kyiv → Kiev; aliases: Kíev → -; domain: geography → -\n~ OTAN: domain: military → -\n"
    )
    facts = from_json(run("diff", "names.csv", "new.csv", "--json")[1])
    assert [entry["source"] for entry in facts["added"]] == ["Roma"]
    assert [entry["source"] for entry in facts["removed"]] == ["Seúl"]
    assert [(c["source"], c["fields"]) for c in facts["changed"]] == [
        ("Kiev", ["target", "aliases", "domain"]),
        ("OTAN", ["domain"]),
    ]


def test_diff_of_the_same(desk: Path) -> None:
    assert run("diff", "names.csv", "names.csv") == (0, "", "")


def test_a_bad_project_file_is_one_line(desk: Path) -> None:
    (desk / "tsum.toml").write_text("[glossary]\nfile = []\n")
    code, out, complaint = run("lookup", "Seúl")
    assert (code, out) == (2, "")
    assert complaint == f"{desk}/tsum.toml:2: unknown key 'file' in [glossary]: known are files, curated"
    assert run("lookup", "Seúl", "--no-project")[0] == 0


def test_the_real_command(tsum: Tsum, desk: Path) -> None:
    assert tsum("glossary", "convert", "names.csv", "names.tbx", cwd=desk).code == 0
    checked = tsum("glossary", "check", "names.tbx", cwd=desk)
    assert (checked.code, checked.out, checked.err) == (0, "", "tsum: 3 entries, errors: 0, warnings: 0\n")
    added = tsum("glossary", "add", "names.tbx", "Kiev", "Kiev", cwd=desk)
    assert (added.code, added.out) == (4, "")
    assert added.err.startswith("tsum: names.tbx:1")
    assert added.err.count("\n") == 1
    listed = tsum("glossary", "list", "names.tbx", cwd=desk, env={"LC_ALL": "C", "PYTHONUTF8": "0"})
    assert listed.out.splitlines()[1].startswith("Seúl\tKeijo\t")


def test_a_run_uses_the_glossaries_of_its_project(tsum: Tsum, desk: Path) -> None:
    (desk / "tsum.toml").write_text('[glossary]\nfiles = ["names.csv"]\n')
    (desk / "mine.csv").write_text("Kiev,Kiiv\n")
    text = "El presidente llegó ayer a Seúl y después viajó a Kiev.\n".encode()
    result = tsum("translate", "-", "--from", "es", "-g", "mine.csv", input=text, cwd=desk)
    assert result.code == 0
    assert "Keijo" in result.out
    assert "Kiiv" in result.out
