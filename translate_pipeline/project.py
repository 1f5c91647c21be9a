"""The table `[glossary]` of `tsum.toml`: which glossaries a project's folder adds to every run in it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, get_type_hints

from translate_pipeline.configuration.files import configuration_files
from translate_pipeline.configuration.toml_file import TomlFile, line_of, read_toml
from translate_pipeline.errors import UsageError

_WILDCARD = re.compile(r"[*?\[]")
_TYPE_NAMES: dict[Any, str] = {bool: "true or false", tuple[str, ...]: "a list of texts"}
_TABLE = "glossary"


@dataclass(frozen=True)
class GlossaryTable:
    """The table `[glossary]`.

    Args:
        files: glossary files, relative to the file's folder; `*`, `?` and `**` are wildcards.
        curated: whether the curated glossaries are used.
    """

    files: tuple[str, ...] = ()
    curated: bool = True


@dataclass(frozen=True)
class Project:
    """What a project says of its glossaries.

    Args:
        path: the file that names them.
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
            line = line_of(self.text, f"{_TABLE}.files")
            raise UsageError(f"{self.path}:{line}: no file matches {name!r}: mend the name or take it out")
        return found


def load_project(start: Path | None = None) -> Project | None:
    """What the files of a folder's project and of the user say, key by key the project's first; None without a file.

    Raises:
        UsageError: a file is no TOML, or has an unknown key in `[glossary]`, or a value of the wrong type there.
    """
    files = [read_toml(path) for path in configuration_files(start)]
    tables = [(file, read_glossary_table(file)) for file in files]
    if not tables:
        return None
    naming = next((file for file, table in tables if "files" in table), files[0])
    merged = {key: value for _, table in reversed(tables) for key, value in table.items()}
    return Project(naming.path, naming.text, GlossaryTable(**merged))


def read_project(path: Path) -> Project:
    """Reads one file. Raises `UsageError` with file and line for what is wrong in it."""
    file = read_toml(path)
    return Project(path, file.text, GlossaryTable(**read_glossary_table(file)))


def read_glossary_table(file: TomlFile) -> dict[str, Any]:
    """The keys of `[glossary]` that a file has, as `GlossaryTable` takes them. Raises `UsageError`."""
    values, known = file.tables.get(_TABLE, {}), get_type_hints(GlossaryTable)
    if not isinstance(values, dict):
        raise UsageError(f"{file.place(_TABLE)}: {_TABLE} must be a table: write [{_TABLE}]")
    for key, value in values.items():
        where = file.place(_TABLE, key)
        if key not in known:
            raise UsageError(f"{where}: unknown key {key!r} in [{_TABLE}]: known are {', '.join(known)}")
        if known[key] == tuple[str, ...]:
            fits = isinstance(value, list) and all(isinstance(item, str) for item in value)
        else:
            fits = type(value) is known[key]
        if not fits:
            raise UsageError(f"{where}: {key} must be {_TYPE_NAMES[known[key]]}")
    return {key: tuple(value) if isinstance(value, list) else value for key, value in values.items()}
