from __future__ import annotations

import sys
from pathlib import Path

import pytest

from translate_pipeline.scheduling.executable import tsum_command


def script(path: Path, interpreter: str = sys.executable, mode: int = 0o755) -> Path:
    path.write_text(f"#!{interpreter}\n", encoding="utf-8")
    path.chmod(mode)
    return path


def test_the_program_that_runs_is_named_by_its_absolute_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script(tmp_path / "tsum")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", ["./tsum", "schedule"])
    assert tsum_command() == (str(tmp_path / "tsum"),)


def test_a_link_stays_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "venv").mkdir()
    (tmp_path / "tsum").symlink_to(script(tmp_path / "venv" / "tsum"))
    monkeypatch.setattr(sys, "argv", [str(tmp_path / "tsum")])
    assert tsum_command() == (str(tmp_path / "tsum"),)


@pytest.mark.parametrize("case", ["missing", "not executable", "looks its interpreter up", "another name"])
def test_else_it_is_this_python_with_the_module(case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / ("pytest" if case == "another name" else "tsum")
    if case != "missing":
        interpreter = "/usr/bin/env python3" if case == "looks its interpreter up" else sys.executable
        script(program, interpreter, 0o644 if case == "not executable" else 0o755)
    monkeypatch.setattr(sys, "argv", [str(program)])
    assert tsum_command() == (sys.executable, "-m", "translate_pipeline")
