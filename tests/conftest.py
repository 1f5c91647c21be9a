"""Fixtures that many tests share: the real command, the bundled package, an empty home."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from translate_pipeline.translation.engine import CTranslate2Engine
from translate_pipeline.translation.package import TranslationPackage
from translate_pipeline.translation.store import bundled_packages

# The machine that runs the tests may be slow and busy.
settings.register_profile("tsum", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("tsum")

EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "corea-del-norte.es.txt"


@dataclass(frozen=True)
class Result:
    """What a run of the command gave."""

    code: int
    out: str
    err: str


Tsum = Callable[..., Result]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home, and no settings of Argos from the outside."""
    folder = tmp_path / "home"
    folder.mkdir()
    for name in [name for name in os.environ if name.startswith(("ARGOS_", "TSUM_"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(folder))
    for name, place in (
        ("DATA", ".local/share"),
        ("CACHE", ".cache"),
        ("CONFIG", ".config"),
        ("STATE", ".local/state"),
    ):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(folder / place))
    return folder


@pytest.fixture
def tsum(home: Path, tmp_path: Path) -> Tsum:
    """Runs the real command in a process of its own, with an empty home."""

    def run(
        *arguments: str | Path, input: bytes = b"", env: dict[str, str] | None = None, cwd: Path | None = None
    ) -> Result:
        done = subprocess.run(
            [sys.executable, "-m", "translate_pipeline", *map(str, arguments)],
            input=input,
            capture_output=True,
            env={**os.environ, **(env or {})},
            cwd=cwd or tmp_path,
            timeout=120,
            check=False,
        )
        return Result(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))

    return run


@pytest.fixture
def example() -> Path:
    """The article the project was created from."""
    return EXAMPLE


@pytest.fixture(scope="session")
def bundled() -> TranslationPackage:
    """The package that comes with tsum."""
    return bundled_packages()[-1]


@pytest.fixture(scope="session")
def engine(bundled: TranslationPackage) -> CTranslate2Engine:
    """The bundled package, loaded once for all tests."""
    return CTranslate2Engine(bundled)
