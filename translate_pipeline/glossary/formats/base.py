"""What a glossary format is: one file in, entries out."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from translate_pipeline.glossary.entry import GlossaryEntry


class GlossaryFormat(Protocol):
    """Reads glossaries of one file format."""

    suffixes: tuple[str, ...]

    def read(self, path: Path) -> list[GlossaryEntry]:
        """The entries of a file. Raises `GlossaryError` with file and line for the first bad row."""
        ...
