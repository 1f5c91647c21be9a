"""What a reader is: bytes of one format in, a document out."""

from __future__ import annotations

from typing import Protocol

from translate_pipeline.document import Document


class Reader(Protocol):
    """Turns the bytes of one file format into a document of paragraphs, not yet cut into sentences.

    `format_name` is what errors call the format, with its article: `an HTML page`.
    """

    format_name: str

    def recognises(self, data: bytes, name: str) -> bool:
        """Whether `data` is of this format, by its content; `name` (a path or a URL) settles what content cannot."""
        ...

    def read(self, data: bytes, name: str) -> Document:
        """Reads `data`; `name` is what errors call it. Raises `TsumError` for what cannot be read."""
        ...
