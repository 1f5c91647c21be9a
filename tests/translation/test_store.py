from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import Tsum
from tests.toy_packages import everything_below, installed, make_package, metadata, pack
from translate_pipeline.errors import InputError, PackageError
from translate_pipeline.translation.package import TranslationPackage
from translate_pipeline.translation.store import (
    argos_folders,
    bundled_packages,
    find_packages,
    installed_packages,
    open_package,
)


def listed(tsum: Tsum, env: dict[str, str] | None = None) -> list[dict[str, object]]:
    done = tsum("packages", "list", "--json", env=env)
    assert done.code == 0, done.err
    found: list[dict[str, object]] = json.loads(done.out)
    return found


def paths(found: list[dict[str, object]]) -> list[Path]:
    return [Path(str(fact["path"])) for fact in found]


def test_an_empty_home_has_no_packages_and_stays_empty(home: Path) -> None:
    assert argos_folders() == []
    assert installed_packages() == ([], [])
    assert everything_below(home) == []


def test_the_bundled_package_translates_spanish_to_english(bundled: TranslationPackage) -> None:
    assert bundled.bundled
    assert bundled.metadata.pair == "es-en"
    assert bundled.path in [package.path for package in bundled_packages()]


def test_a_package_is_opened_from_its_folder(tmp_path: Path) -> None:
    folder = make_package(tmp_path)
    package = open_package(folder)
    assert (package.path, package.metadata.pair, package.bundled) == (folder, "es-fr", False)


def test_a_package_is_opened_from_its_archive_which_stays_as_it_is(tmp_path: Path) -> None:
    archive = pack(make_package(tmp_path / "made"), tmp_path / "p.argosmodel")
    before = archive.read_bytes()
    assert open_package(archive).metadata.pair == "es-fr"
    assert archive.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir() if path.name != "made"] == ["p.argosmodel"]


def test_an_unpacked_archive_is_gone_when_the_process_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive = pack(make_package(tmp_path / "made"))
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setenv("TMPDIR", str(scratch))
    code = (
        "import sys, pathlib\nfrom translate_pipeline.translation.store import open_package\n"
        "path = open_package(pathlib.Path(sys.argv[1])).path\nprint(path.is_dir(), path)"
    )
    done = subprocess.run([sys.executable, "-c", code, archive], capture_output=True, text=True, check=True)
    was_there, path = done.stdout.split()
    assert was_there == "True"
    assert Path(path).is_relative_to(scratch)
    assert everything_below(scratch) == []


def test_the_command_leaves_no_unpacked_archive_behind(tsum: Tsum, tmp_path: Path) -> None:
    archive = pack(make_package(tmp_path / "made"))
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    done = tsum("packages", "verify", archive, env={"TMPDIR": str(scratch)})
    assert done.code == 0, done.err
    assert everything_below(scratch) == []


def test_a_path_with_nothing_there_is_an_input_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such package"):
        open_package(tmp_path / "nothing")


@pytest.mark.parametrize(
    ("missing", "reason"),
    [
        ("metadata.json", "no Argos package there"),
        ("model/model.bin", "model/model.bin is missing"),
        ("sentencepiece.model", "no tokenizer"),
    ],
)
def test_a_folder_is_no_package_without(missing: str, reason: str, tmp_path: Path) -> None:
    folder = make_package(tmp_path)
    (folder / missing).unlink()
    with pytest.raises(PackageError, match=reason):
        open_package(folder)


def test_packages_are_found_by_path_pair_and_folder_name(bundled: TranslationPackage, home: Path) -> None:
    for name in (str(bundled.path), "es-en", "es_en", bundled.path.name):
        assert bundled.path in [package.path for package in find_packages(name)]


def test_a_package_that_is_nowhere_is_an_input_error(home: Path) -> None:
    with pytest.raises(InputError, match="packages list"):
        find_packages("es-xx")


