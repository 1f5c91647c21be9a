"""Several inputs to one command: those that fail are told of, and the others go on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from translate_pipeline.cli.console import Notes
from translate_pipeline.errors import ExitCode, TsumError

if TYPE_CHECKING:
    from translate_pipeline.document import Document
    from translate_pipeline.pipeline import Pipeline, Source


class Inputs:
    """The files of a command.

    Args:
        files: names of files; `-` is standard input.
        notes: where failures are shown.
    """

    def __init__(self, files: Sequence[str], notes: Notes) -> None:
        self._files, self._notes = files, notes
        self.failed = 0

    def __iter__(self) -> Iterator[Path]:
        return map(Path, self._files)

    def prepared(self, pipeline: Pipeline) -> Iterator[Document]:
        """The documents of the files, read and cut into sentences; what a user should know of each is shown."""
        for path in self:
            try:
                document = pipeline.prepare(path)
            except TsumError as error:
                self.on_error(path, error)
                continue
            for note in document.notes:
                self._notes.note(f"{document.name}: {note}")
            yield document

    @property
    def several(self) -> bool:
        """Whether more than one file was named."""
        return len(self._files) > 1

    @property
    def all_failed(self) -> bool:
        """Whether nothing came of any of them."""
        return self.failed == len(self._files)

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
