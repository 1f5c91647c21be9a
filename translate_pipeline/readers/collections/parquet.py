"""Parquet archives."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from translate_pipeline.errors import MissingLibraryError, UnreadableFormatError
from translate_pipeline.readers.collections.base import CollectionOptions, Entry
from translate_pipeline.readers.collections.columns import chosen_column, needed_columns, row_entry
from translate_pipeline.readers.collections.failed_entry import failed_entry
from translate_pipeline.readers.collections.identity import input_identity

if TYPE_CHECKING:
    from pyarrow.parquet import ParquetFile

_MAGIC = b"PAR1"
_ROWS_AT_ONCE = 64
_BUFFER_BYTES = 1 << 20
_LARGEST_CELL = 10 << 20


class ParquetCollection:
    """The rows of a Parquet file, of which only the columns are read that a document needs."""

    format_name = "a Parquet archive"

    def recognises(self, head: bytes, name: str) -> bool:
        """Whether it begins with Parquet's mark."""
        return head.startswith(_MAGIC)

    def entries(self, stream: BinaryIO, name: str, options: CollectionOptions) -> Iterator[Entry]:
        """Its rows, a few at a time. Of a row group that is damaged the last entry is one whose `load` raises.

        Raises:
            MissingLibraryError: pyarrow is not installed.
            UnreadableFormatError: its description is damaged, or it has no such column.
        """
        try:
            import pyarrow
            from pyarrow.parquet import ParquetFile
        except ImportError:
            raise MissingLibraryError(name, self.format_name, "parquet") from None
        errors = (pyarrow.ArrowException, OSError, ValueError, OverflowError, MemoryError)
        try:
            # Not all of a row group at once: one may hold gigabytes.
            file = ParquetFile(stream, buffer_size=_BUFFER_BYTES, pre_buffer=False)
            columns = list(file.schema_arrow.names)
            rows_of_groups = [file.metadata.row_group(group).num_rows for group in range(file.num_row_groups)]
        except errors as error:
            raise UnreadableFormatError(name, self.format_name, _said(error)) from None
        text = chosen_column(columns, options.text_column, name, self.format_name)
        needed, before = needed_columns(columns, text), 0
        for group, rows in enumerate(rows_of_groups):
            number = before
            try:
                for number, row in enumerate(_rows(file, group, needed), before + 1):
                    yield self._entry(row, number, name, options.text_column)
            except errors as error:
                reason = f"rows {number + 1} to {before + rows}: {_said(error)}"
                failure = UnreadableFormatError(name, self.format_name, reason)
                yield failed_entry(f"{name}:{number + 1}", f"{input_identity(name)}#{number + 1}", failure)
            before += rows

    def _entry(self, row: dict[str, object], number: int, name: str, text_column: str | None) -> Entry:
        called, archive, part = f"{name}:{number}", input_identity(name), f"a row of {self.format_name}"
        if any(isinstance(value, (str, bytes)) and len(value) > _LARGEST_CELL for value in row.values()):
            failure = UnreadableFormatError(called, part, f"a value in it is larger than {_LARGEST_CELL >> 20} MB")
            return failed_entry(called, f"{archive}#{number}", failure)
        return row_entry(row, text_column, archive, str(number), called, part)


def _rows(file: ParquetFile, group: int, columns: list[str]) -> Iterator[dict[str, object]]:
    for batch in file.iter_batches(batch_size=_ROWS_AT_ONCE, row_groups=[group], columns=columns, use_threads=False):
        yield from batch.to_pylist()


def _said(error: Exception) -> str:
    return " ".join(str(error).split())[:300] or type(error).__name__
