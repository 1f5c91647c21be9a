"""Options of commands from the environment and from `tsum.toml`, through Typer's own defaults."""

from __future__ import annotations

import os
import re
import types
from collections.abc import Iterator, Mapping
from dataclasses import replace
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING, Any, Union, get_args, get_origin, get_type_hints

from typer.core import TyperCommand, TyperGroup

from translate_pipeline.cli.strictness import ANY
from translate_pipeline.errors import UsageError

if TYPE_CHECKING:
    from translate_pipeline.configuration import ConfigurableOption, Configuration, ConfiguredValue

PROFILE_VARIABLE = "TSUM_PROFILE"
# Their options describe one job, which has an environment of its own, or the files themselves.
_UNCONFIGURED = frozenset({"config", "schedule"})
# It shows what is wrong in the files among other things.
_DIAGNOSIS = "doctor"
# A consent is given for one call, by whoever makes it.
_CONSENTS = frozenset({"install", "remove", "trust", "yes"})
_OPTION = re.compile(r"--([a-z][a-z-]*)")


class ConfigurationChoice:
    """Which files and which profile the command line chose; all commands have it as `ctx.obj`.

    Args:
        group: the `tsum` command.
        profile: the chosen profile, if any.
        chosen_by: what chose it.
        ignored: whether no file is to be read.
    """

    def __init__(self, group: Any, profile: str | None, chosen_by: str, ignored: bool) -> None:
        self._group, self._profile, self._chosen_by, self.ignored = group, profile, chosen_by, ignored

    @cached_property
    def configuration(self) -> Configuration:
        """What the files say. Raises `UsageError`, with file and line, for what is wrong in them."""
        from translate_pipeline.configuration import Configuration, configuration_files, read_toml
        from translate_pipeline.project import read_glossary_table

        files = () if self.ignored else tuple(map(read_toml, configuration_files()))
        for file in files:
            read_glossary_table(file)
        if self.ignored or not (files or self._profile):
            return Configuration((), {})
        options = {name: configurable_options(command) for name, command in commands_below(self._group)}
        return Configuration(files, options, self._profile, self._chosen_by)

    def values(self, name: str, command: Any) -> dict[str, Any]:
        """The defaults of a command, by parameter."""
        if self.ignored:
            return {each.name: True for each in command.params if each.name == "no_project"}
        return {parameter: given.value for parameter, given in self.configuration.values(name).items()}

    def origin(self, ctx: Any, parameter: str) -> str | None:
        """The variable, or the file and line, that the value of a command's option comes from; None for others."""
        source = getattr(ctx.get_parameter_source(parameter), "name", "")
        if source == "ENVIRONMENT":
            return next(str(each.envvar) for each in ctx.command.params if each.name == parameter)
        given = self.given(ctx, parameter) if source == "DEFAULT_MAP" else None
        return given.place if given else None

    def given(self, ctx: Any, parameter: str) -> ConfiguredValue | None:
        """What the files say for an option of a command."""
        return self.configuration.values(command_name(ctx)).get(parameter)


class ConfiguredGroup(TyperGroup):
    """The `tsum` command: what it is told to run gets its defaults from the environment and from files."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Finds the command; its options are looked up in no file if it is asked for help, which must always work."""
        name, command, rest = super().resolve_command(ctx, args)
        if command is None or ctx.resilient_parsing:
            return name, command, rest
        typed = rest[: rest.index("--")] if "--" in rest else rest
        ctx.obj = self._choice(ctx, "--no-project" in typed)
        if name not in _UNCONFIGURED:
            name_variables(command)
            if name != _DIAGNOSIS and not {*ctx.help_option_names} & {*typed}:
                ctx.default_map = default_map(ctx.obj, str(name), command)
        return name, command, rest

    def _choice(self, ctx: Any, ignored: bool) -> ConfigurationChoice:
        profile, ignored = ctx.params.get("profile"), ignored or bool(ctx.params.get("no_project"))
        from_variable = getattr(ctx.get_parameter_source("profile"), "name", "") == "ENVIRONMENT"
        if ignored and profile and not from_variable:
            raise UsageError(f"--profile {profile}: --no-project leaves out the files that have profiles: give one")
        return ConfigurationChoice(self, profile, PROFILE_VARIABLE if from_variable else "--profile", ignored)


