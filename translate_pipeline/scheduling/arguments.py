"""The arguments of a job: checked by the command that will get them, and made independent of the working directory."""

from __future__ import annotations

import glob
import os
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from translate_pipeline.errors import InputError, UsageError

# Those of tsum's commands that can work unattended, and whether they expand wildcards themselves.
SCHEDULABLE = {"batch": True, "brief": True, "run": False, "translate": False}
# Options whose file must be there before the job runs.
_READ_OPTIONS = frozenset({"glossary", "package"})
_URL = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_WILDCARD = re.compile(r"[*?\[]")


@dataclass(frozen=True)
class JobArguments:
    """A command of tsum with its arguments.

    Args:
        command: its name.
        arguments: what follows it.
        subject: a word for what it makes, for the job's name: its output, else its first input.
        to_standard_output: whether it writes its result there.
    """

    command: str
    arguments: tuple[str, ...]
    subject: str
    to_standard_output: bool


# What configuration files say for the options of a command, by its name.
Defaults = Callable[[str], Mapping[str, Any]]


def no_defaults(_: str) -> Mapping[str, Any]:
    """Where there are no configuration files."""
    return {}


def job_arguments(words: Sequence[str], commands: Mapping[str, Any], defaults: Defaults = no_defaults) -> JobArguments:
    """Reads a job such as `batch articles --out briefings`.

    Args:
        words: the command and its arguments.
        commands: the commands of tsum as Typer makes them, by name.
        defaults: gives what the job will find in configuration files.

    Raises:
        UsageError: the command cannot be scheduled, or its arguments are wrong.
        InputError: an input is missing.
    """
    name, *arguments = words[1:] if len(words) > 1 and words[0] == "tsum" else words
    known = [command for command in SCHEDULABLE if command in commands]
    if name not in known:
        raise UsageError(f"{name!r} is no command that can be scheduled: use {', '.join(known)}")
    if {"-h", "--help"} & set(arguments):
        raise UsageError(f"the job asks for help: see `tsum {name} --help` instead")
    values = _values(name, commands[name], arguments, defaults(name))
    for option in _READ_OPTIONS & values.keys():
        for path in _paths(values[option]):
            if not _exists(path):
                raise InputError(f"{path}: no such file (--{option} of the job): check the path")
    absolute = _Absolute(name, commands[name], values)
    made = tuple(absolute.rewritten(arguments))
    return JobArguments(name, made, _subject(values, absolute.inputs), "output" in values and values["output"] is None)


def _values(name: str, command: Any, arguments: list[str], defaults: Mapping[str, Any]) -> dict[str, Any]:
    """What the command would get, by parameter."""
    try:
        values: dict[str, Any] = command.make_context(name, list(arguments), default_map=defaults).params
    except Exception as error:
        # Typer's errors have had several base classes; all can say what is wrong.
        message = getattr(error, "format_message", None)
        if message is None:
            raise
        raise UsageError(f"the job `tsum {name}`: {' '.join(message().split())}") from None
    return values


def _paths(value: Any) -> list[Path]:
    return [item for item in (value if isinstance(value, list | tuple) else [value]) if isinstance(item, Path)]


def _subject(values: Mapping[str, Any], inputs: Sequence[str]) -> str:
    output = next((path for option in ("out", "output") for path in _paths(values.get(option))), None)
    first = output.name.partition(".")[0] if output and output.name else next(iter(inputs), "")
    return first or "job"


def _exists(path: Path | str) -> bool:
    # Path.exists raises for a name that is too long.
    return os.path.exists(path)  # noqa: PTH110


class _Absolute:
    """Makes the paths among the arguments of a command absolute."""

    def __init__(self, name: str, command: Any, values: Mapping[str, Any]) -> None:
        self._name = name
        self._options: dict[str, tuple[bool, bool]] = {}
        self.inputs: list[str] = []
        for parameter in command.params:
            takes_value = not getattr(parameter, "is_flag", False) and not getattr(parameter, "count", False)
            for spelling in (*parameter.opts, *parameter.secondary_opts):
                if spelling.startswith("-"):
                    self._options[spelling] = takes_value, bool(_paths(values.get(parameter.name)))

    def rewritten(self, arguments: Sequence[str]) -> list[str]:
        rest = list(arguments)
        made: list[str] = []
        while rest:
            word = rest.pop(0)
            if word == "--":
                return [*made, word, *map(self._input, rest)]
            if word.startswith("--"):
                option, equals, value = word.partition("=")
                if equals:
                    made.append(f"{option}={self._value(option, value)}")
                else:
                    made += [word, *self._following(option, rest)]
            elif word.startswith("-") and word != "-":
                made += self._short(word, rest)
            else:
                made.append(self._input(word))
        return made

    def _short(self, word: str, rest: list[str]) -> list[str]:
        """Options of one letter, which may stand together and have their value attached."""
        for place, letter in enumerate(word[1:], 1):
            option, attached = f"-{letter}", word[place + 1 :]
            if self._options.get(option, (False, False))[0]:
                if attached:
                    return [word[: place + 1] + self._value(option, attached)]
                return [word, *self._following(option, rest)]
        return [word]

    def _following(self, option: str, rest: list[str]) -> list[str]:
        takes_value, _ = self._options.get(option, (False, False))
        return [self._value(option, rest.pop(0))] if takes_value and rest else []

    def _value(self, option: str, value: str) -> str:
        _, is_path = self._options.get(option, (False, False))
        return str(Path(value).absolute()) if is_path and value != "-" else value

    def _input(self, word: str) -> str:
        self.inputs.append(re.sub(r"[*?\[\]]", "", Path(_URL.sub("", word)).name).partition(".")[0])
        if word == "-":
            raise UsageError("the job reads standard input (-), which is empty under a scheduler: name a file")
        if _URL.match(word):
            return word
        if _exists(word):
            return str(Path(word).absolute())
        if not _WILDCARD.search(word):
            raise InputError(f"{word}: no such file (an input of the job): check the path, or make the folder first")
        if not SCHEDULABLE[self._name]:
            raise UsageError(f"{word!r}: `tsum {self._name}` expands no wildcards: name the files, or use `tsum batch`")
        return str(Path(glob.escape(str(Path.cwd()))) / word)
