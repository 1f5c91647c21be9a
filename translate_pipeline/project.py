"""`tsum.toml`: what a project's folder says for every run in it."""

from __future__ import annotations

import dataclasses
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, get_type_hints

from translate_pipeline.errors import UsageError

FILE_NAME = "tsum.toml"
_LARGEST_FILE = 1024 * 1024
_WILDCARD = re.compile(r"[*?\[]")
_TYPE_NAMES: dict[Any, str] = {
    bool: "true or false",
    int: "a whole number",
    str: "text in quotation marks",
    tuple[str, ...]: "a list of texts",
}
_HEADER = re.compile(r"\s*\[+\s*([^\]]+)")
_KEY = re.compile(r"\s*([\w.\"' -]+?)\s*=")


@dataclass(frozen=True)
class GlossaryTable:
    """The table `[glossary]`.

    Args:
        files: glossary files, relative to the project's folder; `*`, `?` and `**` are wildcards.
        curated: whether the curated glossaries are used.
    """

    files: tuple[str, ...] = ()
    curated: bool = True


@dataclass(frozen=True)
class Project:
    """A project file; each table is a field here, and a dataclass with the table's keys and their types.

    Args:
        path: the file.
        text: what it says, for the line numbers of messages.
        glossary: its table of that name.
    """

    path: Path
    text: str = field(default="", repr=False)
    glossary: GlossaryTable = GlossaryTable()

    @property
    def glossary_files(self) -> tuple[Path, ...]:
        """The project's glossary files in order. Raises `UsageError` if a wildcard matches none."""
        return tuple(path for name in self.glossary.files for path in self._matching(name))

    def _matching(self, name: str) -> list[Path]:
        folder, pattern = self.path.parent, Path(name).expanduser()
        if not _WILDCARD.search(name) or (folder / pattern).exists():
            return [folder / pattern]
        if pattern.is_absolute():
            folder, pattern = Path(pattern.anchor), pattern.relative_to(pattern.anchor)
        try:
            found = sorted(path for path in folder.glob(str(pattern)) if path.is_file())
        except (OSError, ValueError):
            found = []
        if not found:
            line = line_of(self.text, "glossary.files")
            raise UsageError(f"{self.path}:{line}: no file matches {name!r}: mend the name or take it out")
        return found


def find_project(start: Path | None = None) -> Path | None:
    """The project file of a folder: in it or in one above, up to the home folder and within the file system.

    Args:
        start: the folder; the working directory if None.
    """
    try:
        folder = (start or Path.cwd()).resolve()
        home, device = Path.home().resolve(), folder.stat().st_dev
        while folder.stat().st_dev == device:
            if (folder / FILE_NAME).is_file():
                return folder / FILE_NAME
            if folder in (home, folder.parent):
                break
            folder = folder.parent
    except (OSError, RuntimeError):
        return None
    return None


def load_project(start: Path | None = None) -> Project | None:
    """The project that a folder belongs to, or None.

    Raises:
        UsageError: the file is no TOML, or has an unknown table or key, or a value of the wrong type.
    """
    path = find_project(start)
    return None if path is None else read_project(path)


def read_project(path: Path) -> Project:
    """Reads a project file. Raises `UsageError` with file and line for what is wrong in it."""
    if sys.version_info >= (3, 11):
        import tomllib
    else:
        import tomli as tomllib

    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST_FILE + 1)
        if len(data) > _LARGEST_FILE:
            raise UsageError(f"{path}: larger than {_LARGEST_FILE >> 20} MB: no tsum.toml is that long")
        text = data.decode("utf-8-sig")
        tables = tomllib.loads(text)
    except OSError as error:
        raise UsageError(f"{path}: cannot be read ({error.strerror}): make it readable, or use --no-project") from None
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UsageError(f"{path}:{line}: not UTF-8, as TOML must be: save it in that encoding") from None
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise UsageError(f"{path}:{_syntax_error(str(error), text)}: mend it there, or use --no-project") from None
    known = {name: kind for name, kind in get_type_hints(Project).items() if dataclasses.is_dataclass(kind)}
    read: dict[str, Any] = {}
    for name, value in tables.items():
        where = f"{path}:{line_of(text, name)}"
        if name not in known:
            raise UsageError(f"{where}: unknown table or key {name!r}: known are {', '.join(known)}")
        if not isinstance(value, dict):
            raise UsageError(f"{where}: {name} must be a table: write [{name}]")
        read[name] = _table(path, text, name, known[name], value)
    return Project(path, text, **read)


def _table(path: Path, text: str, name: str, kind: Any, values: dict[str, Any]) -> Any:
    """A table as the dataclass `kind`."""
    known = get_type_hints(kind)
    for key, value in values.items():
        where = f"{path}:{line_of(text, f'{name}.{key}')}"
        if key not in known:
            raise UsageError(f"{where}: unknown key {key!r} in [{name}]: known are {', '.join(known)}")
        if known[key] == tuple[str, ...]:
            fits = isinstance(value, list) and all(isinstance(item, str) for item in value)
        else:
            fits = type(value) is known[key]
        if not fits:
            raise UsageError(f"{where}: {key} must be {_TYPE_NAMES[known[key]]}")
    return kind(**{key: tuple(value) if isinstance(value, list) else value for key, value in values.items()})


def _syntax_error(message: str, text: str) -> str:
    """Line and reason of a syntax error, which Python's reader tells in its message."""
    match = re.fullmatch(r"(.*) \(at line (\d+), column \d+\)", message, re.DOTALL)
    line, reason = (match.group(2), match.group(1)) if match else (str(text.count("\n") + 1), message)
    reason = " ".join(reason.replace("(at end of document)", "at its end").split())
    return f"{line}: malformed TOML ({reason})"


def line_of(text: str, dotted: str) -> int:
    """The line of TOML on which a key stands, such as `glossary.files`, else that of its table, counted from 1."""
    lines: dict[str, int] = {}
    table: list[str] = []
    for number, line in enumerate(text.splitlines(), 1):
        header, key = _HEADER.match(line), _KEY.match(line)
        if header:
            table = _parts(header.group(1))
        path = table if header else [*table, *_parts(key.group(1))] if key else []
        for length in range(1, len(path) + 1):
            lines.setdefault(".".join(path[:length]), number)
    return lines.get(dotted) or lines.get(dotted.split(".")[0]) or 1


def _parts(key: str) -> list[str]:
    return [part.strip().strip("\"'") for part in key.split(".")]
