"""What a reader is: bytes of one format in, a document out."""

from __future__ import annotations

from typing import Protocol

from translate_pipeline.document import Document


class Reader(Protocol):
    """Turns the bytes of one file format into a document of paragraphs, not yet cut into sentences."""

    def read(self, data: bytes, name: str) -> Document:
        """Reads `data`; `name` is what errors call it. Raises `TsumError` for what cannot be read."""
        ...
