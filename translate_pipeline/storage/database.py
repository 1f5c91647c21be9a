"""A SQLite file of tsum's own: made when it is first needed, never half-written, refused when it is another's."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import time
import weakref
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from translate_pipeline.errors import StorageError
from translate_pipeline.storage.private import make_folder_for

_WAIT_SECONDS = 30.0
_RETRY_SECONDS = 0.02


class Database:
    """An open SQLite file in write-ahead mode, which several processes may use at once.

    Args:
        path: the file; it is made, with its folder, readable for its user alone.
        application_id: the number by which SQLite files of this kind are known (`PRAGMA application_id`).
        migrations: for each version of the schema the statements that lead to it from the one before.
        contents: what the file holds, for messages: `the translation memory`.

    Raises:
        StorageError: it cannot be opened, is damaged, of another program, or of a newer version of tsum.
    """

    def __init__(self, path: Path, application_id: int, migrations: Sequence[str], contents: str) -> None:
        self.path, self._contents = path, contents
        try:
            make_folder_for(path)
            # Sources are confidential: no other user may read what was translated.
            os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
        except OSError as error:
            raise StorageError(f"{path}: {contents} cannot be opened ({error.strerror}): {self._way_out}") from None
        with self._errors():
            # Transactions begin where the code says so.
            self._connection = sqlite3.connect(path.absolute(), timeout=_WAIT_SECONDS, isolation_level=None)
            try:
                self._prepare(application_id, migrations)
            except BaseException:
                self._connection.close()
                raise
        # Whoever forgets to close it does not leave that to SQLite, which Python 3.13 warns of.
        self._closing = weakref.finalize(self, _close, self._connection)

    @property
    def _way_out(self) -> str:
        return "name another file, or move this one away"

    def _prepare(self, application_id: int, migrations: Sequence[str]) -> None:
        version, owner, tables = self._state()
        if owner not in (0, application_id) or (owner == 0 and (tables or version)):
            raise StorageError(f"{self.path}: not {self._contents}, but a file of another program: {self._way_out}")
        if version > len(migrations):
            raise StorageError(
                f"{self.path}: made by a newer version of tsum (format {version}, this one knows {len(migrations)}): "
                f"update tsum, or {self._way_out}"
            )
        # Only now: it changes the file, which might have been another program's.
        self._use_write_ahead_log()
        # After a power cut the last transactions may be missing, but the file is whole.
        self._connection.execute("PRAGMA synchronous = NORMAL")
        # What is deleted is overwritten, for a source may have to be protected.
        self._connection.execute("PRAGMA secure_delete = ON")
        if version == len(migrations) and owner == application_id:
            return
        with self.transaction() as connection:
            # Another process may have done it while this one waited.
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            for statements in migrations[version:]:
                for statement in statements.split(";"):
                    connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {application_id}")
            connection.execute(f"PRAGMA user_version = {len(migrations)}")

    def _state(self) -> tuple[int, int, int]:
        """Version, application id and number of tables, all of one moment."""
        self._connection.execute("BEGIN")
        try:
            (version,) = self._connection.execute("PRAGMA user_version").fetchone()
            (owner,) = self._connection.execute("PRAGMA application_id").fetchone()
            # `sqlite_schema` is not known before SQLite 3.33.
            (tables,) = self._connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        finally:
            with contextlib.suppress(sqlite3.Error):
                self._connection.execute("ROLLBACK")
        return version, owner, tables

    def _use_write_ahead_log(self) -> None:
        # Where several processes open a new file at once, SQLite refuses this at once instead of waiting.
        deadline = time.monotonic() + _WAIT_SECONDS
        while True:
            try:
                self._connection.execute("PRAGMA journal_mode = WAL")
                return
            except sqlite3.OperationalError as error:
                if "locked" not in str(error) or time.monotonic() > deadline:
                    raise
                time.sleep(_RETRY_SECONDS)

    @contextlib.contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.ProgrammingError:
            raise
        except sqlite3.Error as error:
            raise StorageError(f"{self.path}: {self._explained(str(error))}") from None

    def _explained(self, reason: str) -> str:
        """What an error of SQLite means for the user, and what to do."""
        if "is full" in reason:
            return "cannot be written (no space left): make room, then go on"
        if "locked" in reason or "busy" in reason:
            return f"another process has kept it locked for {_WAIT_SECONDS:.0f} s: try again later"
        if "readonly" in reason or "unable to open" in reason:
            return f"{self._contents} cannot be written: {self._way_out}"
        if "I/O error" in reason:
            return f"{self._contents} cannot be read or written ({reason}): is its disk full?"
        if "not a database" in reason:
            return f"not {self._contents}, or damaged: {self._way_out}"
        return f"{self._contents} is damaged ({reason}): {self._way_out}"

    @contextlib.contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Statements that all take effect or none. Raises `StorageError`."""
        with self._errors():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                with contextlib.suppress(sqlite3.Error):
                    self._connection.execute("ROLLBACK")
                raise

    def rows(self, query: str, values: Sequence[object] = ()) -> Iterator[tuple[Any, ...]]:
        """The rows of a query, one by one. Raises `StorageError`."""
        with self._errors():
            yield from self._connection.execute(query, tuple(values))

    def vacuum(self) -> bool:
        """Gives the space of deleted rows back, in the file and in its log, and overwrites what was deleted.

        Returns:
            Whether nothing is left in the log; another process that reads keeps it.

        Raises:
            StorageError: the disk is full, or another process writes.
        """
        with self._errors():
            self._connection.execute("VACUUM")
            (is_busy, *_) = self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            return not is_busy

    def close(self) -> None:
        """Closes the file."""
        self._closing()


def _close(connection: sqlite3.Connection) -> None:
    with contextlib.suppress(sqlite3.Error):
        connection.close()
