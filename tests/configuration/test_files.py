"""Where configuration files are found."""

from __future__ import annotations

from pathlib import Path

import pytest

from translate_pipeline.configuration.files import configuration_files, find_project


def made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "tsum.toml"
    path.touch()
    return path


def test_it_is_looked_for_in_the_folders_above(home: Path) -> None:
    path = made(home / "desk")
    below = home / "desk" / "2025" / "01"
    below.mkdir(parents=True)
    assert find_project(below) == path
    nearer = made(home / "desk" / "2025")
    assert find_project(below) == nearer


def test_it_is_not_looked_for_above_the_home_folder(tmp_path: Path, home: Path) -> None:
    made(tmp_path)
    (home / "desk").mkdir()
    assert find_project(home / "desk") is None
    assert find_project(tmp_path) == tmp_path / "tsum.toml"
    assert find_project(made(home).parent / "desk") == home / "tsum.toml"


def test_another_file_system_is_not_entered(home: Path) -> None:
    assert find_project(Path("/proc/self")) is None


def test_a_folder_that_is_gone_has_no_project(tmp_path: Path) -> None:
    assert find_project(tmp_path / "gone") is None


def test_the_users_file_comes_after_the_projects(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert configuration_files(home) == ()
    own = made(home / ".config" / "tsum")
    assert configuration_files(home) == (own,)
    desk = made(home / "desk")
    assert configuration_files(desk.parent) == (desk, own)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / "elsewhere"))
    assert configuration_files(desk.parent) == (desk,)
    assert configuration_files(made(home / "elsewhere" / "tsum").parent) == (home / "elsewhere/tsum/tsum.toml",)


def test_a_file_that_is_both_is_read_once(home: Path) -> None:
    own = made(home / ".config" / "tsum")
    assert configuration_files(own.parent) == (own,)
