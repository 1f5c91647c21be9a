"""What configuration files give for the options of commands, and where each value stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from translate_pipeline.configuration.option import ConfigurableOption
from translate_pipeline.configuration.toml_file import TomlFile
from translate_pipeline.errors import UsageError

# The options of each command by key; a command in a group has both names: `glossary suggest`.
CommandOptions = Mapping[str, Mapping[str, ConfigurableOption]]

DEFAULTS, PROFILE, GLOSSARY = "defaults", "profile", "glossary"


@dataclass(frozen=True)
class ConfiguredValue:
    """A value from a file.

    Args:
        value: for the command's parameter.
        place: file and line.
        table: the table's name, such as `profile.night.batch`.
    """

    value: Any
    place: str
    table: str


@dataclass(frozen=True)
class _Table:
    """A table of options."""

    file: TomlFile
    keys: tuple[str, ...]
    values: Mapping[str, Any]
    command: str | None

    @property
    def name(self) -> str:
        return ".".join(self.keys)


class Configuration:
    """The values of several files.

    A value in a profile goes before one outside; the first file that says something goes before the others, and in a
    file the table of a command before what is said for all.

    Args:
        files: the files in order of precedence.
        commands: the options that they may give values.
        profile: the chosen profile; None is the one that the files name in `[defaults]`, if any.
        chosen_by: what chose it, for messages.

    Raises:
        UsageError: a table or key is unknown, a value is of the wrong kind, or there is no such profile.
    """

    def __init__(
        self,
        files: Sequence[TomlFile],
        commands: CommandOptions,
        profile: str | None = None,
        chosen_by: str = "--profile",
    ) -> None:
        self.files, self._commands = tuple(files), commands
        for file in self.files:
            for table in self._tables(file):
                for _ in self._read(table, table.command):
                    pass
        self.profile, self.profile_place = profile, chosen_by
        if profile is None:
            self._choose_profile()
        self._check_profile()

    def values(self, command: str) -> dict[str, ConfiguredValue]:
        """The values for a command, by the parameters of its function."""
        tables = [table for file in reversed(self.files) for table in self._tables(file)]
        chosen: dict[str, ConfiguredValue] = {}
        for in_profile in (False, True):
            for table in tables:
                is_meant = table.keys[:2] == (PROFILE, self.profile) if in_profile else table.keys[0] != PROFILE
                if is_meant and table.command in (None, command):
                    chosen.update((option.parameter, value) for option, value in self._read(table, command))
        return chosen

    def _choose_profile(self) -> None:
        for file in self.files:
            name = file.tables.get(DEFAULTS, {}).get(PROFILE)
            if name is not None:
                self.profile, self.profile_place = name, file.place(DEFAULTS, PROFILE)
                return

    def _check_profile(self) -> None:
        known = list(dict.fromkeys(name for file in self.files for name in file.tables.get(PROFILE, {})))
        if self.profile is not None and self.profile not in known:
            there_are = f"known are {', '.join(known)}" if known else "there is no [profile.…] in any tsum.toml"
            raise UsageError(f"{self.profile_place}: unknown profile {self.profile!r}: {there_are}")

    def _tables(self, file: TomlFile) -> Iterator[_Table]:
        """The tables of options of a file; what is for all commands comes before what is for one."""
        own = [command for command in self._commands if " " not in command]
        for name, value in file.tables.items():
            if name not in (GLOSSARY, DEFAULTS, PROFILE, *own):
                known = ", ".join((GLOSSARY, DEFAULTS, PROFILE, *own))
                raise UsageError(f"{file.place(name)}: unknown table or key {name!r}: known are {known}")
            if not isinstance(value, dict):
                wanted = f"[{PROFILE}.NAME], and choose one in [{DEFAULTS}]" if name == PROFILE else f"[{name}]"
                raise UsageError(f"{file.place(name)}: {name} must be a table: write {wanted}")
        if DEFAULTS in file.tables:
            yield _Table(file, (DEFAULTS,), self._without_profile(file), None)
        yield from (_Table(file, (name,), file.tables[name], name) for name in own if name in file.tables)
        for profile, value in file.tables.get(PROFILE, {}).items():
            keys = (PROFILE, profile)
            if not isinstance(value, dict):
                raise UsageError(f"{file.place(*keys)}: profile.{profile} must be a table: write [profile.{profile}]")
            of_commands = [name for name in own if isinstance(value.get(name), dict)]
            shared = {key: given for key, given in value.items() if key not in of_commands}
            yield _Table(file, keys, shared, None)
            yield from (_Table(file, (*keys, name), value[name], name) for name in of_commands)

    def _without_profile(self, file: TomlFile) -> dict[str, Any]:
        values = dict(file.tables[DEFAULTS])
        if not isinstance(values.pop(PROFILE, ""), str):
            raise UsageError(f"{file.place(DEFAULTS, PROFILE)}: profile must be text in quotation marks")
        return values

    def _read(self, table: _Table, command: str | None) -> Iterator[tuple[ConfigurableOption, ConfiguredValue]]:
        """The values of a table for a command, or for all of them."""
        for key, value in table.values.items():
            name, place = key.replace("-", "_"), table.file.place(*table.keys, key)
            meant = self._commands if table.command is None else {table.command: self._commands[table.command]}
            having = {each: options[name] for each, options in meant.items() if name in options}
            if not having:
                known = sorted({name for options in meant.values() for name in options})
                raise UsageError(f"{place}: unknown key {key!r} in [{table.name}]: known are {', '.join(known)}")
            for each, option in having.items():
                if command not in (None, each):
                    continue
                try:
                    read = option.read(value, table.file.path.parent)
                except ValueError:
                    whose = "" if table.command else f" for `tsum {each}`"
                    raise UsageError(f"{place}: {key} must be {option.expected}{whose}") from None
                yield option, ConfiguredValue(read, place, table.name)
