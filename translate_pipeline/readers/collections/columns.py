"""Which column of an archive holds the text, and which the title, the date and the rest."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache

from translate_pipeline.document import Document
from translate_pipeline.errors import EmptyInputError, UnreadableFormatError
from translate_pipeline.metadata import Metadata
from translate_pipeline.readers import document_from_text
from translate_pipeline.readers.cleaning import clean_text
from translate_pipeline.readers.collections.base import Entry
from translate_pipeline.readers.collections.dates import iso_date

Row = Mapping[str, object]

# The first of these that an archive has; capitals, accents, blanks and underlines do not count.
TEXT_COLUMNS = (
    "text", "content", "body", "articlebody", "maintext", "fulltext", "bodytext", "articletext", "article", "texto",
    "contenido", "cuerpo", "textocompleto", "articulo", "noticia", "document",
)  # fmt: skip
_METADATA_COLUMNS = {
    "title": ("title", "titulo", "headline", "titular", "encabezado", "articletitle"),
    "date": (
        "date", "published", "publishedat", "datepublished", "publicationdate", "publisheddate", "publishdate",
        "pubdate", "fecha", "fechapublicacion", "fechadepublicacion", "datetime", "createdat", "timestamp",
    ),
    "author": ("author", "authors", "autor", "autores", "autora", "byline", "creator", "firma"),
    "source": (
        "source", "publisher", "medio", "fuente", "sitename", "site", "publication", "outlet", "newspaper",
        "periodico", "diario", "domain", "hostname",
    ),
    "url": ("url", "link", "uri", "enlace", "canonicalurl", "sourceurl", "pageurl", "weburl"),
}  # fmt: skip
_ID_COLUMNS = ("id", "uuid", "guid", "identifier", "docid", "articleid", "identificador")
_LONGEST_METADATA = 2000
_SHOWN_COLUMNS = 30


def row_entry(row: Row, text_column: str | None, archive: str, place: str, name: str, format_name: str) -> Entry:
    """The entry of one row.

    Args:
        row: its values by column.
        text_column: the column of the text; None finds it by the usual names.
        archive: the identity of the archive.
        place: the row's place in it, by which it is known if it has no id and no address.
        name: what errors call the row.
        format_name: what errors call the archive's format.
    """
    by_name = {_plain(column): column for column in reversed(list(row))}

    def first(names: tuple[str, ...]) -> str:
        found = (_line(row[by_name[wanted]]) for wanted in names if wanted in by_name)
        return next((text for text in found if text), "")

    values = {field: first(names) for field, names in _METADATA_COLUMNS.items()}
    values["date"] = iso_date(values["date"]) or ""
    metadata = Metadata(**{field: value or None for field, value in values.items()})
    own = first(_ID_COLUMNS)

    def load() -> Document:
        column = chosen_column(row, text_column, name, format_name)
        return _document(_text(row[column], column, name, format_name), name, metadata)

    return Entry(name, f"{archive}#{own or metadata.url or place}", load, metadata.date)


def chosen_column(columns: Iterable[str], text_column: str | None, name: str, format_name: str) -> str:
    """The column that holds the text.

    Raises:
        UnreadableFormatError: there is no such column; the message lists those that there are.
    """
    names = list(columns)
    if text_column is not None:
        if text_column in names:
            return text_column
        raise UnreadableFormatError(name, format_name, f"it has no column {text_column!r}, but {_listed(names)}")
    by_name = {_plain(column): column for column in reversed(names)}
    found = next((by_name[wanted] for wanted in TEXT_COLUMNS if wanted in by_name), None)
    if found is None:
        reason = f"none of its columns is known to hold the text: name one of {_listed(names)} with --text-column"
        raise UnreadableFormatError(name, format_name, reason)
    return found


def needed_columns(columns: Iterable[str], text_column: str) -> list[str]:
    """Of the columns of an archive those that are read."""
    wanted = {*_ID_COLUMNS, *(name for names in _METADATA_COLUMNS.values() for name in names)}
    return [column for column in columns if column == text_column or _plain(column) in wanted]


@lru_cache(maxsize=4096)
def _plain(column: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFKD", column.casefold()) if letter.isalnum())


def _listed(names: list[str]) -> str:
    shown = ", ".join(repr(clean_text(name)[0][:80]) for name in names[:_SHOWN_COLUMNS])
    return (shown or "none at all") + (
        f" and {len(names) - _SHOWN_COLUMNS} more" if len(names) > _SHOWN_COLUMNS else ""
    )


def _line(value: object) -> str:
    return " ".join(clean_text(_written(value))[0].split())


def _written(value: object) -> str:
    """A value in one line: of several their list, of an object its name, as in schema.org's `author`."""
    if isinstance(value, str):
        return value[:_LONGEST_METADATA]
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, (int, float)):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bytes):
        return value[:_LONGEST_METADATA].decode("utf-8", errors="replace")
    if isinstance(value, Mapping):
        return _written(
            next((value[key] for key in ("name", "nombre", "title", "$oid", "$date") if key in value), None)
        )
    if isinstance(value, (list, tuple)):
        return ", ".join(
            text for part in value[:20] if not isinstance(part, (list, tuple)) and (text := _written(part))
        )
    return ""


def _text(value: object, column: str, name: str, format_name: str) -> str:
    if isinstance(value, bytes):
        try:
            value = value.decode("utf-8")
        except UnicodeDecodeError as error:
            reason = f"its column {column!r} is not UTF-8 at byte {error.start}"
            raise UnreadableFormatError(name, format_name, reason) from None
    if isinstance(value, (list, tuple)) and all(isinstance(part, str) for part in value):
        value = "\n\n".join(value)
    if value is None:
        raise EmptyInputError(name)
    if not isinstance(value, str):
        raise UnreadableFormatError(name, format_name, f"its column {column!r} holds no text")
    return value


def _document(text: str, name: str, metadata: Metadata) -> Document:
    title = metadata.title
    begins = " ".join(text[: 4 * len(title or "") + 100].split())
    if text.strip() and title and not begins.casefold().startswith(title.casefold()):
        text = f"# {title}\n\n{text.lstrip()}"
    document = document_from_text(text, name)
    document.metadata = metadata
    return document
