from __future__ import annotations

import os
import pwd
from pathlib import Path

import pytest

from translate_pipeline.scheduling.environment import job_environment
from translate_pipeline.storage.folders import state_folder

HOME = pwd.getpwuid(os.getuid()).pw_dir


def test_only_what_cron_leaves_out_is_passed_on() -> None:
    current = {"HOME": HOME, "PATH": "/bin", "USER": "ana", "LANG": "es_ES.UTF-8", "AWS_SECRET_ACCESS_KEY": "s3cr3t"}
    assert job_environment(current) == ({"LANG": "C.UTF-8"}, [])


def test_another_home_than_the_one_of_the_account_is_passed_on() -> None:
    assert job_environment({"HOME": "/srv/desk"})[0] == {"LANG": "C.UTF-8", "HOME": "/srv/desk"}


def test_a_folder_in_its_usual_place_needs_no_variable() -> None:
    current = {"HOME": HOME, "XDG_STATE_HOME": f"{HOME}/.local/state", "XDG_CACHE_HOME": f"{HOME}/.cache"}
    assert job_environment(current) == ({"LANG": "C.UTF-8"}, [])


def test_folders_are_made_absolute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    current = {"XDG_STATE_HOME": "state", "ARGOS_PACKAGES_DIR": "/packages", "PYTHONPATH": f"src{os.pathsep}/lib"}
    assert job_environment(current)[0] == {
        "LANG": "C.UTF-8",
        "XDG_STATE_HOME": str(tmp_path / "state"),
        "ARGOS_PACKAGES_DIR": "/packages",
        "PYTHONPATH": f"{tmp_path / 'src'}{os.pathsep}/lib",
    }


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TSUM_API_KEY", "s3cr3t"),
        ("ARGOS_TOKEN", "s3cr3t"),
        ("https_proxy", "http://ana:s3cr3t@proxy:3128"),
        ("HTTPS_PROXY", "ana:s3cr3t@proxy:3128"),
        ("ALL_PROXY", "http://[::1"),
        ("ARGOS_PACKAGE_INDEX", "https://ana@example.org/index.json"),
    ],
)
def test_what_may_be_secret_is_left_out_and_named(name: str, value: str) -> None:
    assert job_environment({"HOME": HOME, name: value}) == ({"LANG": "C.UTF-8"}, [name])


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("https_proxy", "http://proxy:3128"),
        ("HTTP_PROXY", "proxy:3128"),
        ("no_proxy", "localhost,.example.org"),
        ("TSUM_DEBUG", "1"),
    ],
)
def test_what_is_needed_and_no_secret_is_passed_on(name: str, value: str) -> None:
    assert job_environment({"HOME": HOME, name: value}) == ({"LANG": "C.UTF-8", name: value}, [])


def test_an_empty_variable_is_as_one_that_is_not_set() -> None:
    assert job_environment({"HOME": HOME, "https_proxy": "", "TSUM_API_KEY": ""}) == ({"LANG": "C.UTF-8"}, [])


@pytest.mark.parametrize(("base", "folder"), [("/var/desk", "/var/desk/tsum"), ("desk", None), ("", None)])
def test_the_state_folder(base: str, folder: str | None) -> None:
    assert state_folder({"XDG_STATE_HOME": base}) == Path(folder or Path.home() / ".local" / "state" / "tsum")