class ConfiguredCommand(TyperCommand):
    """A command that says where a bad value comes from that nobody typed."""

    def invoke(self, ctx: Any) -> Any:
        """Runs the command."""
        try:
            return super().invoke(ctx)
        except UsageError as error:
            named = _OPTION.match(str(error))
            parameter = next((each for each in self.params if named and named.group() in each.opts), None)
            origin = _origin(ctx, parameter)
            if origin is None:
                raise
            raise UsageError(f"{origin}: {error}") from None


def refused_value(error: BaseException) -> str | None:
    """What Typer refuses and where it comes from, in one line; None if it was typed."""
    parameter = getattr(error, "param", None)
    origin = _origin(getattr(error, "ctx", None), parameter)
    if parameter is None or origin is None:
        return None
    return f"{origin}: {parameter.opts[0]}: {' '.join(str(getattr(error, 'message', error)).split())}"


def _origin(ctx: Any, parameter: Any) -> str | None:
    choice = getattr(ctx, "obj", None)
    return choice.origin(ctx, parameter.name) if parameter and isinstance(choice, ConfigurationChoice) else None


def command_name(ctx: Any) -> str:
    """The name of a context's command, without `tsum`: `glossary suggest`."""
    names: list[str] = []
    while ctx.parent is not None:
        names.insert(0, str(ctx.info_name))
        ctx = ctx.parent
    return " ".join(names)


def commands_below(group: Any, prefix: str = "") -> Iterator[tuple[str, Any]]:
    """The commands that can be configured, those of groups too, by their names."""
    for name, command in group.commands.items():
        if prefix or name not in _UNCONFIGURED:
            if hasattr(command, "commands"):
                yield from commands_below(command, f"{prefix}{name} ")
            else:
                yield f"{prefix}{name}", command


def default_map(choice: ConfigurationChoice, name: str, command: Any) -> Mapping[str, Any]:
    """The defaults of a command, or of those of a group, as Typer looks them up: by the commands' names."""
    if not hasattr(command, "commands"):
        return {name: choice.values(name, command)}
    below = {part: choice.values(f"{name} {part}", each) for part, each in command.commands.items()}
    return {name: below}


def name_variables(command: Any) -> None:
    """Gives each option its environment variable: `TSUM_MAX_WORDS` for `--max-words`."""
    for each in getattr(command, "commands", {}).values():
        name_variables(each)
    for parameter in command.params:
        variable = variable_of(parameter)
        if variable:
            parameter.envvar = variable
            # The rule is said once, below the list of commands.
            parameter.show_envvar = False


def variable_of(parameter: Any) -> str | None:
    """The environment variable of an option; None for an argument, and for a consent."""
    key = key_of(parameter)
    return f"TSUM_{key.upper()}" if key and key not in _CONSENTS else None


def key_of(parameter: Any) -> str | None:
    """What files call an option: `max_words` for `--max-words`; None for an argument."""
    long = next((spelling for spelling in parameter.opts if spelling.startswith("--")), None)
    return long[2:].replace("-", "_") if long and long != "--help" else None


def configurable_options(command: Any) -> dict[str, ConfigurableOption]:
    """The options of a command that files may give values, by key."""
    hints: dict[str, Any] = get_type_hints(command.callback)
    found: dict[str, ConfigurableOption] = {}
    for parameter in command.params:
        key = key_of(parameter)
        if key and key not in _CONSENTS and key != "no_project":
            found[key] = _option(key, parameter.name, hints[parameter.name])
            for spelling in parameter.secondary_opts:
                negative = spelling.lstrip("-").replace("-", "_")
                found[negative] = replace(found[key], key=negative, negated=True)
    return found


def _option(key: str, parameter: str, hint: Any) -> ConfigurableOption:
    from translate_pipeline.configuration import ConfigurableOption

    if get_origin(hint) in (Union, types.UnionType):
        hint = next(kind for kind in get_args(hint) if kind is not types.NoneType)
    repeatable = get_origin(hint) is list
    kind = get_args(hint)[0] if repeatable else hint
    if issubclass(kind, Enum):
        return ConfigurableOption(key, parameter, str, repeatable, tuple(str(member.value) for member in kind))
    return ConfigurableOption(key, parameter, kind, repeatable, alone=ANY if key == "strict" else None)


def from_environment(parameter: Any) -> str | None:
    """The text of an option's environment variable; None if it is not set, or empty."""
    return os.environ.get(parameter.envvar or "") or None
