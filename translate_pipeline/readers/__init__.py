"""Readers: from a path, standard input or a string to a document."""

from __future__ import annotations

import sys
from pathlib import Path

from translate_pipeline.document import Document
from translate_pipeline.errors import InputError
from translate_pipeline.readers.choice import choose_reader
from translate_pipeline.readers.plain_text import document_from_text

__all__ = ["STANDARD_INPUT", "document_from_text", "read_bytes", "read_document", "read_file"]

STANDARD_INPUT = "-"


def read_document(path: Path | str) -> Document:
    """Reads one file, or standard input for `-`; the format is known by its content.

    Raises:
        InputError: it is missing, a directory, or unreadable.
        NotTextError, EmptyInputError, UnreadableFormatError: it holds no text.
        MissingLibraryError: its format needs a library that is not installed.
    """
    if str(path) == STANDARD_INPUT:
        return read_bytes(sys.stdin.buffer.read(), "standard input")
    return read_bytes(read_file(path), str(path))


def read_file(path: Path | str) -> bytes:
    """The bytes of a file. Raises `InputError`."""
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise InputError.from_os_error(path, error) from None
    except ValueError:
        raise InputError(f"{str(path)!r}: no such file: check the path") from None


def read_bytes(data: bytes, name: str, charset: str | None = None) -> Document:
    """Reads one document.

    Args:
        data: its bytes.
        name: its path or URL, which errors call it by.
        charset: what a server said of the encoding.

    Raises:
        NotTextError, EmptyInputError, UnreadableFormatError: it holds no text.
        MissingLibraryError: its format needs a library that is not installed.
    """
    return choose_reader(data, name, charset).read(data, name)
