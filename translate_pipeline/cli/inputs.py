"""Several inputs to one command: those that fail are told of, and the others go on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from translate_pipeline.cli.console import Notes
from translate_pipeline.errors import ExitCode, InputError, TsumError, UsageError

if TYPE_CHECKING:
    from translate_pipeline.document import Document
    from translate_pipeline.pipeline import Pipeline, Source
    from translate_pipeline.readers.collections.base import Entry
    from translate_pipeline.readers.sources import Sources


_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


def refuse_misread_inputs(names: Iterable[str], strict: str | None) -> None:
    """Refuses what is no input, but part of an option or an address of another kind.

    Args:
        names: what stands for inputs on the command line.
        strict: the value of `--strict`, which takes one only behind an equals sign.

    Raises:
        UsageError: with what to write instead.
    """
    from translate_pipeline.cli.strictness import ANY, is_strictness
    from translate_pipeline.readers.collections.identity import is_web_address

    for name in names:
        if _SCHEME.match(name) and not is_web_address(name):
            raise UsageError(f"{name}: only http and https addresses are fetched: download it, and name the file")
        if strict == ANY and is_strictness(name) and not Path(name).exists():
            raise UsageError(f"{name}: no such file: if it says what --strict looks for, write --strict={name}")


class Inputs:
    """What a command reads.

    Args:
        names: files, folders, patterns, archives, feeds, addresses; `-` is standard input.
        notes: where failures are shown.
        sources: finds the documents in what is named.
        strict: the value of `--strict`.

    Raises:
        InputError: there is no document in them.
        UsageError: a name is no input.
    """

    def __init__(
        self, names: Sequence[str], notes: Notes, sources: Sources | None = None, strict: str | None = None
    ) -> None:
        from translate_pipeline.readers import sources as sources_module
        from translate_pipeline.readers.collections.identity import input_identity

        refuse_misread_inputs(names, strict)
        self._notes = notes
        entries = (sources or sources_module.Sources()).entries(names)
        first = next(entries, None)
        if first is None:
            raise InputError(f"{names[0]}: no document in it: name files, or a folder or a feed that has some")
        self._entries = chain([first], entries)
        # A single document is its input; a folder or a feed is not, even if there is but one document in it.
        self._several = len(names) > 1 or first.identity != input_identity(names[0])
        self._read = self.failed = 0

    def __iter__(self) -> Iterator[Entry]:
        for entry in self._entries:
            self._read += 1
            yield entry

    def prepared(self, pipeline: Pipeline) -> Iterator[Document]:
        """The documents of the files, read and cut into sentences; what a user should know of each is shown."""
        for entry in self:
            try:
                document = pipeline.prepare(entry)
            except TsumError as error:
                self.on_error(entry, error)
                continue
            for note in document.notes:
                self._notes.note(f"{document.name}: {note}")
            yield document

    @property
    def several(self) -> bool:
        """Whether there may be more than one document."""
        return self._several

    @property
    def all_failed(self) -> bool:
        """Whether nothing came of any of them."""
        return self.failed == self._read

    def on_error(self, _: Source, error: TsumError) -> None:
        """Shows a failure among several inputs; that of the only input is raised."""
        if not self.several:
            raise error
        self.failed += 1
        self._notes.error(error)

    @property
    def exit_code(self) -> int:
        """Zero, or the code for failures among several inputs."""
        return int(ExitCode.SOME_FAILED) if self.failed else 0
