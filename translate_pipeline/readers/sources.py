"""From what a user names on a command line to entries: files, folders, patterns, addresses, collections."""

from __future__ import annotations

import contextlib
import functools
import hashlib
import io
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from translate_pipeline.document import Document
from translate_pipeline.errors import InputError, TsumError
from translate_pipeline.fetching.base import Fetched, Validators
from translate_pipeline.metadata import Metadata
from translate_pipeline.readers import STANDARD_INPUT, read_bytes, read_document
from translate_pipeline.readers.choice import HEAD_BYTES, choose_collection
from translate_pipeline.readers.collections.base import CollectionOptions, Entry
from translate_pipeline.readers.collections.failed_entry import failed_entry
from translate_pipeline.readers.collections.folder import folder_entries, glob_paths, is_pattern
from translate_pipeline.readers.collections.identity import input_identity, is_web_address

if TYPE_CHECKING:
    from translate_pipeline.fetching.fetcher import Fetcher


@dataclass
class Sources:
    """Finds the entries of inputs.

    Args:
        text_column: the column or key of archives that holds the text; None finds it by the usual names.
        follow: fetch the page that a feed's entry links to, instead of the text in the feed.
        allow_private: also fetch from this machine and private networks.
        validators: what earlier fetches gave, by address: what has not changed since has no entries.
    """

    text_column: str | None = None
    follow: bool = False
    allow_private: bool = False
    validators: dict[str, Validators] = field(default_factory=dict)

    def __post_init__(self) -> None:
        # What this run's fetches gave; to be kept when all entries have been dealt with.
        self.new_validators: dict[str, Validators] = {}

    def entries(self, inputs: Iterable[str]) -> Iterator[Entry]:
        """The entries of all inputs, found as they are asked for; an input that fails is one whose `load` raises."""
        for text in inputs:
            try:
                yield from self._entries_of(text)
            except TsumError as error:
                yield failed_entry(text, input_identity(text), error)

    def count(self, inputs: Iterable[str]) -> int | None:
        """How many documents inputs hold; None where only fetching or a pipe would tell."""
        try:
            return sum(1 for _ in _Counting(self.text_column).entries(inputs))
        except _UncountableError:
            return None

    def _entries_of(self, text: str) -> Iterator[Entry]:
        if text == STANDARD_INPUT:
            yield from self._entries_in_pipe(sys.stdin.buffer.read, "standard input", STANDARD_INPUT)
        elif is_web_address(text):
            yield from self._entries_at(text)
        elif is_pattern(text):
            for path in glob_paths(text):
                yield from self._entries_of_path(path)
        else:
            yield from self._entries_of_path(Path(text))

    def _entries_of_path(self, path: Path) -> Iterator[Entry]:
        try:
            is_folder, is_pipe = path.is_dir(), path.is_fifo()
        except (OSError, ValueError):
            is_folder = is_pipe = False
        if is_folder:
            yield from folder_entries(path, lambda name: self._entries_of_path(Path(name)))
            return
        identity = os.path.abspath(path)  # noqa: PTH100 (Path.absolute keeps `..`)
        if is_pipe:
            yield from self._entries_in_pipe(path.read_bytes, str(path), identity)
            return
        with contextlib.ExitStack() as opened:
            try:
                stream = opened.enter_context(path.open("rb"))
                head = stream.read(HEAD_BYTES)
            except OSError as error:
                raise InputError.from_os_error(path, error) from None
            except ValueError:
                raise InputError(f"{str(path)!r}: no such file: check the path") from None
            if choose_collection(head, str(path)) is not None:
                stream.seek(0)
                yield from self._entries_in(stream, str(path), identity)
                return
        yield Entry(
            str(path),
            identity,
            functools.partial(read_document, path),
            fingerprint=functools.partial(_file_fingerprint, path),
        )

    def _entries_in_pipe(self, read: Callable[[], bytes], name: str, identity: str) -> Iterator[Entry]:
        """The entries of what can be opened and read only once."""
        yield from self._entries_in(io.BytesIO(read()), name, identity)

    def _entries_in(self, stream: BinaryIO, name: str, identity: str, charset: str | None = None) -> Iterator[Entry]:
        """The entries of bytes that are a collection or one document."""
        collection = choose_collection(stream.read(HEAD_BYTES), name)
        stream.seek(0)
        if collection is not None:
            options = CollectionOptions(self.text_column, self.follow, self._entry_at, self._entries_at)
            yield from collection.entries(stream, name, options)
            return
        data = stream.read()
        # The bytes of a web page change with every fetch, its text does not.
        fingerprint = None if is_web_address(name) else lambda: _digest(data)
        yield Entry(name, identity, lambda: _located(read_bytes(data, name, charset), name), fingerprint=fingerprint)

    @functools.cached_property
    def _fetcher(self) -> Fetcher:
        from translate_pipeline.fetching.fetcher import Fetcher

        return Fetcher(allow_private=self.allow_private)

    def _fetch(self, url: str) -> Fetched:
        fetched = self._fetcher.fetch(url, self.validators.get(url))
        if fetched.validators is not None:
            self.new_validators[url] = fetched.validators
        return fetched

    def _entries_at(self, text: str) -> Iterator[Entry]:
        """The entries of an address, or of the path of a feed that a list names."""
        if not is_web_address(text):
            yield from self._entries_of_path(Path(text))
            return
        fetched = self._fetch(text)
        if not fetched.unmodified:
            yield from self._entries_in(io.BytesIO(fetched.data), fetched.url, text, fetched.charset)

    def _entry_at(self, text: str) -> Entry:
        """The entry of an address, which is fetched when it is read."""

        def load() -> Document:
            fetched = self._fetcher.fetch(text)
            return _located(read_bytes(fetched.data, fetched.url, fetched.charset), fetched.url)

        return Entry(text, text, load)


class _UncountableError(Exception):
    """Only fetching, or reading what can be read only once, would tell how many documents there are."""


class _Counting(Sources):
    """Finds entries without fetching anything."""

    def _entries_in_pipe(self, read: Callable[[], bytes], name: str, identity: str) -> Iterator[Entry]:
        raise _UncountableError

    def _entries_at(self, text: str) -> Iterator[Entry]:
        if is_web_address(text):
            raise _UncountableError
        return super()._entries_at(text)

    def _entry_at(self, text: str) -> Entry:
        raise _UncountableError


def _located(document: Document, name: str) -> Document:
    """A document that knows its address, if it has one."""
    if is_web_address(name):
        document.metadata = document.metadata.completed_by(Metadata(url=name))
    return document


def _digest(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def _file_fingerprint(path: Path) -> str:
    """Raises `InputError`."""
    try:
        with path.open("rb") as file:
            digest = hashlib.blake2b(digest_size=16)
            while block := file.read(1 << 20):
                digest.update(block)
    except OSError as error:
        raise InputError.from_os_error(path, error) from None
    return digest.hexdigest()
