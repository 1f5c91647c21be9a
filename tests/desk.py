"""A desk on which `tsum batch` is run in this process, with a package of a few hundred kilobytes."""

from __future__ import annotations

import functools
import json
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import typer
from typer.testing import CliRunner

from tests.toy_packages import make_package
from translate_pipeline.cli.batch import batch
from translate_pipeline.errors import TsumError
from translate_pipeline.state import StateStore, default_state

# In each translation of these by the small package the checks find nothing, so that it is the first and the last.
WORDS = "ventanas verdes camisetas azules manzanas grandes".split()


@functools.cache
def small_package() -> Path:
    """A package from Spanish to English that turns each vowel into the next one."""
    return make_package(Path(tempfile.mkdtemp(prefix="tsum-tests-")), "es", "en")


def article(number: int, sentences: int = 2) -> str:
    """A short text in Spanish, which no other number gives."""
    buyers = f"Muchos ciudadanos compraron {number}"
    return "\n\n".join(
        f"{buyers} {WORDS[place % 6]} {WORDS[(place + 1) % 6]} durante invierno {1000 + place}."
        for place in range(sentences)
    )


@dataclass(frozen=True)
class Run:
    """What a run gave: `err` is what a user sees on standard error, the last line of a failed run included."""

    code: int
    out: str
    err: str

    @property
    def silent(self) -> bool:
        """Whether it ended well and said nothing, so that cron sends no mail."""
        return (self.code, self.out, self.err) == (0, "", "")


@dataclass(frozen=True)
class Desk:
    """Folders `in` and `out`, and the command on them.

    The home must be an empty one: state and translation memory are the user's own.
    """

    folder: Path

    @property
    def inputs(self) -> Path:
        """Where documents lie."""
        return self.folder / "in"

    @property
    def out(self) -> Path:
        """Where the output goes."""
        return self.folder / "out"

    def write(self, name: str, text: str | bytes) -> Path:
        """Makes an input."""
        path = self.inputs / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8") if isinstance(text, str) else text)
        return path

    def articles(self, count: int) -> None:
        """Makes so many short inputs."""
        for number in range(count):
            self.write(f"{number:03}.txt", article(number))

    def arguments(self, *arguments: str | Path, inputs: tuple[str | Path, ...] = ()) -> list[str]:
        """What the command is given; the inputs are the whole folder without others."""
        package = ("--package", small_package(), "--no-default-glossary", "--no-project", "--threads", "1")
        return [str(a) for a in (*(inputs or (self.inputs,)), "--out", self.out, *package, *arguments)]

    def batch(self, *arguments: str | Path, inputs: tuple[str | Path, ...] = ()) -> Run:
        """Runs the command."""
        app = typer.Typer(pretty_exceptions_enable=False)
        app.command()(batch)
        result = CliRunner().invoke(app, self.arguments(*arguments, inputs=inputs), standalone_mode=False)
        if isinstance(result.exception, TsumError):
            return Run(int(result.exception.exit_code), result.stdout, f"{result.stderr}tsum: {result.exception}\n")
        if result.exception is not None:
            raise result.exception
        return Run(int(result.return_value or 0), result.stdout, result.stderr)

    @property
    def index(self) -> list[dict[str, Any]]:
        """The documents of the index."""
        found: list[dict[str, Any]] = json.loads((self.out / "index.json").read_text(encoding="utf-8"))["documents"]
        return found

    @property
    def files(self) -> list[str]:
        """The files of the output folder but the indexes and the lock, hidden ones too."""
        names = (p.relative_to(self.out).as_posix() for p in self.out.rglob("*") if p.is_file())
        return sorted(set(names) - {"index.json", "index.html", ".tsum.lock"})

    def written(self) -> dict[str, int]:
        """When each of these files was written, in nanoseconds."""
        return {name: (self.out / name).stat().st_mtime_ns for name in self.files}

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """What the state file holds."""
        store = StateStore(default_state())
        try:
            return list(store.rows(query))
        finally:
            store.close()
