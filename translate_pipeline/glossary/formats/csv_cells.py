"""Entries as the cells of a CSV row."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from translate_pipeline.glossary.entry import GlossaryEntry
from translate_pipeline.glossary.formats.fields import entry_from_fields, fields_of

_ALIAS = re.compile(r"(?:\\[\\|]|[^|])+")
_ESCAPED = re.compile(r"\\([\\|])")


def entry_from_cells(cells: Mapping[str, str], origin: str) -> GlossaryEntry:
    """The entry of a row, by the names of its columns. Raises `GlossaryError` if a cell is bad."""
    return entry_from_fields(cells, _aliases(cells.get("aliases", "")), origin)


def cells_of(entry: GlossaryEntry) -> dict[str, str]:
    """The cells of an entry by the names of their columns; empty ones are left out."""
    aliases = "|".join(alias.replace("\\", "\\\\").replace("|", "\\|") for alias in entry.aliases)
    return {**fields_of(entry), **({"aliases": aliases} if aliases else {})}


def row_text(cells: Sequence[str], delimiter: str) -> str:
    """A row as it is written, without a line break."""
    return delimiter.join(_quoted(cell, delimiter) for cell in cells)


def _aliases(cell: str) -> list[str]:
    """The aliases in a cell, divided by `|`; a bar after a backslash belongs to an alias."""
    if "\\" not in cell:
        return cell.split("|")
    return [_ESCAPED.sub(r"\1", alias) for alias in _ALIAS.findall(cell)]


def _quoted(cell: str, delimiter: str) -> str:
    """A cell as it is written; `#` in quotation marks begins no comment."""
    if cell.startswith("#") or any(mark in cell for mark in (delimiter, '"', "\n", "\r")):
        return '"' + cell.replace('"', '""') + '"'
    return cell
