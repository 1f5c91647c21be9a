"""Plain text."""

from __future__ import annotations

import unicodedata

from translate_pipeline.document import Document
from translate_pipeline.errors import EmptyInputError
from translate_pipeline.readers.decoding import decode
from translate_pipeline.readers.layout import paragraphs_of, unwrap


def document_from_text(text: str, name: str) -> Document:
    """A document of `text`. Raises `EmptyInputError` if it holds nothing but white space."""
    if not text.strip():
        raise EmptyInputError(name)
    # Glossaries and models know composed letters only.
    leading, paragraphs = paragraphs_of(unwrap(unicodedata.normalize("NFC", text)))
    return Document(name, leading, paragraphs)


class PlainTextReader:
    """Plain text in any encoding that `decode` knows."""

    def read(self, data: bytes, name: str) -> Document:
        """Reads a text file. Raises `NotTextError` for binary data, `EmptyInputError` for no text."""
        decoded = decode(data, name)
        document = document_from_text(decoded.text, name)
        document.encoding = decoded.encoding
        if decoded.removed:
            document.notes.append(f"{decoded.removed} control characters were taken out of {name}")
        return document
