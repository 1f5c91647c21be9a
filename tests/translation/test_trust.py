from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.toy_packages import Behaviour, everything_below, make_package
from translate_pipeline.translation.package import TranslationPackage
from translate_pipeline.translation.trust import problem_of


def cached(home: Path) -> dict[str, str | None]:
    known: dict[str, str | None] = json.loads((home / ".cache" / "tsum" / "verified.json").read_text(encoding="utf-8"))
    return known


def replace_model(folder: Path, behaviour: Behaviour, scratch: Path) -> None:
    other = make_package(scratch, behaviour=behaviour)
    (other / "model" / "model.bin").replace(folder / "model" / "model.bin")


def test_a_relative_cache_folder_counts_for_nothing(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    monkeypatch.chdir(tmp_path)
    problem_of(TranslationPackage(make_package(tmp_path / "made")))
    assert len(cached(home)) == 1
    assert not (tmp_path / "relative").exists()


def test_no_other_user_can_read_which_packages_there_are(home: Path, tmp_path: Path) -> None:
    file = home / ".cache" / "tsum" / "verified.json"
    file.parent.mkdir(parents=True, mode=0o755)
    file.touch(mode=0o644)
    problem_of(TranslationPackage(make_package(tmp_path)))
    assert [oct(path.stat().st_mode & 0o777) for path in (file.parent, file)] == ["0o700", "0o600"]


def test_the_bundled_package_is_trusted_without_a_trace(bundled: TranslationPackage, home: Path) -> None:
    assert problem_of(bundled) is None
    assert everything_below(home) == []


def test_the_outcome_is_remembered_good_or_bad(home: Path, tmp_path: Path) -> None:
    good = TranslationPackage(make_package(tmp_path / "a"))
    bad = TranslationPackage(make_package(tmp_path / "b", behaviour="loop"))
    assert problem_of(good) is None
    problem = problem_of(bad)
    assert problem is not None
    assert problem.startswith("degenerate output")
    known = cached(home)
    assert {key.split("|")[0]: value for key, value in known.items()} == {str(good.path): None, str(bad.path): problem}
    assert everything_below(home / ".cache" / "tsum") == ["verified.json"]


def test_what_is_remembered_is_not_worked_out_again(home: Path, tmp_path: Path) -> None:
    package = TranslationPackage(make_package(tmp_path))
    assert problem_of(package) is None
    file = home / ".cache" / "tsum" / "verified.json"
    file.write_text(json.dumps(dict.fromkeys(cached(home), "as remembered")), encoding="utf-8")
    assert problem_of(TranslationPackage(package.path)) == "as remembered"


def test_a_changed_model_is_verified_again(home: Path, tmp_path: Path) -> None:
    folder = make_package(tmp_path)
    assert problem_of(TranslationPackage(folder)) is None
    replace_model(folder, "loop", tmp_path / "scratch")
    assert problem_of(TranslationPackage(folder)) is not None
    replace_model(folder, "cipher", tmp_path / "scratch2")
    assert problem_of(TranslationPackage(folder)) is None


def test_a_model_of_the_same_size_but_another_time_is_verified_again(home: Path, tmp_path: Path) -> None:
    folder = make_package(tmp_path)
    model = folder / "model" / "model.bin"
    assert problem_of(TranslationPackage(folder)) is None
    before = model.stat()
    model.write_bytes(b"x" * before.st_size)
    os.utime(model, ns=(before.st_atime_ns, before.st_mtime_ns + 1_000_000))
    assert model.stat().st_size == before.st_size
    assert problem_of(TranslationPackage(folder)) is not None


@pytest.mark.parametrize("damaged", ["sentencepiece.model", "model/shared_vocabulary.json"])
def test_a_package_whose_other_files_changed_is_verified_again(damaged: str, home: Path, tmp_path: Path) -> None:
    folder = make_package(tmp_path)
    assert problem_of(TranslationPackage(folder)) is None
    (folder / damaged).write_bytes(b"garbage")
    assert problem_of(TranslationPackage(folder)) is not None


@pytest.mark.parametrize("text", ["", "no json", "[]", '"x"', "\x00"])
def test_a_damaged_cache_is_replaced(text: str, home: Path, tmp_path: Path) -> None:
    file = home / ".cache" / "tsum" / "verified.json"
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    assert problem_of(TranslationPackage(make_package(tmp_path))) is None
    assert list(cached(home).values()) == [None]


def test_a_cached_outcome_that_is_no_text_is_not_believed(home: Path, tmp_path: Path) -> None:
    package = TranslationPackage(make_package(tmp_path))
    problem_of(package)
    file = home / ".cache" / "tsum" / "verified.json"
    file.write_text(json.dumps(dict.fromkeys(cached(home), 5)), encoding="utf-8")
    assert problem_of(package) is None


def test_without_a_place_for_the_cache_packages_are_verified_each_time(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file" / "below"))
    folder = make_package(tmp_path / "made")
    assert problem_of(TranslationPackage(folder)) is None
    replace_model(folder, "echo", tmp_path / "scratch")
    assert problem_of(TranslationPackage(folder)) is not None
