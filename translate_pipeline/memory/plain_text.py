"""Text without what people and tools set differently, but do not mean."""

from __future__ import annotations

from translate_pipeline.readers.cleaning import clean_text


def plain_text(text: str) -> str:
    """Text with composed letters (NFC) and single blanks, without control and invisible characters."""
    return " ".join(clean_text(text)[0].split())
