"""Options from the environment and from `tsum.toml`, and what `tsum config` says of them."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Result, Tsum

FILE = """[defaults]
beam = 4
to = "en"
glossary = ["names.csv"]

[batch]
out = "briefings"
format = ["md", "json"]
tree = true
max-minutes = 5

[profile.night]
threads = 1
[profile.night.batch]
nice = 10
tree = false
"""


@pytest.fixture
def desk(home: Path) -> Path:
    folder = home / "desk"
    folder.mkdir()
    (folder / "tsum.toml").write_text(FILE, encoding="utf-8")
    return folder


def users_file(home: Path, text: str) -> Path:
    path = home / ".config" / "tsum" / "tsum.toml"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return path


def shown(result: Result) -> dict[str, tuple[Any, str, str | None]]:
    """The options of a command by key, with value, source and origin."""
    assert result.code == 0, result.err
    facts = json.loads(result.out)["options"]
    return {option["option"]: (option["value"], option["source"], option["origin"]) for option in facts}


def test_each_level_goes_before_the_next(tsum: Tsum, home: Path, desk: Path) -> None:
    """The length of a summary, as each level says it: by the number of sentences that are printed."""
    article = desk / "a.txt"
    article.write_text("".join(f"El ministro número {n} visitó la ciudad de Soria.\n\n" for n in range(1, 9)), "utf-8")
    project = desk / "tsum.toml"
    project.write_text("", encoding="utf-8")

    def length(*arguments: str, **env: str) -> int:
        result = tsum(*arguments, article, "--from", "es", cwd=desk, env=env)
        assert result.code == 0, result.err
        return len(result.out.splitlines())

    assert length("summarize") == 5
    users_file(home, "[summarize]\nsentences = 1\n")
    assert length("summarize") == 1
    project.write_text("[defaults]\nsentences = 2\n", encoding="utf-8")
    assert length("summarize") == 2
    project.write_text("[defaults]\nsentences = 2\n[summarize]\nsentences = 3\n", encoding="utf-8")
    assert length("summarize") == 3
    project.write_text("[summarize]\nsentences = 3\n[profile.long]\nsentences = 4\n", encoding="utf-8")
    assert length("summarize") == 3
    assert length("--profile", "long", "summarize") == 4
    assert length("summarize", TSUM_PROFILE="long") == 4
    assert length("summarize", TSUM_PROFILE="long", TSUM_SENTENCES="6") == 6
    assert length("summarize", "--sentences", "7", TSUM_PROFILE="long", TSUM_SENTENCES="6") == 7
    assert length("--no-project", "summarize") == 5
    assert length("summarize", TSUM_NO_PROJECT="1", TSUM_PROFILE="long") == 5


def test_an_option_that_must_be_given_may_stand_in_the_file(tsum: Tsum, desk: Path) -> None:
    """The output goes where the file says, seen from the file, in the formats that it says."""
    (desk / "names.csv").write_text("source,target\n", encoding="utf-8")
    below = desk / "in"
    below.mkdir()
    (below / "a.txt").write_text("El ministro visitó ayer la ciudad de Soria con su esposa.\n", encoding="utf-8")
    result = tsum("batch", "a.txt", cwd=below)
    assert result.code == 0, result.err
    assert {path.suffix for path in (desk / "briefings").rglob("a*")} == {".md", ".json"}
    refused = tsum("batch", "a.txt", "--no-project", cwd=below)
    assert refused.code == 2
    assert "--out" in refused.err


def test_show_says_where_each_value_comes_from(tsum: Tsum, home: Path, desk: Path) -> None:
    own = users_file(home, '[glossary]\ncurated = false\n[defaults]\nbeam = 1\ndevice = "cpu"\n')
    project = desk / "tsum.toml"
    env = {"TSUM_LENIENT": "yes", "TSUM_THREADS": "2", "TSUM_SINCE": "2d"}
    options = shown(tsum("--profile", "night", "config", "show", "batch", "--json", cwd=desk, env=env))
    assert options["beam"] == (4, "file", f"{project}:2")
    assert options["device"] == ("cpu", "file", f"{own}:5")
    assert options["glossary"] == ([str(desk / "names.csv")], "file", f"{project}:4")
    assert options["tree"] == (False, "profile", f"{project}:16")
    assert options["nice"] == (10, "profile", f"{project}:15")
    assert options["threads"] == (2, "environment", "TSUM_THREADS")
    assert options["lenient"] == (True, "environment", "TSUM_LENIENT")
    assert options["since"] == ("2d", "environment", "TSUM_SINCE")
    assert options["sentences"] == (5, "default", None)
    assert options["curated"] == (False, "file", f"{own}:2")
    assert options["no_project"] == (False, "default", None)


def test_show_without_a_command_lists_what_is_set(tsum: Tsum, desk: Path) -> None:
    result = tsum("config", "show", cwd=desk, env={"TSUM_ALGORITHM": "luhn"})
    lines = result.out.splitlines()
    where = f"{desk / 'tsum.toml'}"
    assert f"beam\t4\t{where}:2 [defaults]\trun, batch, brief, translate, glossary suggest" in lines
    assert f"max_minutes\t5.0\t{where}:10 [batch]\tbatch" in lines
    assert "algorithm\tluhn\tTSUM_ALGORITHM\trun, batch, brief, summarize" in lines
    assert not [line for line in lines if "default\t" in line]


def test_show_says_if_nothing_is_set(tsum: Tsum, desk: Path) -> None:
    for arguments in (("--no-project", "config", "show"), ("config", "show")):
        result = tsum(*arguments, cwd=desk if arguments[0] != "config" else desk.parent)
        assert (result.code, result.out) == (0, "")
        assert result.err.startswith("tsum: every option has its default")


def test_show_names_the_profile(tsum: Tsum, desk: Path) -> None:
    result = tsum("config", "show", "run", cwd=desk, env={"TSUM_PROFILE": "night"})
    assert result.err == "tsum: profile night, chosen by TSUM_PROFILE\n"
    assert f"threads\t1\t{desk / 'tsum.toml'}:13 [profile.night]" in result.out.splitlines()


def test_show_of_a_value_that_the_command_would_refuse(tsum: Tsum, desk: Path) -> None:
    options = shown(tsum("config", "show", "batch", "--json", cwd=desk, env={"TSUM_NICE": "very"}))
    assert options["nice"] == ("very", "environment", "TSUM_NICE")


def test_show_of_a_command_in_a_group(tsum: Tsum, desk: Path) -> None:
    options = shown(tsum("config", "show", "glossary", "suggest", "--json", cwd=desk))
    assert options["beam"] == (4, "file", f"{desk / 'tsum.toml'}:2")
    refused = tsum("config", "show", "glosary", cwd=desk)
    assert refused.code == 2
    assert refused.err.startswith("tsum: 'glosary' is no command that can be configured: known are run, batch, ")


def test_a_terminal_gets_a_table(home: Path, desk: Path) -> None:
    main, other = pty.openpty()
    subprocess.run(
        [sys.executable, "-m", "translate_pipeline", "config", "show", "batch"], stdout=other, cwd=desk, check=True
    )
    os.close(other)
    text = b""
    try:
        while part := os.read(main, 65536):
            text += part
    except OSError:
        pass
    os.close(main)
    assert "Option" in text.decode()
    assert "max_minutes" in text.decode()


def test_path_lists_the_files_that_are_read(tsum: Tsum, home: Path, desk: Path) -> None:
    assert tsum("config", "path", cwd=desk).out == f"{desk / 'tsum.toml'}\n"
    own = users_file(home, "")
    assert tsum("config", "path", cwd=desk).out == f"{desk / 'tsum.toml'}\n{own}\n"
    nothing = tsum("--no-project", "config", "path", cwd=desk)
    assert (nothing.code, nothing.out) == (0, "")
    assert "no tsum.toml is read" in nothing.err


def test_a_bad_value_is_named_with_its_place(tsum: Tsum, desk: Path, example: Path) -> None:
    project = desk / "tsum.toml"
    by_variable = tsum("run", example, cwd=desk, env={"TSUM_BEAM": "77"})
    assert (by_variable.code, by_variable.err) == (2, "tsum: TSUM_BEAM: --beam must be from 1 to 32\n")
    refused = tsum("batch", example, cwd=desk, env={"TSUM_NICE": "very"})
    assert refused.code == 2
    assert refused.err.startswith("tsum: TSUM_NICE: --nice: ")
    project.write_text("[defaults]\n\nbeam = 77\n[batch]\nmax-documents = 0\n", encoding="utf-8")
    in_file = tsum("run", example, cwd=desk)
    assert (in_file.code, in_file.err) == (2, f"tsum: {project}:3: --beam must be from 1 to 32\n")
    refused = tsum("batch", example, "--out", "x", cwd=desk)
    assert refused.code == 2
    assert refused.err.startswith(f"tsum: {project}:5: --max-documents: ")
    assert refused.err.count("\n") == 1
    typed = tsum("run", example, "--beam", "78", cwd=desk)
    assert typed.err == "tsum: --beam must be from 1 to 32\n"


def test_a_bad_file_is_named_by_every_command_that_reads_it(tsum: Tsum, desk: Path, example: Path) -> None:
    project = desk / "tsum.toml"
    project.write_text("[run]\nbeem = 1\n[glossary]\nfile = []\n", encoding="utf-8")
    result = tsum("detect", example, cwd=desk)
    assert (result.code, result.out) == (2, "")
    assert result.err == f"tsum: {project}:4: unknown key 'file' in [glossary]: known are files, curated\n"
    project.write_text("[run]\nbeem = 1\n", encoding="utf-8")
    assert tsum("detect", example, cwd=desk).err.startswith(f"tsum: {project}:2: unknown key 'beem' in [run]: ")
    assert tsum("config", "show", cwd=desk).code == 2
    assert tsum("detect", example, "--help", cwd=desk).code == 0
    assert tsum("config", "path", cwd=desk).code == 0
    assert tsum("--no-project", "detect", example, cwd=desk).code == 0


def test_no_project_ignores_the_users_file_too(tsum: Tsum, home: Path, example: Path) -> None:
    users_file(home, "[defaults]\nbeam = 99\n[glossary]\nfiles = ['gone.csv']\n")
    assert tsum("run", example).code == 2
    assert tsum("run", example, "--no-project").code == 0
    assert tsum("--no-project", "run", example).code == 0


def test_profiles_that_cannot_be_used(tsum: Tsum, desk: Path, example: Path) -> None:
    unknown = tsum("--profile", "day", "run", example, cwd=desk)
    assert (unknown.code, unknown.err) == (2, "tsum: --profile: unknown profile 'day': known are night\n")
    by_variable = tsum("run", example, cwd=desk.parent, env={"TSUM_PROFILE": "day"})
    assert by_variable.err.startswith("tsum: TSUM_PROFILE: unknown profile 'day': there is no [profile.…]")
    assert tsum("--profile", "night", "run", example, "--no-project", cwd=desk).code == 2


@pytest.mark.parametrize("consent", ["yes", "trust", "install", "remove"])
def test_consent_is_given_on_the_command_line_alone(tsum: Tsum, desk: Path, example: Path, consent: str) -> None:
    (desk / "tsum.toml").write_text(f"[defaults]\n{consent} = true\n", encoding="utf-8")
    assert f"unknown key '{consent}'" in tsum("detect", example, cwd=desk).err
    kept = tsum("memory", "prune", "--unused", "0", cwd=desk.parent, env={f"TSUM_{consent.upper()}": "1"})
    assert kept.code == 2
    assert "say --yes" in kept.err


def test_a_job_for_a_scheduler_is_not_configured(tsum: Tsum, desk: Path, example: Path) -> None:
    """What `--log` means to a batch, it does not mean to the scheduler."""
    (desk / "tsum.toml").write_text('[defaults]\nlog = "events.jsonl"\n', encoding="utf-8")
    line = tsum(
        "schedule", "crontab", "--every", "1h", "--", "run", example, "-o", "x.md", cwd=desk, env={"TSUM_LOG": "y"}
    )
    assert line.code == 0, line.err
    assert "events.jsonl" not in line.out


def test_negative_names_and_options_that_stand_alone(tsum: Tsum, desk: Path) -> None:
    (desk / "tsum.toml").write_text(
        "[run]\nsummary-only = true\nstrict = true\n[batch]\nflat = false\n", encoding="utf-8"
    )
    options = shown(tsum("config", "show", "run", "--json", cwd=desk))
    assert options["full"] == (False, "file", f"{desk / 'tsum.toml'}:2")
    assert options["strict"] == ("any", "file", f"{desk / 'tsum.toml'}:3")
    assert shown(tsum("config", "show", "batch", "--json", cwd=desk))["tree"][0] is True


def test_strict_may_name_checks_or_be_switched_off(tsum: Tsum, desk: Path) -> None:
    for text, value in (('"numbers,names"', "numbers,names"), ("false", None)):
        (desk / "tsum.toml").write_text(f"[run]\nstrict = {text}\n", encoding="utf-8")
        assert shown(tsum("config", "show", "run", "--json", cwd=desk))["strict"][0] == value
    (desk / "tsum.toml").write_text("[run]\nstrict = 1\n", encoding="utf-8")
    refused = tsum("run", "x.txt", cwd=desk)
    assert refused.err == f"tsum: {desk / 'tsum.toml'}:2: strict must be text in quotation marks, or true\n"


def test_variables_that_no_command_knows_are_told_of(tsum: Tsum, desk: Path) -> None:
    for name, hint in (("TSUM_BEEM", ": is TSUM_BEAM meant?"), ("TSUM_XYZZY", "")):
        told = tsum("config", "show", cwd=desk, env={name: "1", "TSUM_BEAM": "3", "TSUM_DEBUG": ""})
        assert (told.code, told.err) == (0, f"tsum: {name} is set, but no command knows it{hint}\n")
