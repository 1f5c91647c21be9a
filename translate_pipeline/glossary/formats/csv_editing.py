"""Changes rows of a CSV file; comments, empty lines, quoting and the order of columns stay."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from translate_pipeline.errors import GlossaryError
from translate_pipeline.glossary.entry import GlossaryEntry
from translate_pipeline.glossary.formats.csv_cells import cells_of, row_text
from translate_pipeline.glossary.formats.csv_columns import Columns, columns_of
from translate_pipeline.glossary.formats.csv_records import Record
from translate_pipeline.glossary.formats.fields import FIELDS


def edited_lines(
    path: Path,
    lines: Sequence[str],
    rows: Sequence[Record],
    delimiter: str,
    changed: Mapping[int, GlossaryEntry | None],
    added: Sequence[GlossaryEntry],
) -> list[str]:
    """The lines of a file after the change; columns that it lacks are put at the right.

    Args:
        path: the name of the file, for messages.
        lines: its lines without their breaks.
        rows: its records, one at least.
        delimiter: what divides cells.
        changed: new entries by the number of the one they replace; None takes it out.
        added: entries that are put at the end.

    Raises:
        GlossaryError: the file has no header, and so no column for a field.
    """
    columns = columns_of(rows[0].cells, f"{path}:{rows[0].line}")
    needed = {name for entry in (*changed.values(), *added) if entry for name in cells_of(entry)}
    missing = [name for name in FIELDS if name in needed and name not in columns.names]
    if missing and not columns.has_header:
        raise GlossaryError(
            f"{path}:{rows[0].line}: no header, so no column for {missing[0]}: "
            f"put the line {delimiter.join(columns.names)} before it"
        )
    by_line: list[str | None] = list(_widened(lines, rows, missing, delimiter))
    names = [*columns.names, *missing]
    entry_rows = rows[1:] if columns.has_header else rows
    for number, entry in changed.items():
        record = entry_rows[number]
        new = _row(entry, names, columns, delimiter) if entry else None
        rest = [None] * (record.last_line - record.line)
        by_line[record.line - 1 : record.last_line] = [new, *rest]
    kept = [line for line in by_line if line is not None]
    while kept and not kept[-1].strip():
        kept.pop()
    return [*kept, *(_row(entry, names, columns, delimiter) for entry in added), ""]


def _widened(lines: Sequence[str], rows: Sequence[Record], missing: Sequence[str], delimiter: str) -> list[str]:
    """The lines with columns more, which are empty but for the header."""
    widened = list(lines)
    for record in rows if missing else ():
        cells = missing if record is rows[0] else [""] * len(missing)
        widened[record.last_line - 1] += "".join(delimiter + cell for cell in cells)
    return widened


def _row(entry: GlossaryEntry, names: Sequence[str], columns: Columns, delimiter: str) -> str:
    cells = {**columns.fixed, **cells_of(entry)}
    return row_text([cells.get(name, "") for name in names], delimiter)
