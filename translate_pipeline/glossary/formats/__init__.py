"""Glossary file formats; a new format is a file here and a line in `FORMATS`."""

from __future__ import annotations

from pathlib import Path

from translate_pipeline.errors import GlossaryError
from translate_pipeline.glossary.entry import GlossaryEntry
from translate_pipeline.glossary.formats.base import GlossaryFormat
from translate_pipeline.glossary.formats.csv import CsvFormat

__all__ = ["FORMATS", "read_glossary_file"]

FORMATS: tuple[GlossaryFormat, ...] = (CsvFormat(),)


def read_glossary_file(path: Path) -> list[GlossaryEntry]:
    """The entries of a glossary file in any known format. Raises `GlossaryError`."""
    for known in FORMATS:
        if path.suffix.casefold() in known.suffixes:
            return known.read(path)
    endings = ", ".join(suffix for known in FORMATS for suffix in known.suffixes)
    raise GlossaryError(f"{path}: unknown glossary format: the name must end in {endings}")
