"""Entries for what a collection holds but nobody can read: the error comes when it is read, and the rest goes on."""

from __future__ import annotations

from translate_pipeline.document import Document
from translate_pipeline.errors import TsumError
from translate_pipeline.readers.collections.base import Entry


def failed_entry(name: str, identity: str, error: TsumError, date: str | None = None) -> Entry:
    """An entry whose `load` raises `error`."""

    def load() -> Document:
        raise error

    return Entry(name, identity, load, date)
