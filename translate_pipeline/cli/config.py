"""`tsum config`: which files and variables give options their values."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Annotated, Any

import typer

from translate_pipeline.cli.configured import (
    ConfigurationChoice,
    command_name,
    commands_below,
    default_map,
    from_environment,
    key_of,
    name_variables,
)
from translate_pipeline.cli.console import Notes, write_standard_output
from translate_pipeline.cli.glossary_views import print_json
from translate_pipeline.cli.tables import print_table
from translate_pipeline.cli.variables import unknown_variables
from translate_pipeline.errors import UsageError

app = typer.Typer(help="Show what tsum.toml and the environment say in place of options.", no_args_is_help=True)


@dataclass(frozen=True)
class _Shown:
    """An option of a command with its value.

    Args:
        command: the command's name; of `[glossary]`, that.
        option: its key in files.
        value: as JSON has it.
        source: `environment`, `file`, `profile`, `command line` or `default`.
        origin: the variable, file and line, or option; None for a default.
        table: the file's table; None for what is in no file.
    """

    command: str
    option: str
    value: Any
    source: str
    origin: str | None = None
    table: str | None = None

    @property
    def row(self) -> tuple[str, str, str]:
        whence = f"{self.origin} [{self.table}]" if self.table else self.origin or self.source
        return self.option, _text(self.value), whence


@app.command("show")
def show(
    ctx: typer.Context,
    command: Annotated[
        list[str] | None, typer.Argument(metavar="[COMMAND]", help="Such as batch; without it, what is set for any.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> int:
    """Show the value of each option of a command, and where it comes from: environment, file, profile or default.

    Without a command: what is set in the environment or in a file for any command.
    """
    choice, root = _choice(ctx), ctx.find_root()
    known, wanted = dict(commands_below(root.command)), " ".join(command or ())
    if wanted and wanted not in known:
        raise UsageError(f"{wanted!r} is no command that can be configured: known are {', '.join(known)}")
    shown = [option for name in ([wanted] if wanted else known) for option in _options(root, choice, name)]
    if not wanted:
        shown = [option for option in shown if option.source not in ("default", "command line")]
    if not wanted or any(option.option == "glossary" for option in shown):
        shown += _glossary_table(choice)
    profile = choice.configuration.profile
    for line in unknown_variables(root.command):
        Notes().note(line)
    if json:
        print_json({"profile": profile, "files": _files(choice), "options": [dataclasses.asdict(o) for o in shown]})
        return 0
    if profile is not None:
        Notes().note(f"profile {profile}, chosen by {choice.configuration.profile_place}")
    if not shown:
        Notes().note("every option has its default: no variable TSUM_… and no tsum.toml says anything else")
    elif wanted:
        print_table(("Option", "Value", "From"), [option.row for option in shown])
    else:
        rows: dict[tuple[str, str, str], list[str]] = {}
        for option in shown:
            rows.setdefault(option.row, []).append(option.command)
        print_table(("Option", "Value", "From", "Commands"), [(*row, ", ".join(rows[row])) for row in sorted(rows)])
    return 0


@app.command("path")
def path(ctx: typer.Context) -> int:
    """Print the files that are read, the one that goes before the other first."""
    from translate_pipeline.configuration.files import user_file

    files = _files(_choice(ctx))
    write_standard_output("".join(f"{file}\n" for file in files))
    if not files:
        Notes().note(f"no tsum.toml is read: neither in {Path.cwd()} or a folder above, nor {user_file()}")
    return 0


def _choice(ctx: typer.Context) -> ConfigurationChoice:
    choice = ctx.obj
    if not isinstance(choice, ConfigurationChoice):
        raise TypeError("`tsum config` runs below `tsum`, which chooses the files")
    return choice


def _files(choice: ConfigurationChoice) -> list[str]:
    from translate_pipeline.configuration import configuration_files

    return [] if choice.ignored else [str(file) for file in configuration_files()]


def _options(root: Any, choice: ConfigurationChoice, name: str) -> list[_Shown]:
    """The options of a command as it would get them now; Typer itself looks them up."""
    first, *_ = words = name.split()
    name_variables(root.command.commands[first])
    root.default_map = default_map(choice, first, root.command.commands[first])
    context, command = root, root.command
    for word in words:
        command = command.commands[word]
        context = command.make_context(word, [], parent=context, resilient_parsing=True)
    found = [_shown(choice, context, parameter, key) for parameter in command.params if (key := key_of(parameter))]
    return sorted(found, key=lambda shown: shown.option)


def _shown(choice: ConfigurationChoice, context: Any, parameter: Any, key: str) -> _Shown:
    value, name = _plain(context.params.get(parameter.name)), command_name(context)
    origin, source = choice.origin(context, parameter.name), context.get_parameter_source(parameter.name).name
    if source == "ENVIRONMENT":
        # Of a value that cannot be used, Typer tells nothing here.
        return _Shown(name, key, from_environment(parameter) if value is None else value, "environment", origin)
    if source != "DEFAULT_MAP":
        return _Shown(name, key, value, "default")
    given = choice.given(context, parameter.name)
    if given is None:
        return _Shown(name, key, value, "command line", "--no-project")
    # What the command would refuse is shown as the file has it.
    kept = _plain(given.value) if value is None else value
    source = "profile" if given.table.startswith("profile.") else "file"
    return _Shown(name, key, kept, source, given.place, given.table)


def _glossary_table(choice: ConfigurationChoice) -> list[_Shown]:
    from translate_pipeline.project import read_glossary_table

    found: dict[str, _Shown] = {}
    for file in choice.configuration.files:
        for key, value in read_glossary_table(file).items():
            place = file.place("glossary", key)
            found.setdefault(key, _Shown("all with glossaries", key, _plain(value), "file", place, "glossary"))
    return list(found.values())


def _plain(value: Any) -> Any:
    """A value as JSON has it."""
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Enum):
        return value.value
    return str(value) if isinstance(value, Path) else value


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return ", ".join(map(_text, value)) or "-"
    return "-" if value is None else str(value)
