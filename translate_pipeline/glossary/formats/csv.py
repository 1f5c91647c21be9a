"""CSV and TSV glossaries: a header with `source` and `target`, one with two languages, or two bare columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from translate_pipeline.errors import GlossaryError, NotTextError
from translate_pipeline.glossary.entry import GlossaryEntry
from translate_pipeline.glossary.formats.base import GlossaryFile, OnBadRow, refuse
from translate_pipeline.glossary.formats.csv_cells import cells_of, entry_from_cells, row_text
from translate_pipeline.glossary.formats.csv_columns import Columns, columns_of
from translate_pipeline.glossary.formats.csv_editing import edited_lines
from translate_pipeline.glossary.formats.csv_records import delimiter_of, records
from translate_pipeline.glossary.formats.fields import FIELDS
from translate_pipeline.glossary.formats.languages import LanguagePair
from translate_pipeline.readers.decoding import decode

_BOM = b"\xef\xbb\xbf"


def _lines(path: Path, data: bytes) -> list[str]:
    try:
        text = decode(data, str(path)).text
    except NotTextError as error:
        reason = str(error).removeprefix(f"{path}: ")
        raise GlossaryError(f"{path}{_first_undecodable_line(data)}: {reason}, in UTF-8") from None
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _first_undecodable_line(data: bytes) -> str:
    """A colon and the line of the first byte that is not UTF-8."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return f":{data.count(10, 0, error.start) + 1}"
    return ""


@dataclass(frozen=True)
class CsvFormat:
    """A row for each entry; `aliases` are divided by `|`, and a line that begins with `#` is a comment.

    Args:
        name: what the format is called.
        suffixes: how names of its files end.
        delimiter: what divides cells in a file that tsum writes; in one that it reads, the first rows show it.
    """

    name: str
    suffixes: tuple[str, ...]
    delimiter: str

    def read(self, path: Path, data: bytes, wanted: LanguagePair | None, on_bad_row: OnBadRow) -> GlossaryFile:
        """The entries of a CSV file; see `GlossaryFormat.read`."""
        entries: list[GlossaryEntry] = []
        columns: Columns | None = None
        lines = _lines(path, data)
        for record in records(path, lines, delimiter_of(lines), on_bad_row):
            origin = f"{path}:{record.line}"
            if columns is None:
                columns = columns_of(record.cells, origin)
                if columns.has_header:
                    continue
            try:
                entries.append(entry_from_cells(columns.cells_by_name(record.cells, origin), origin))
            except GlossaryError as error:
                on_bad_row(error)
        return GlossaryFile(entries, columns.pair if columns else None)

    def write(self, entries: Sequence[GlossaryEntry], pair: LanguagePair | None) -> str:
        """A header and a row for each entry; columns that no entry needs are left out."""
        cells = [cells_of(entry) for entry in entries]
        names = [name for name in FIELDS if name in FIELDS[:2] or any(name in row for row in cells)]
        header = [{"source": pair.source, "target": pair.target}.get(name, name) if pair else name for name in names]
        rows = [header, *([row.get(name, "") for name in names] for row in cells)]
        return "".join(row_text(row, self.delimiter) + "\n" for row in rows)

    def write_bare(self, entries: Sequence[GlossaryEntry]) -> str:
        """Two columns without a header, as DeepL imports them: each source form once, with its target.

        Format: https://developers.deepl.com/docs/customize/managing-glossaries
        """
        targets: dict[str, str] = {}
        for entry in entries:
            for form in entry.forms:
                targets.setdefault(form, entry.target)
        return "".join(row_text(row, self.delimiter) + "\n" for row in targets.items())

    def edit(
        self,
        path: Path,
        data: bytes,
        changed: Mapping[int, GlossaryEntry | None],
        added: Sequence[GlossaryEntry],
        pair: LanguagePair,
    ) -> str:
        """The text of a file with entries changed and added; see `GlossaryFormat.edit`."""
        lines = _lines(path, data)
        delimiter = delimiter_of(lines)
        rows = list(records(path, lines, delimiter, refuse))
        if not rows:
            return "".join(line + "\n" for line in lines if line) + self.write(added, None)
        edited = edited_lines(path, lines, rows, delimiter, changed, added)
        return ("\ufeff" if data.startswith(_BOM) else "") + ("\r\n" if b"\r\n" in data else "\n").join(edited)