def test_newer_versions_come_first_by_number_and_not_by_letter(home: Path, tsum: Tsum) -> None:
    made = [make_package(installed(home), version=version) for version in ("1.9", "1.10", "0.99")]
    assert paths(listed(tsum))[:3] == [made[1], made[0], made[2]]


def test_installed_packages_come_before_the_bundled_one(home: Path, tsum: Tsum, bundled: TranslationPackage) -> None:
    made = make_package(installed(home), "es", "en", version="0.0.1")
    assert paths(listed(tsum)) == [made, bundled.path]


def test_folders_that_are_no_packages_are_listed_with_the_reason(home: Path, tsum: Tsum) -> None:
    make_package(installed(home))
    (installed(home) / "stanza").mkdir()
    (installed(home) / "note.txt").touch()
    (installed(home) / ".hidden").mkdir()
    problems = {Path(str(fact["path"])).name: fact["problem"] for fact in listed(tsum)}
    assert "no Argos package" in str(problems["stanza"])
    assert problems["translate-es_fr-1_0"] is None
    assert "note.txt" not in problems
    assert ".hidden" not in problems


@pytest.mark.parametrize("variable", ["ARGOS_PACKAGES_DIR", "XDG_DATA_HOME"])
def test_packages_are_where_argos_looks_for_them(variable: str, tmp_path: Path, tsum: Tsum) -> None:
    elsewhere = tmp_path / "elsewhere"
    below = elsewhere / "argos-translate" / "packages" if variable == "XDG_DATA_HOME" else elsewhere
    made = make_package(below)
    assert made in paths(listed(tsum, {variable: str(elsewhere)}))


def test_the_folder_of_the_settings_file_of_argos_is_used(home: Path, tmp_path: Path, tsum: Tsum) -> None:
    made = make_package(tmp_path / "elsewhere")
    config = home / ".config" / "argos-translate"
    config.mkdir(parents=True)
    (config / "settings.json").write_text(json.dumps({"ARGOS_PACKAGES_DIR": str(made.parent)}), encoding="utf-8")
    assert made in paths(listed(tsum))


@pytest.mark.parametrize("text", ["no json", "[]"])
def test_a_broken_settings_file_of_argos_stops_nothing(text: str, home: Path, tsum: Tsum) -> None:
    config = home / ".config" / "argos-translate"
    config.mkdir(parents=True)
    (config / "settings.json").write_text(text, encoding="utf-8")
    assert len(listed(tsum)) == len(bundled_packages())


@pytest.mark.parametrize("data", [b"[" * 200_000, metadata("es", "fr", "١.٢")], ids=["nested", "version"])
def test_strange_metadata_in_one_folder_does_not_hide_the_others(data: bytes, home: Path, tsum: Tsum) -> None:
    good = make_package(installed(home), version="1.0")
    strange = make_package(installed(home), version="2.0")
    (strange / "metadata.json").write_bytes(data)
    problems = {Path(str(fact["path"])): fact["problem"] for fact in listed(tsum)}
    assert problems[good] is None
    assert problems[strange]


def test_a_home_that_cannot_be_written_has_the_bundled_package_only(tmp_path: Path, tsum: Tsum) -> None:
    (tmp_path / "file").touch()
    below = str(tmp_path / "file" / "below")
    for env in ({"ARGOS_PACKAGES_DIR": below}, {"HOME": below, "XDG_DATA_HOME": below, "XDG_CACHE_HOME": below}):
        assert [fact["bundled"] for fact in listed(tsum, env)] == [True] * len(bundled_packages())


def test_a_refused_archive_leaves_no_scratch_behind_when_the_process_ends(tmp_path: Path, tsum: Tsum) -> None:
    (tmp_path / "bad.argosmodel").write_bytes(b"no archive")
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    done = tsum("packages", "verify", tmp_path / "bad.argosmodel", env={"TMPDIR": str(scratch)})
    assert done.code == 10
    assert everything_below(scratch) == []
