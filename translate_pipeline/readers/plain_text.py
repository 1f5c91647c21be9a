"""Plain text."""

from __future__ import annotations

from translate_pipeline.document import Document
from translate_pipeline.errors import EmptyInputError
from translate_pipeline.readers.cleaning import clean_text
from translate_pipeline.readers.decoding import decode
from translate_pipeline.readers.layout import paragraphs_of
from translate_pipeline.readers.wrapped_lines import unwrap


def document_from_text(text: str, name: str) -> Document:
    """A document of `text`. Raises `EmptyInputError` if it holds nothing but white space."""
    clean, removed = clean_text(text)
    if not clean.strip():
        raise EmptyInputError(name)
    leading, paragraphs = paragraphs_of(unwrap(clean))
    document = Document(name, leading, paragraphs)
    if removed:
        were = "1 control character was" if removed == 1 else f"{removed} control characters were"
        document.notes.append(f"{were} taken out")
    return document


class PlainTextReader:
    """Plain text in any encoding that `decode` knows."""

    format_name = "a plain text"

    def recognises(self, data: bytes, name: str) -> bool:
        """Everything may be plain text: what it is not, `read` says."""
        return True

    def read(self, data: bytes, name: str) -> Document:
        """Reads a text file. Raises `NotTextError` for binary data, `EmptyInputError` for no text."""
        decoded = decode(data, name)
        document = document_from_text(decoded.text, name)
        document.encoding = decoded.encoding
        return document
