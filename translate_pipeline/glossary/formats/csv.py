"""CSV glossaries: a header with `source` and `target`, or two bare columns."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from translate_pipeline.errors import GlossaryError, NotTextError
from translate_pipeline.glossary.entry import Article, GlossaryEntry
from translate_pipeline.readers.cleaning import clean_text
from translate_pipeline.readers.decoding import decode

COLUMNS = ("source", "target", "aliases", "article", "note")
_ARTICLES: dict[str, Article] = {"": "", "none": "none", "the": "the"}
_LONGEST_TERM = 200


def _read_text(path: Path) -> str:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise GlossaryError(f"{path}: glossary cannot be read ({error.strerror}): check the path") from None
    try:
        return clean_text(decode(data, str(path)).text)[0]
    except NotTextError as error:
        raise GlossaryError(f"{error} (a glossary is a CSV file with source and target)") from None


def _delimiter(text: str) -> str:
    """Comma, or the semicolon or tab that Spanish spreadsheets write, as the first row shows."""
    first = next((line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")), "")
    return next((mark for mark in ",;\t" if mark in first), ",")


def _rows(path: Path, text: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text), strict=True, delimiter=_delimiter(text))
    while True:
        line = reader.line_num + 1
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise GlossaryError(f"{path}:{line}: malformed CSV ({error}): check the quotation marks") from None
        if any(cell.strip() for cell in row) and not row[0].lstrip().startswith("#"):
            yield line, [" ".join(cell.split()) for cell in row]


def _checked_term(term: str, column: str, origin: str) -> str:
    if not term:
        raise GlossaryError(f"{origin}: empty {column}: give it a value or remove the row")
    if not any(letter.isalnum() for letter in term) or (column == "source" and len(term) < 2):
        raise GlossaryError(f"{origin}: {column} {term!r} is no term: it needs at least two letters")
    if "⟦" in term or "⟧" in term:
        raise GlossaryError(f"{origin}: {column} {term!r} has ⟦ or ⟧ in it, which tsum uses itself")
    if len(term) > _LONGEST_TERM:
        raise GlossaryError(f"{origin}: {column} has {len(term):,} characters: at most {_LONGEST_TERM} are allowed")
    return term


class CsvFormat:
    """`source,target` with a header that may add `aliases` (divided by `|`), `article` and `note`."""

    suffixes: tuple[str, ...] = (".csv", ".tsv")

    def read(self, path: Path) -> list[GlossaryEntry]:
        """The entries of a CSV file.

        Raises:
            GlossaryError: the file cannot be read, or a row is bad; the message has the file and the line.
        """
        entries: list[GlossaryEntry] = []
        columns: list[str] | None = None
        for line, row in _rows(path, _read_text(path)):
            origin = f"{path}:{line}"
            if columns is None:
                names = [cell.casefold() for cell in row]
                has_header = "source" in names and "target" in names
                columns = names if has_header else list(("source", "target", "note")[: len(row)])
                unknown = [name for name in columns if name not in COLUMNS]
                if len(set(columns)) != len(columns):
                    raise GlossaryError(f"{origin}: a column stands there twice: keep one of them")
                if unknown:
                    raise GlossaryError(f"{origin}: unknown column {unknown[0]!r}: known are {', '.join(COLUMNS)}")
                if has_header:
                    continue
                if len(columns) < 2:
                    raise GlossaryError(f"{origin}: one column where two are expected: source and target, with a comma")
            if len(row) != len(columns):
                raise GlossaryError(
                    f"{origin}: {len(row)} cells where {len(columns)} are expected: "
                    "put a term with a comma in quotation marks"
                )
            cells = dict(zip(columns, row, strict=True))
            article = cells.get("article", "").casefold()
            if article not in _ARTICLES:
                raise GlossaryError(f"{origin}: article {article!r} is unknown: use none, the, or leave it empty")
            source = _checked_term(cells["source"], "source", origin)
            target = _checked_term(cells["target"], "target", origin)
            aliases = tuple(
                _checked_term(alias.strip(), "alias", origin)
                for alias in cells.get("aliases", "").split("|")
                if alias.strip()
            )
            entries.append(GlossaryEntry(source, target, aliases, _ARTICLES[article], cells.get("note", ""), origin))
        return entries
