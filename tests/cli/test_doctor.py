from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Tsum
from tests.toy_packages import everything_below, installed, make_package
from translate_pipeline.pipeline import version
from translate_pipeline.translation.package import TranslationPackage


def test_all_is_well_on_a_new_machine(home: Path, tsum: Tsum, bundled: TranslationPackage) -> None:
    done = tsum("doctor")
    assert (done.code, done.err) == (0, "")
    lines = done.out.splitlines()
    assert lines[0].split() == ["tsum", version()]
    assert any(line.startswith(f"  {bundled.name} (bundled; ") and line.endswith(": good") for line in lines)
    assert lines[lines.index("problems") + 1 :] == ["  none"]
    assert everything_below(home) == []


def test_json_holds_what_the_text_shows(tsum: Tsum) -> None:
    done = tsum("doctor", "--json")
    report = json.loads(done.out)
    assert (done.code, report["problems"]) == (0, [])
    text = tsum("doctor").out
    for library, installed_version in report["libraries"].items():
        assert f"  {library} " in text
        assert installed_version in text
    assert {"tsum", "python", "system", "packages", "places", "processor", "ctranslate2"} <= report.keys()


def test_installed_packages_and_their_place_are_shown(home: Path, tsum: Tsum) -> None:
    folder = make_package(installed(home))
    done = tsum("doctor", "--json")
    report = json.loads(done.out)
    assert done.code == 0, report["problems"]
    assert report["packages"][0] == f"es-fr 1.0 ({folder}; plain): good"
    assert report["places"]["installed_packages"] == str(installed(home))


@pytest.mark.parametrize("damaged", ["model/model.bin", "sentencepiece.model", "metadata.json", "model/config.json"])
def test_a_broken_package_is_reported_among_everything_else_with_exit_code_10(
    damaged: str, home: Path, tsum: Tsum, bundled: TranslationPackage
) -> None:
    folder = make_package(installed(home))
    (folder / damaged).write_bytes(b"garbage")
    done = tsum("doctor", "--json")
    assert (done.code, done.err) == (10, "")
    report = json.loads(done.out)
    assert len(report["problems"]) == 1
    assert str(folder) in report["problems"][0]
    assert any(line.startswith(bundled.name) for line in report["packages"])


def test_a_package_that_says_nothing_is_reported_in_the_text_too(home: Path, tsum: Tsum) -> None:
    make_package(installed(home), behaviour="silence")
    done = tsum("doctor")
    assert done.code == 10
    problems = done.out.partition("\nproblems\n")[2]
    assert problems.startswith("  package es-fr 1.0 is not used: degenerate output")
    assert problems.count("\n") == 1


def test_a_home_that_cannot_be_written_is_no_problem(tmp_path: Path, tsum: Tsum) -> None:
    (tmp_path / "file").touch()
    below = str(tmp_path / "file" / "below")
    variables = ("HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME")
    done = tsum("doctor", env=dict.fromkeys(variables, below))
    assert (done.code, done.err) == (0, "")


def test_what_is_wrong_in_the_settings_is_one_problem_among_the_rest(tmp_path: Path, tsum: Tsum) -> None:
    (tmp_path / "tsum.toml").write_text("[run\n", encoding="utf-8")
    done = tsum("doctor", "--json", env={"TSUM_BEEM": "3"})
    assert (done.code, done.err) == (2, "")
    malformed, unknown = json.loads(done.out)["problems"]
    assert malformed.startswith(f"{tmp_path / 'tsum.toml'}:1: malformed TOML")
    assert unknown == "TSUM_BEEM is set, but no command knows it: is TSUM_BEAM meant?"
    assert "malformed" in tsum("doctor").out
    assert tsum("doctor", env={"TSUM_NO_PROJECT": "1"}).code == 0
