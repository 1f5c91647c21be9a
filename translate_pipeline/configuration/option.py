"""An option that a configuration file may give a value."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

_EXPECTED: dict[type, str] = {
    bool: "true or false",
    int: "a whole number",
    float: "a number",
    str: "text in quotation marks",
    Path: "a path in quotation marks",
}


@dataclass(frozen=True)
class ConfigurableOption:
    """An option of a command.

    Args:
        key: its name in files: the long option without its dashes, `_` in place of `-`.
        parameter: the parameter of the command's function.
        kind: bool, int, float, str or Path.
        repeatable: whether it may have several values.
        choices: the values it may have; none if it may have any of its kind.
        negated: whether `true` in a file is `false` for the parameter, as `summary_only` is for `full`.
        alone: the value that `true` stands for, where an option may stand without one, as `--strict` does.
    """

    key: str
    parameter: str
    kind: type
    repeatable: bool = False
    choices: tuple[str, ...] = ()
    negated: bool = False
    alone: str | None = None

    @property
    def expected(self) -> str:
        """What a file must say, for messages."""
        one = f"one of {', '.join(self.choices)}" if self.choices else _EXPECTED[self.kind]
        one = f"{one}, or true" if self.alone is not None else one
        return f"{one}, or a list of such" if self.repeatable else one

    def read(self, value: Any, folder: Path) -> Any:
        """The value for the command.

        Args:
            value: what the file says.
            folder: the folder of the file, which its paths start from.

        Raises:
            ValueError: it is of another kind.
        """
        if not self.repeatable:
            return self._one(value, folder)
        return [self._one(item, folder) for item in (value if isinstance(value, list) else [value])]

    def _one(self, value: Any, folder: Path) -> Any:
        if self.alone is not None and type(value) is bool:
            return self.alone if value else None
        if self.kind is float and type(value) is int:
            return float(value)
        fits = type(value) is (str if self.kind is Path else self.kind)
        if not fits or (self.choices and value not in self.choices):
            raise ValueError(self.expected)
        # No command line can hold a null character.
        if isinstance(value, str) and ("\0" in value or (self.kind is Path and not value)):
            raise ValueError(self.expected)
        if self.negated:
            return not value
        return folder / Path(str(value)).expanduser() if self.kind is Path else value
