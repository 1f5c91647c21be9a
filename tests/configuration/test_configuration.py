"""What configuration files give for the options of commands."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from translate_pipeline.configuration import ConfigurableOption, Configuration, read_toml
from translate_pipeline.errors import UsageError


def options(*known: ConfigurableOption) -> dict[str, ConfigurableOption]:
    return {option.key: option for option in known}


BEAM = ConfigurableOption("beam", "beam", int)
FORMAT, FORMATS = ConfigurableOption("format", "format", str), ConfigurableOption("format", "format", str, True)
GLOSSARY = ConfigurableOption("glossary", "glossaries", Path, repeatable=True)
MINUTES = ConfigurableOption("max_minutes", "max_minutes", float)
DEVICE = ConfigurableOption("device", "device", str, choices=("cpu", "cuda"))
TREE = ConfigurableOption("tree", "tree", bool)
OUT = ConfigurableOption("out", "out", Path)
COMMANDS = {
    "run": options(BEAM, FORMAT, GLOSSARY, DEVICE),
    "batch": options(BEAM, FORMATS, GLOSSARY, DEVICE, MINUTES, TREE, OUT),
    "packages verify": options(DEVICE),
}


def configuration(*texts: str, folder: Path, profile: str | None = None) -> Configuration:
    """The configuration of files that lie in folders `0`, `1` and so on."""
    files = []
    for number, text in enumerate(texts):
        path = folder / str(number) / "tsum.toml"
        path.parent.mkdir()
        path.write_text(text, encoding="utf-8")
        files.append(read_toml(path))
    return Configuration(files, COMMANDS, profile)


def values(*texts: str, folder: Path, command: str = "batch", profile: str | None = None) -> dict[str, Any]:
    given = configuration(*texts, folder=folder, profile=profile).values(command)
    return {parameter: value.value for parameter, value in given.items()}


def test_defaults_are_for_every_command_that_has_the_option(tmp_path: Path) -> None:
    known = configuration('[defaults]\nbeam = 3\ntree = true\ndevice = "cuda"\n', folder=tmp_path)
    assert {name: sorted(known.values(name)) for name in COMMANDS} == {
        "run": ["beam", "device"],
        "batch": ["beam", "device", "tree"],
        "packages verify": ["device"],
    }


# From what goes first to what goes last; each is put before those after it.
PRECEDENCE = [
    (0, "[profile.night.batch]\nbeam = 1\n"),
    (0, "[profile.night]\nbeam = 2\n"),
    (1, "[profile.night.batch]\nbeam = 3\n"),
    (1, "[profile.night]\nbeam = 4\n"),
    (0, "[batch]\nbeam = 5\n"),
    (0, "[defaults]\nbeam = 6\n"),
    (1, "[batch]\nbeam = 7\n"),
    (1, "[defaults]\nbeam = 8\n"),
]


@pytest.mark.parametrize("first", range(len(PRECEDENCE)))
def test_precedence_of_tables_and_files(tmp_path: Path, first: int) -> None:
    texts = ["[profile.night]\n", ""] if first > 3 else ["", ""]
    for file, table in PRECEDENCE[first:]:
        texts[file] += table
    # A profile that is not chosen says nothing.
    texts[0] += "[profile.day.batch]\nbeam = 9\n"
    assert values(*texts, folder=tmp_path, profile="night") == {"beam": first + 1}


def test_a_value_knows_its_place(tmp_path: Path) -> None:
    known = configuration("[batch]\n\nmax-minutes = 5\n", "[defaults]\nbeam = 3\n", folder=tmp_path)
    given = known.values("batch")
    assert (given["max_minutes"].place, given["max_minutes"].table) == (f"{tmp_path}/0/tsum.toml:3", "batch")
    assert (given["beam"].place, given["beam"].table) == (f"{tmp_path}/1/tsum.toml:2", "defaults")


def test_kinds_of_values(tmp_path: Path, home: Path) -> None:
    text = '[batch]\nmax_minutes = 5\ntree = false\nout = "out"\nformat = "md"\n'
    given = values(text + 'glossary = ["a.csv", "/b.csv", "~/c.csv"]\n', folder=tmp_path)
    assert given == {
        "max_minutes": 5.0,
        "tree": False,
        "out": tmp_path / "0" / "out",
        "glossaries": [tmp_path / "0" / "a.csv", Path("/b.csv"), home / "c.csv"],
        "format": ["md"],
    }
    assert isinstance(given["max_minutes"], float)


def test_the_profile_that_the_files_name(tmp_path: Path) -> None:
    chosen = '[defaults]\nprofile = "day"\n'
    profiles = "[profile.day]\nbeam = 1\n[profile.night]\nbeam = 2\n"
    known = configuration(chosen, profiles, folder=tmp_path)
    assert (known.profile, known.profile_place) == ("day", f"{tmp_path}/0/tsum.toml:2")
    assert known.values("run")["beam"].value == 1
    assert Configuration(known.files, COMMANDS, "night").values("run")["beam"].value == 2


@pytest.mark.parametrize(
    ("text", "line", "why"),
    [
        ("[glosary]\n", 1, "unknown table or key 'glosary': known are glossary, defaults, profile, run, batch"),
        ("# ours\n\nbeam = 3\n", 3, "unknown table or key 'beam'"),
        ("batch = 3\n", 1, "batch must be a table: write [batch]"),
        ("[[batch]]\nbeam = 1\n", 1, "batch must be a table"),
        ('profile = "night"\n', 1, "profile must be a table: write [profile.NAME], and choose one in [defaults]"),
        ("[profile]\nnight = 1\n", 2, "profile.night must be a table: write [profile.night]"),
        ("[packages]\n", 1, "unknown table or key 'packages'"),
        ("[run]\n\nbeem = 3\n", 3, "unknown key 'beem' in [run]: known are beam, device, format, glossary"),
        ("[run]\ntree = true\n", 2, "unknown key 'tree' in [run]"),
        (
            "[defaults]\nbeem = 3\n",
            2,
            "unknown key 'beem' in [defaults]: known are beam, device, format, glossary, max_",
        ),
        ("[profile.a.run]\ntree = true\n", 2, "unknown key 'tree' in [profile.a.run]"),
        ("[profile.a.detect]\nx = 1\n", 1, "unknown key 'detect' in [profile.a]"),
        ('[run]\nbeam = "3"\n', 2, "beam must be a whole number"),
        ("[run]\nbeam = 3.5\n", 2, "beam must be a whole number"),
        ("[run]\nbeam = true\n", 2, "beam must be a whole number"),
        ("[batch]\nmax-minutes = true\n", 2, "max-minutes must be a number"),
        ("[batch]\ntree = 1\n", 2, "tree must be true or false"),
        ("[batch]\nout = 1\n", 2, "out must be a path in quotation marks"),
        ('[batch]\nout = ""\n', 2, "out must be a path in quotation marks"),
        ('[batch]\nout = "a\\u0000b"\n', 2, "out must be a path in quotation marks"),
        ("[batch]\nformat = [1]\n", 2, "format must be text in quotation marks, or a list of such"),
        ('[defaults]\nformat = ["md", "txt"]\n', 2, "format must be text in quotation marks for `tsum run`"),
        ('[run]\ndevice = "gpu"\n', 2, "device must be one of cpu, cuda"),
        ("[run]\nbeam = {a = 1}\n", 2, "beam must be a whole number"),
        ("[defaults]\nprofile = 1\n", 2, "profile must be text in quotation marks"),
        ('[defaults]\nprofile = "x"\n', 2, "unknown profile 'x': there is no [profile.…] in any tsum.toml"),
        ('[defaults]\nprofile = "x"\n[profile.a]\n[profile.b]\n', 2, "unknown profile 'x': known are a, b"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(tmp_path: Path, text: str, line: int, why: str) -> None:
    with pytest.raises(UsageError) as caught:
        configuration("[glossary]\n", text, folder=tmp_path)
    assert str(caught.value).startswith(f"{tmp_path}/1/tsum.toml:{line}: ")
    assert why in str(caught.value)
    assert "\n" not in str(caught.value)


def test_an_unknown_profile_of_the_command_line(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"^--profile: unknown profile 'x': known are a$"):
        configuration("[profile.a]\n", folder=tmp_path, profile="x")
