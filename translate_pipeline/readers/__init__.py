"""Readers: from a path, standard input or a string to a document."""

from __future__ import annotations

import sys
from pathlib import Path

from translate_pipeline.document import Document
from translate_pipeline.errors import InputError
from translate_pipeline.readers.plain_text import PlainTextReader, document_from_text

__all__ = ["STANDARD_INPUT", "document_from_text", "read_document"]

STANDARD_INPUT = "-"


def read_document(path: Path | str) -> Document:
    """Reads one file, or standard input for `-`.

    Raises:
        InputError: it is missing, a directory, or unreadable.
        NotTextError, EmptyInputError: it holds no text.
    """
    if str(path) == STANDARD_INPUT:
        return PlainTextReader().read(sys.stdin.buffer.read(), "standard input")
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise InputError.from_os_error(path, error) from None
    except ValueError:
        raise InputError(f"{str(path)!r}: no such file: check the path") from None
    return PlainTextReader().read(data, str(path))
