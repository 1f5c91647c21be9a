"""What a glossary format is: a file in, entries out, and back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from translate_pipeline.errors import GlossaryError
from translate_pipeline.glossary.entry import GlossaryEntry
from translate_pipeline.glossary.formats.languages import LanguagePair

OnBadRow = Callable[[GlossaryError], None]


def refuse(error: GlossaryError) -> None:
    """What strict reading does with a bad row."""
    raise error


@dataclass(frozen=True)
class GlossaryFile:
    """What a file has: entries in their order, and the language pair if it states one."""

    entries: list[GlossaryEntry]
    pair: LanguagePair | None


class GlossaryFormat(Protocol):
    """Reads and writes glossaries of one file format."""

    @property
    def name(self) -> str:
        """What the format is called."""
        ...

    @property
    def suffixes(self) -> tuple[str, ...]:
        """How names of its files end."""
        ...

    def read(self, path: Path, data: bytes, wanted: LanguagePair | None, on_bad_row: OnBadRow) -> GlossaryFile:
        """The entries of a file.

        Args:
            path: the name of the file, for messages and origins.
            data: its bytes.
            wanted: the language pair of the run; a file with more than two languages is read for it.
            on_bad_row: is given the error of a bad row, which is left out unless it raises.

        Raises:
            GlossaryError: the file as a whole is bad, or `on_bad_row` raised.
        """
        ...

    def write(self, entries: Sequence[GlossaryEntry], pair: LanguagePair | None) -> str:
        """The text of a file with these entries."""
        ...

    def edit(
        self,
        path: Path,
        data: bytes,
        changed: Mapping[int, GlossaryEntry | None],
        added: Sequence[GlossaryEntry],
        pair: LanguagePair,
    ) -> str:
        """The text of a file with entries changed and added; comments and all that is no entry stay as they are.

        Args:
            path: the name of the file, for messages.
            data: its bytes.
            changed: new entries by the number of the one they replace, from 0 in the order of `read`; None takes
                it out.
            added: entries that are put at the end.
            pair: the language pair of the entries.

        Raises:
            GlossaryError: the file is bad, or has no place for a field of an entry.
        """
        ...
