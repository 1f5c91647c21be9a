"""TOML files with the lines of their keys, so that messages can say where something stands."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from translate_pipeline.errors import UsageError

_LARGEST_FILE = 1024 * 1024
_HEADER = re.compile(r"\s*\[+\s*([^\]]+)")
_KEY = re.compile(r"\s*([\w.\"' -]+?)\s*=")


@dataclass(frozen=True)
class TomlFile:
    """A TOML file as it was read.

    Args:
        path: the file.
        text: what it says.
        tables: its values by key, tables as dictionaries.
    """

    path: Path
    text: str = field(default="", repr=False)
    tables: Mapping[str, Any] = field(default_factory=dict)

    def place(self, *keys: str) -> str:
        """File and line of a key, such as `glossary`, `files`."""
        return f"{self.path}:{line_of(self.text, '.'.join(keys))}"


def read_toml(path: Path, way_out: str = "use --no-project") -> TomlFile:
    """Reads a file.

    Args:
        path: the file.
        way_out: what a user can do who does not want to mend it, for messages.

    Raises:
        UsageError: it cannot be read or is no TOML; with its line.
    """
    if sys.version_info >= (3, 11):
        import tomllib
    else:
        import tomli as tomllib

    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST_FILE + 1)
        if len(data) > _LARGEST_FILE:
            raise UsageError(f"{path}: larger than {_LARGEST_FILE >> 20} MB, which no file of settings is: {way_out}")
        text = data.decode("utf-8-sig")
        return TomlFile(path, text, tomllib.loads(text))
    except OSError as error:
        raise UsageError(f"{path}: cannot be read ({error.strerror}): make it readable, or {way_out}") from None
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UsageError(f"{path}:{line}: not UTF-8, as TOML must be: save it in that encoding") from None
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise UsageError(f"{path}:{_syntax_error(str(error), text)}: mend it there, or {way_out}") from None


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
    while dotted and dotted not in lines:
        dotted = dotted.rpartition(".")[0]
    return lines.get(dotted, 1)


def _parts(key: str) -> list[str]:
    return [part.strip().strip("\"'") for part in key.split(".")]
